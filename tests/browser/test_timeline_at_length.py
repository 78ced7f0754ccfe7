"""A timeline of many years, and titles that no line holds."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.test_timeline import written

MANY, LONG = 200, "W" * 300


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> str:
    """Two posts and a workshop with a title of one long word, and a milestone in each of many months."""
    content = tmp_path_factory.mktemp("content")
    milestones = [f"  - {{when: {2010 + month // 12}-{month % 12 + 1:02}, title: M{month}}}" for month in range(MANY)]
    posts = {
        "pages/about.md": "title: About",
        "posts/first.md": "\n".join([f"title: {LONG}", "date: 2031-01-01", "milestones:", *milestones]),
        "posts/second.md": f"title: Second\ndate: 2031-01-02\nmilestones: {{when: 2031, title: {LONG}}}",
        "workshops/a/index.md": f"title: {LONG}\ndate: 2031-01-03\nworkshop: {{start: 2031-01-03, name: {LONG}}}",
    }
    for path, fields in posts.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(f"---\n{fields}\n---\nX.\n", encoding="utf-8")
    site = written(tmp_path_factory.mktemp("site"), content, datetime(2031, 6, 1, tzinfo=UTC))
    return static_host(site)


@pytest.mark.parametrize("place", ["", "timeline/", "workshops/", "posts/", "posts/second/", "workshops/a/"])
def test_a_title_that_no_line_holds_is_broken_and_the_page_stays_as_wide_as_the_screen(
    page: Page, address: str, place: str
) -> None:
    page.goto(address + place)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def drawn_rows(screenshot: bytes, ink: tuple[int, ...]) -> int:
    """In how many rows of the picture there is a dot of the ink."""
    with Image.open(BytesIO(screenshot)) as opened:
        picture = opened.convert("RGB")
    dots = list(picture.get_flattened_data())
    return sum(ink in dots[row : row + picture.width] for row in range(0, len(dots), picture.width))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_line_is_drawn_from_the_first_year_to_the_last(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}timeline/")
    line = page.locator(".timeline__line").bounding_box()
    assert line is not None
    assert line["height"] > 20_000
    ink = tuple(
        map(
            int,
            re.findall(r"\d+", page.locator(".timeline__line").evaluate("e => getComputedStyle(e).backgroundColor")),
        )
    )
    # From top to bottom. What the points stand on may hide some of it.
    for part in range(5):
        top = line["y"] + 100 + part * (line["height"] - 400) / 4
        page.evaluate("top => scrollTo(0, top)", top)
        picture = page.screenshot(
            clip={"x": line["x"], "y": top - page.evaluate("scrollY"), "width": 24, "height": 150}
        )
        assert drawn_rows(picture, ink) > 60, part
