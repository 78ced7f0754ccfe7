"""The timeline as its readers meet it: by keyboard, without a script, on a small screen, on paper, in their own colours."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.assets import bundle
from plugins.pdf.pages import pages_of
from plugins.workbench.paths import CHECKOUT
from tests.support.barriers import barriers_in_light_and_dark
from tests.support.knightlab import timelinejs
from tests.support.pages import rendered, site_model_of
from tests.test_sites import SITES

UPCOMING, FOUR = SITES / "upcoming" / "content", SITES / "four-workshops" / "content"
BEFORE, AFTER = datetime(2031, 2, 20, 12, tzinfo=UTC), datetime(2031, 6, 1, 12, tzinfo=UTC)


def written(folder: Path, content: Path, now: datetime) -> Path:
    """A site on disk, made in this process."""
    for asset in bundle(CHECKOUT / "theme" / "static").files:
        (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / asset.path).write_bytes(asset.content)
    for path, text in rendered(site_model_of(content, now=now)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("upcoming"), UPCOMING, BEFORE)


@pytest.fixture(scope="module")
def address(folder: Path, static_host: Callable[[Path], str]) -> str:
    return static_host(folder)


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> str:
    return static_host(written(tmp_path_factory.mktemp("four"), FOUR, AFTER))


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def titles(page: Page) -> list[str]:
    shown = page.locator(".timeline-point__title:visible")
    return [text.strip() for text in shown.all_inner_texts()]


def test_everything_is_shown_in_order_without_a_script(plain: Page, address: str) -> None:
    plain.goto(f"{address}timeline/")
    assert titles(plain) == [
        "The council gave us the field",
        "We chose our seeds",
        "What grows in the first bed?",
        "Seed library",
        "You said: even better if there were tea, and cups for all.",
        "We build the beds",
        "Paths",
        "A pond",
        "The field is ours",
        "Open weekend",
        "Harvest",
        "Winter",
    ]
    assert plain.locator(".timeline__now").inner_text() == "Now, when we made this page: Thursday 20 February 2031"


def test_one_kind_is_shown_at_an_address_of_its_own_without_a_script(plain: Page, address: str) -> None:
    plain.goto(f"{address}timeline/#votes")
    assert titles(plain) == ["What grows in the first bed?"]
    only = plain.locator("#votes")
    assert only.is_visible()
    assert only.evaluate("each => getComputedStyle(each, '::before').content") == '"You see only votes."'
    headings = plain.locator("h2:visible, h3:visible").all_inner_texts()
    # What stays is where the votes are, and now.
    assert headings[:3] == ["2031", "January 2031", "February 2031"]
    weight = "each => getComputedStyle(each).fontWeight"
    everything = plain.get_by_role("link", name="Everything", exact=True)
    assert (everything.evaluate(weight), plain.locator(".timeline__filter--vote").evaluate(weight)) == ("400", "700")
    everything.click()
    assert len(titles(plain)) == 12
    assert everything.evaluate(weight) == "700"
    assert plain.url.endswith("#everything")


def test_every_filter_shows_as_many_points_as_it_says(plain: Page, address: str) -> None:
    plain.goto(f"{address}timeline/")
    filters = plain.get_by_role("navigation", name="Show only one kind").get_by_role("link")
    told = {}
    for link in filters.all()[1:]:
        told[link.get_attribute("href") or ""] = int(link.locator(".timeline__count").inner_text())
    for anchor, count in told.items():
        plain.goto(f"{address}timeline/{anchor}")
        assert len(titles(plain)) == count, anchor
    assert list(told) == ["#workshops", "#milestones", "#votes", "#prototypes", "#answers"]


def test_a_filter_is_chosen_and_left_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    page.get_by_role("link", name="Milestones").focus()
    page.keyboard.press("Enter")
    current = page.locator(".timeline__filter[aria-current=true]")
    expect(current).to_have_text(["Milestones 2"])  # It waits: a script marks it when the address has changed.
    assert titles(page) == ["The council gave us the field", "The field is ours"]
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Everything"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(current).to_have_text(["Everything"])
    assert len(titles(page)) == 12


def test_the_keyboard_reaches_every_point_in_order(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    expected = page.locator(".timeline-point__title a").evaluate_all("all => all.map(each => each.href)")
    page.locator(".timeline-point__title a").first.focus()
    reached = [page.evaluate("document.activeElement.href")]
    while len(reached) < len(expected):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.href"))
    assert reached == expected


def test_a_screen_reader_meets_a_list_below_headings_by_year_and_month(page: Page, address: str) -> None:
    page.goto(f"{address}timeline/")
    years = page.locator("main h2").all_inner_texts()
    assert years == ["2030", "2031", "Date not known yet", "Our workshops in your calendar"]
    march = page.get_by_role("region", name="March 2031", exact=True)
    assert march.get_by_role("list").first.get_by_role("listitem").count() == 3
    assert march.get_by_role("heading", level=4).all_inner_texts() == ["Paths", "A pond", "The field is ours"]


def test_no_barrier_on_a_small_and_a_large_screen(page: Page, address: str, four: str) -> None:
    for place in (f"{address}timeline/", f"{four}timeline/", f"{address}timeline/#votes"):
        page.goto(place)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), (
                width
            )
            assert barriers_in_light_and_dark(page) == [], (place, width)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_readers_own_colours_the_line_its_signs_and_the_filter_are_seen(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}timeline/#workshops")
    ink = page.evaluate("getComputedStyle(document.body).color")
    for part in (".timeline-point__sign--next", ".timeline-point__sign--held"):
        assert page.locator(part).first.is_visible(), part
        assert page.locator(part).first.evaluate("each => getComputedStyle(each).stroke") == ink, part
    assert page.locator(".timeline__line").evaluate("each => getComputedStyle(each).backgroundColor") == ink
    line = "getComputedStyle(document.querySelector('body > header'), '::after').backgroundColor"
    assert page.evaluate(line) == ink
    assert page.locator(".timeline-point__sign--next").evaluate("each => getComputedStyle(each).fill") != ink
    chosen = page.locator(".timeline__filter--workshop").evaluate("each => getComputedStyle(each).fontWeight")
    assert chosen == "700"
    context.close()


def pages_on_paper(page: Page) -> tuple[str, ...]:
    return tuple(printed.text for printed in pages_of(page.pdf(format="A4", prefer_css_page_size=True)))


def test_the_timeline_of_four_full_workshops_fits_on_two_pages_of_paper(page: Page, four: str) -> None:
    page.goto(f"{four}timeline/")
    printed = pages_on_paper(page)
    text = " ".join(printed)
    assert len(printed) <= 2
    for words in ("The idea of the project", "Which lamp?", "A summer evening at the boat house"):
        assert words in " ".join(text.split()), words
    assert "Subscribe" not in text


def test_nothing_moves_where_the_reader_asks_for_that(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}timeline/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length"
    )
    context.close()
    assert moving == 0


@pytest.mark.parametrize("place", ["", "timeline/", "workshops/", "workshops/beds/"])
def test_next_is_never_shown_after_its_day(page: Page, address: str, place: str) -> None:
    page.clock.set_fixed_time("2031-02-24T23:59:00+00:00")
    page.goto(address + place)
    word = "Next" if place in ("timeline/", "workshops/") else "Our next workshop"
    expect(page.locator("[data-state]").first).to_have_text(word)
    pencil = page.locator(".strip").get_by_text("We are here")
    assert pencil.count() == (place in ("", "workshops/"))
    page.clock.set_fixed_time("2031-02-25T00:00:01+00:00")
    page.reload()
    expect(page.locator("[data-over] [data-state]").first).to_contain_text("date")
    assert page.locator("[data-over]", has_text="Next").count() == 0
    assert page.get_by_text("Our next workshop").count() == 0
    assert page.locator("[class*='--next']").count() == 0
    assert pencil.count() == 0


def test_the_timeline_loads_into_the_real_timelinejs(
    page: Page, folder: Path, static_host: Callable[[Path], str]
) -> None:
    program = static_host(timelinejs())
    document = json.loads((folder / "timeline.json").read_text("utf-8"))
    host = folder / "knightlab"
    host.mkdir(exist_ok=True)
    (host / "timeline.json").write_text(json.dumps(document), "utf-8")
    (host / "index.html").write_text(
        f'<!doctype html><title>T</title><link rel="stylesheet" href="{program}css/timeline.css">'
        f'<div id="timeline" style="width: 100%; height: 600px"></div><script src="{program}js/timeline.js"></script>'
        '<script>window.timeline = new TL.Timeline("timeline", "timeline.json", '
        '{script_path: "' + program + 'js/", font: null, ga_measurement_id: null});</script>',
        "utf-8",
    )
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(static_host(host))
    expect(page.locator(".tl-slide")).to_have_count(len(document["events"]) + 1, timeout=20_000)
    expect(page.locator(".tl-timemarker")).to_have_count(len(document["events"]))
    expect(page.locator(".tl-timeera")).to_have_count(len(document["eras"]))
    assert page.locator(".tl-message").filter(has_text="Error").count() == 0
    headlines = [text.strip() for text in page.locator(".tl-slide h2").all_inner_texts()]
    told = [re.sub("<[^>]+>", "", event["text"]["headline"]) for event in document["events"]]
    assert sorted(headlines[1:]) == sorted(told)
    # What came of a session stands behind it there too.
    assert headlines[2:5] == ["We chose our seeds", "What grows in the first bed?", "Seed library"]
    # Partial dates are shown in our words, and groups as our kinds.
    assert page.get_by_text("some time in 2030").count() > 0
    assert {text.strip() for text in page.locator(".tl-timegroup-message").all_inner_texts()} >= {"Workshops", "Votes"}
    assert broken == []
