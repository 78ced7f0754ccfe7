"""What a listener hears of a workshop's page: the accessibility tree of a real browser, in order."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

_SPOKEN = {"heading", "link", "StaticText", "image"}


@pytest.fixture
def heard(four_workshops: Path, static_host: Callable[[Path], str], page: Page) -> list[tuple[str, str]]:
    """Roles and names, in the order in which they are read."""
    page.goto(static_host(four_workshops) + "workshops/meeting/")
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any]) -> list[tuple[str, str]]:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "").strip()
        own = [(role, name)] if not node["ignored"] and role in _SPOKEN and name else []
        return own + [each for child in node.get("childIds", ()) for each in walk(by_id[child])]

    return walk(nodes[0])


@pytest.mark.browser
def test_a_workshop_is_heard_from_its_name_to_its_record_with_dates_as_people_say_them(
    heard: list[tuple[str, str]],
) -> None:
    headings = [name for role, name in heard if role == "heading"]
    assert headings[0] == "We met at the library"
    assert headings.index("The record") < headings.index("What we decided") < headings.index("What people told us")
    whole = " ".join(name for role, name in heard if role == "StaticText")
    assert "Monday 13 January 2031, 5pm to 7pm" in whole
    assert re.findall(r"\b\d{4}-\d\d(?:-\d\d)?\b|\bT?\d\d:\d\d\b|\b(?:approx|dept|mins?|hrs?|no\.)(?!\w)", whole) == []
    assert [name for role, name in heard if role == "image" and not name] == []
