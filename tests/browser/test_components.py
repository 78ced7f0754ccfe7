"""Every component's examples in a browser: barriers, names in the accessibility tree, and small screens."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.support.barriers import barriers_in_light_and_dark
from tests.support.pages import rendered, site_model_of
from tests.test_sites import SITES
from tests.theme.gallery import write_gallery

_AA = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")
_SHOW = """async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
}"""
"""The next page in the place of this one: they share a style sheet, and axe is read once."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> tuple[str, list[str]]:
    folder = tmp_path_factory.mktemp("gallery")
    write_gallery(folder)
    return static_host(folder), sorted(path.name for path in folder.glob("*.html"))


def test_no_example_of_a_component_has_a_barrier(page: Page, gallery: tuple[str, list[str]]) -> None:
    address, names = gallery
    found = []
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address + names[0])
    for name in names:
        page.evaluate(_SHOW, address + name)
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        if wide:
            found.append(f"{name} is wider than 320 px")
        found += [f"{name}: {barrier}" for barrier in barriers_in_light_and_dark(page, *_AA)]
    assert found == []


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("four")
    write_gallery(folder)
    pages = rendered(site_model_of(SITES / "four-workshops" / "content", now=datetime(2031, 6, 1, tzinfo=UTC)))
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return static_host(folder)


def test_a_word_is_explained_by_keyboard_and_in_print_without_a_script(browser: Browser, four: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(four + "workshops/making/")
    means = page.locator("#term-prototype")
    assert not means.is_visible()
    page.get_by_role("button", name="prototype").focus()
    page.keyboard.press("Enter")
    means.wait_for(state="visible")
    page.keyboard.press("Escape")
    means.wait_for(state="hidden")
    page.emulate_media(media="print")
    assert means.is_visible()
    sentence = page.locator("p", has=means).inner_text()
    assert "A prototype (a first try that you can touch.)" in sentence
    # No space before the bracket that closes it.
    assert means.evaluate("each => each.innerText.trim()") == "(a first try that you can touch.)"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_readers_own_colours_nothing_is_laid_behind_words_on_ink(
    browser: Browser, four: str, scheme: str
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(four + "timeline/")
    with Image.open(BytesIO(page.get_by_role("link", name="Subscribe", exact=True).screenshot())) as opened:
        button = opened.convert("L")
    row = button.crop((0, button.height // 2, button.width, button.height // 2 + 1)).tobytes()
    # A row of dots through the word changes with every letter.
    assert sum(one != other for one, other in pairwise(row)) > 20
    context.close()


def test_tables_have_names_and_headers_for_a_screen_reader(page: Page, four: str) -> None:
    page.goto(four + "workshops/making/")
    page.get_by_text("Which lamp?").click()
    table = page.locator("#lamp").get_by_role("table", name="The options, and what came of each")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Option", "Votes", "Result"]
    assert table.get_by_role("rowheader").all_inner_texts() == ["Green", "Red"]
    page.goto(four + "workshops/walking-through/")
    journey = page.get_by_role("table", name="Noor’s week, stage by stage")
    assert [text.split()[0] for text in journey.get_by_role("columnheader").all_inner_texts() if text] == [
        "Monday",
        "Wednesday",
        "Sunday",
    ]
