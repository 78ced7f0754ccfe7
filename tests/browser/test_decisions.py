"""What was decided and what came of it, as a reader goes from one to the other: by links, at every width, on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.pdf import document


@pytest.fixture(scope="module")
def address(four_workshops: Path, static_host: Callable[[Path], str]) -> str:
    return static_host(four_workshops)


def at_target(page: Page) -> str:
    """The place to which the link that was followed leads, once it is there."""
    target = page.locator(":target")
    expect(target).to_have_count(1)
    return target.get_attribute("id") or ""


def test_a_reader_goes_from_a_decision_to_its_idea_and_back_and_to_what_was_asked_then_and_back(
    page: Page, address: str
) -> None:
    page.goto(address + "decisions/")
    page.locator("[id='walking-through.dots']").get_by_role("link", name="Late Library").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Late Library")
    page.get_by_role("link", name="Among all our decisions").first.click()
    assert at_target(page) == "walking-through.dots"
    page.locator(".decisions__asks a").first.click()
    meeting = at_target(page).partition(".")[0]
    page.locator(f"a[href='/decisions/#{meeting}']").first.click()
    assert at_target(page) == meeting


@pytest.mark.parametrize(
    ("zone", "moment", "days"),
    [
        ("Europe/London", "2031-04-07T22:59:59Z", ""),
        ("Europe/London", "2031-04-07T23:00:00Z", "That is 1 day."),
        ("Pacific/Auckland", "2031-04-08T11:59:59Z", "That is 1 day."),
        ("Pacific/Auckland", "2031-04-08T12:00:00Z", "That is 2 days."),
        ("Europe/London", "2034-01-01T12:00:00Z", "That is 1,000 days."),
    ],
)
def test_an_ask_has_waited_since_a_day_and_by_the_readers_calendar_so_many(
    browser: Browser, address: str, zone: str, moment: str, days: str
) -> None:
    context = browser.new_context(locale="en-GB", timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    page.goto(address + "you-said-we-did/")
    waiting = page.locator("[data-since='2031-04-07']").first
    expect(waiting).to_have_text(f"Waiting for an answer since Monday 7 April 2031. {days}".strip())
    page.emulate_media(media="print")
    assert waiting.inner_text().strip() == "Waiting for an answer since Monday 7 April 2031."
    context.close()


def test_an_idea_tells_its_story_once_at_every_width_with_its_drawing_beside_it_or_folded(
    page: Page, address: str
) -> None:
    steps, drawing = page.locator(".idea-steps"), page.locator(".evidence")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "ideas/late-library/")
    assert not drawing.is_visible()
    page.get_by_text("How one step led to the next", exact=True).click()
    assert drawing.is_visible()
    page.reload()
    for is_print, width in ((False, 1280), (True, 794)):
        page.set_viewport_size({"width": width, "height": 1000})
        page.emulate_media(media="print" if is_print else "screen")
        expect(drawing).to_be_visible()
        told, drawn = steps.bounding_box(), drawing.bounding_box()
        assert told
        assert drawn
        assert told["x"] + told["width"] <= drawn["x"], width
        assert abs(told["y"] - drawn["y"]) < 60, width


def test_decisions_ideas_and_the_search_are_whole_on_paper(page: Page, address: str) -> None:
    words = {
        "decisions/": ["Which idea has most to give?", "22 to 12", "We keep these numbers private"],
        "ideas/late-library/": ["We chose it", "Blueprint, Workshop 3", "An hour in a quiet place changes the week."],
        "search/": ["Everything from A to Z", "Late Library"],
    }
    for path, expected in words.items():
        page.goto(address + path)
        (whole, *_) = document(page.pdf(format="A4")).pages
        said = " ".join(whole.split())
        assert [each for each in expected if each not in said] == [], path
        assert "What are you looking for?" not in said
        assert "As a table (CSV)" not in said
