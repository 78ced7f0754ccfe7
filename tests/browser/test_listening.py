"""What a listener hears of the pages: the accessibility tree of a real browser, in order."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

Heard = list[tuple[str, str]]
_SPOKEN = {"heading", "link", "StaticText", "image", "status"}
PAGES = (
    *("", "workshops/meeting/", "decisions/", "you-said-we-did/", "timeline/", "easy-read/", "ideas/late-library/"),
    "search/?q=lamp",
)
_AS_NOBODY_SAYS_IT = re.compile(
    r"\b\d{4}-\d\d(?:-\d\d)?\b|\bT?\d\d:\d\d\b|\b\d{1,2}/\d{1,2}\b"
    r"|\b(?:approx|dept|mins?|hrs?|no|vs|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?!\w)"
    r"|\b(?:e\.g|i\.e|etc|Mon|Tue|Wed|Thu|Fri|Sat|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
"""Dates and times as machines write them, and words that are cut."""


def heard_on(page: Page) -> Heard:
    """Roles and names, in the order in which they are read."""
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> Heard:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").strip()
        own = [(role, name)] if not node["ignored"] and role in _SPOKEN and name else []
        return own + [each for child in node.get("childIds", ()) for each in walk(by_id[child])]

    return walk(nodes[0])


@pytest.fixture(scope="module")
def heard(four_workshops: Path, static_host: Callable[[Path], str], browser: Browser) -> dict[str, Heard]:
    address = static_host(four_workshops)
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(address + path)
        if path.startswith("search"):
            page.locator(".search__results mark").first.wait_for()
        found[path] = heard_on(page)
    context.close()
    return found


def said(heard: Heard, *roles: str) -> list[str]:
    return [name for role, name in heard if role in roles]


def test_a_workshop_is_heard_from_its_name_to_its_record_with_dates_as_people_say_them(
    heard: dict[str, Heard],
) -> None:
    headings = said(heard["workshops/meeting/"], "heading")
    assert headings[0] == "We met at the library"
    assert headings.index("The record") < headings.index("What we decided") < headings.index("What people told us")
    assert "Monday 13 January 2031, 5pm to 7pm" in " ".join(said(heard["workshops/meeting/"], "StaticText"))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_says_what_nobody_would_say_or_says_it_twice_in_a_row(heard: dict[str, Heard], path: str) -> None:
    spoken = said(heard[path], "StaticText")
    assert len(spoken) > 20
    assert [text for text in spoken if _AS_NOBODY_SAYS_IT.search(text)] == []
    assert [name for name in said(heard[path], "image") if not name] == []
    assert [one for one, next_ in pairwise(spoken) if one == next_ and len(one.split()) > 2] == []


def test_a_decision_is_heard_with_its_meeting_its_question_and_what_came_of_it(heard: dict[str, Heard]) -> None:
    spoken = said(heard["decisions/"], "StaticText")
    order = ["We walked through a week", "Which idea has most to give?", "22 to 12", "What came of it:", "Late Library"]
    places = [next(at for at, text in enumerate(spoken) if words in text) for words in order[:-1]]
    assert places == sorted(places)
    assert order[-1] in " ".join(spoken[places[-1] : places[-1] + 3])


def test_an_idea_is_heard_once_and_its_drawing_leads_to_the_list(heard: dict[str, Heard]) -> None:
    idea = heard["ideas/late-library/"]
    assert said(idea, "image")[-1:] == [
        "A drawing of how one step led to the next. The list has each of its steps in words."
    ]
    spoken = said(idea, "StaticText")
    assert spoken.count("We drew how it would work for the people who use it.") == 1
    assert not [text for text in spoken if "Workshop 2" in text], "The words of the drawing are for the eye."


def test_a_search_is_heard_as_its_number_and_then_each_result_with_its_passage(heard: dict[str, Heard]) -> None:
    found = heard["search/?q=lamp"]
    (told,) = [text for text in said(found, "StaticText") if text.endswith("“lamp”.")]
    start = next(at for at, (_, name) in enumerate(found) if name == told)
    kinds = [role for role, _ in found[start:] if role != "link"]
    assert kinds[:4] == ["StaticText", "heading", "StaticText", "StaticText"]


def test_easy_read_is_heard_a_line_at_a_time_and_a_hard_word_next_to_its_meaning(heard: dict[str, Heard]) -> None:
    spoken = " ".join(said(heard["easy-read/"], "StaticText"))
    order = (
        "A young carer said what worries us.",
        "“young carer” means: somebody under 25 who looks after a person at home.",
        "We voted on where to meet.",
    )
    assert " ".join(order) in spoken
