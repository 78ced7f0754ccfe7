"""The page of a workshop as its readers use it: what folds, what stays in sight, what is explained."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.pdf.pages import pages_of


@pytest.fixture(scope="module")
def address(four_workshops: Path, static_host: Callable[[Path], str]) -> str:
    return static_host(four_workshops)


FOLDED = (
    "Soup and bread",
    "Scissors go back into the box.",
    "Red",
    "A stamp on a card.",
    "From 1 to 3. Nobody gave it 1.",
)
"""What the folds of one workshop hold: agenda, ground rules, a vote that is not the first, a blueprint, a rating."""


def test_a_fold_is_open_in_print(page: Page, address: str) -> None:
    page.goto(address + "workshops/making/")
    held = [page.locator(".record").get_by_text(words, exact=True).first for words in FOLDED]
    assert [each.is_visible() for each in held] == [False] * len(held)
    page.emulate_media(media="print")
    assert [each.is_visible() for each in held] == [True] * len(held)


@pytest.mark.parametrize(("path", "most"), [("", 1), ("workshops/making/", 4)])
def test_on_paper_the_home_page_is_one_and_a_workshop_of_seven_votes_four(
    page: Page, address: str, path: str, most: int
) -> None:
    page.goto(address + path)
    assert len(list(pages_of(page.pdf(format="A4", prefer_css_page_size=True)))) <= most


@pytest.mark.parametrize("anchor", ["agenda", "ground-rules", "lamp", "blueprint-1", "rating-1"])
def test_a_link_to_what_is_folded_opens_it(page: Page, address: str, anchor: str) -> None:
    page.goto(f"{address}workshops/making/#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_an_explanation_opens_beside_its_word_and_closes_by_its_own_button(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + "workshops/making/")
    word, meaning = page.get_by_role("button", name="blueprint"), page.locator("#term-blueprint")
    word.click()
    at, near = word.bounding_box(), meaning.bounding_box()
    assert at
    assert near
    assert min(abs(near["y"] - at["y"] - at["height"]), abs(at["y"] - near["y"] - near["height"])) < 20
    meaning.get_by_role("button", name="Close").click()
    assert not meaning.is_visible()


def test_a_search_for_words_finds_them_in_a_fold(page: Page, address: str) -> None:
    page.goto(f"{address}workshops/making/#:~:text=Soup%20and%20bread")
    page.locator("#agenda").get_by_text("Soup and bread").wait_for(timeout=5000)


def test_what_the_page_holds_stays_above_what_is_read_and_is_folded_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "workshops/making/")
    votes = page.get_by_role("navigation", name="On this page").get_by_role("link", name="What we decided 7")
    votes.click()
    assert page.evaluate("location.hash") == "#votes"
    # It stays in sight, and covers nothing of what it leads to.
    expect(votes).to_be_in_viewport(ratio=1)
    heading = page.get_by_role("heading", name="What we decided").bounding_box()
    line = page.get_by_role("navigation", name="On this page").bounding_box()
    assert heading
    assert line
    assert line["y"] == 0
    assert heading["y"] >= line["height"]
    page.set_viewport_size({"width": 360, "height": 740})
    assert not votes.is_visible()
    page.get_by_text("On this page").click()
    assert votes.is_visible()
