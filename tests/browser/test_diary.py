"""A whole diary, as its readers meet it: four invented workshops that show all there is."""

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.workbench.paths import CHECKOUT
from tests.story.stories import html
from tests.support.barriers import WCAG, barriers_in_light_and_dark

PAGES = [
    "",
    "posts/",
    "posts/between-evenings/",
    "workshops/",
    "workshops/meeting/",
    "workshops/walking-through/",
    "workshops/making/",
    "workshops/looking-back/",
    "timeline/",
    "ideas/",
    "ideas/late-library/",
    "decisions/",
    "you-said-we-did/",
    "jargon/",
    "easy-read/",
    "tags/",
    "tags/workshops/",
    "about/",
    "privacy/",
    "accessibility/",
    "404.html",
]
WIDTHS = (320, 768, 1280)
FIRST_ROUND_TRIP = 14 * 1024
TOO_WIDE_WITH_LONG_WORDS = """() => {
    const ours = ".card__facts, .agenda__start, .agenda__time td, .ballot__result"; // Dates, times and amounts.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    return texts.filter((text) => /\\p{L}/u.test(text.data) && !text.parentElement.closest(`script, ${ours}`)).filter((text) => {
        const [root, said] = [document.documentElement, text.data];
        text.data = `${said} ${"W".repeat(80)}`;
        const isTooWide = root.scrollWidth > root.clientWidth;
        text.data = isTooWide ? said : text.data;
        return isTooWide;
    }).map((text) => text.data.trim());
}"""
"""Gives every text that an author can write one long word, and tells those that a page cannot hold then."""


@pytest.fixture(scope="module")
def address(four_workshops: Path, static_host: Callable[[Path], str]) -> str:
    return static_host(four_workshops)


@dataclass
class Seen:
    """What was seen of every page, each loaded once."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    barriers: list[tuple[str, int, str]] = field(default_factory=list)
    wide: list[tuple[str, int]] = field(default_factory=list)
    wide_with_long_words: list[tuple[str, str]] = field(default_factory=list)
    controls: list[tuple[str, str, float]] = field(default_factory=list)
    """Each that a finger must hit on a phone, with its height."""
    menu_rows: set[int] = field(default_factory=set)
    """How many rows the menu takes on a phone."""


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str) -> Seen:
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    page, seen = context.new_page(), Seen()
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.text}"))
    for path in PAGES:
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(address + path)
        boxes = page.locator("nav a, .card__title a, .strip a, .tags a").evaluate_all(
            "links => links.map(link => [link.textContent, link.getBoundingClientRect().height])"
        )
        seen.controls += [(path, words, height) for words, height in boxes]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if width == min(WIDTHS):
                links = page.locator(".masthead__nav a")
                seen.menu_rows.add(links.evaluate_all("links => new Set(links.map(link => link.offsetTop)).size"))
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                seen.wide.append((path, width))
            seen.barriers += [(path, width, barrier) for barrier in barriers_in_light_and_dark(page, *WCAG)]
        page.set_viewport_size({"width": min(WIDTHS), "height": 800})
        seen.wide_with_long_words += [(path, words) for words in page.evaluate(TOO_WIDE_WITH_LONG_WORDS)]
    context.close()
    return seen


def test_no_page_has_a_barrier_that_axe_can_find(seen: Seen) -> None:
    assert seen.barriers == []


def test_a_page_asks_nobody_else_for_anything_and_complains_of_nothing(seen: Seen, address: str) -> None:
    assert len(seen.asked) > len(PAGES)
    assert [url for url in seen.asked if not url.startswith(address)] == []
    assert seen.said == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_every_style_sheet_fits_the_first_round_trip(four_workshops: Path, path: str) -> None:
    html = (four_workshops / path / "index.html" if not path.endswith(".html") else four_workshops / path).read_bytes()
    sheets = re.findall(rb'<link rel="stylesheet" href="/([^"]+)"(?! media="print")', html)
    assert len(sheets) == html.count(b'rel="stylesheet"') - 1 > 0
    asked = [html, *((four_workshops / sheet.decode()).read_bytes() for sheet in sheets)]
    assert sum(len(gzip.compress(each, 6)) for each in asked) < FIRST_ROUND_TRIP


def test_the_menu_of_seven_takes_two_rows_on_the_smallest_phone(seen: Seen) -> None:
    assert seen.menu_rows == {2}


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    assert seen.wide == []


def test_no_word_is_too_long_for_the_smallest_phone(seen: Seen) -> None:
    assert seen.wide_with_long_words == []


def test_every_word_is_there_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + "workshops/making/")
    body = plain.locator("body")
    for words in (
        "Team Shelf and Team Desk.",
        "Which lamp?",
        "Soup and bread",
        "What people can see, above",
        "Even better if",
    ):
        fold = body.locator("details:not([open])", has_text=words)
        if fold.count():
            fold.first.locator("summary").first.click()
        assert body.get_by_text(words).first.is_visible(), words
    context.close()


def test_the_keyboard_reaches_every_link_and_button_in_order_and_shows_where_it_is(page: Page, address: str) -> None:
    page.goto(address + "workshops/making/")
    name = "each.href ?? each.getAttribute('popovertarget') ?? each.innerText"
    expected = page.locator("a[href], button, summary").evaluate_all(
        f"all => all.filter(each => each.checkVisibility()).map(each => {name})"
    )
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        reached.append(page.evaluate(f"(each => {name})(document.activeElement)"))
    assert reached == expected


def test_the_skip_link_leads_past_the_navigation(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the main part"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_control_is_large_enough_to_touch(seen: Seen) -> None:
    assert len(seen.controls) > len(PAGES)
    assert [(path, words, height) for path, words, height in seen.controls if height < 24] == []


def test_on_paper_there_is_no_navigation_and_nothing_is_missing(page: Page, address: str) -> None:
    page.goto(address + "workshops/making/")
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").count() == 0
    assert page.get_by_text("Soup and bread", exact=True).is_visible()
    assert page.locator(".colophon__address").is_visible()


def test_motion_stops_where_the_reader_asks_for_that(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s').length"
    )
    context.close()
    assert moving == 0


def test_colours_of_the_readers_own_keep_focus_and_the_line(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert page.locator(".strip__point > .sign").first.is_visible()
    context.close()


def test_print_says_an_address_once(page: Page) -> None:
    styles = (CHECKOUT / "theme/static/css/print.css").read_text("utf-8")
    page.set_content(f"<style>{styles}</style><div class='story'>{html('[ours](https://a.org) https://b.org')}</div>")
    page.emulate_media(media="print")
    printed = page.get_by_role("link").evaluate_all("all => all.map(each => getComputedStyle(each, '::after').content)")
    assert printed == ['" (https://a.org)"', "none"]


@pytest.mark.parametrize(
    ("marks", "is_tall"), [('lang="ug" dir="rtl"', True), ('lang="km" dir="ltr"', True), ('lang="cy" dir="ltr"', False)]
)
def test_headings_have_room_for_signs_of_their_script_and_nothing_is_slanted_without_slant(
    page: Page, marks: str, *, is_tall: bool
) -> None:
    sheets = ("elements", "languages")
    styles = "".join((CHECKOUT / f"theme/static/css/{name}.css").read_text("utf-8") for name in sheets)
    page.set_content(f"<style>{styles}</style><article {marks}><h2>A <em>b</em></h2></article>")
    asked = "each => [getComputedStyle(each).fontStyle, getComputedStyle(each).fontSynthesisStyle]"
    assert page.locator("em").evaluate(asked) == ["normal" if is_tall else "italic", "none"]
    roomy = "each => parseFloat(getComputedStyle(each).lineHeight) > 1.4 * parseFloat(getComputedStyle(each).fontSize)"
    assert page.locator("h2").evaluate(roomy) is is_tall
