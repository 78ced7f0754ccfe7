"""A vote in the form of its author: the table follows what is typed, and the warning comes as it is typed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from plugins.author.server import EditorServer
from tests.support.barriers import barriers_in_light_and_dark

POST = """\
---
title: One
date: 2031-01-01
votes:
  - {id: tea, question: Tea?, method: show-of-hands, present: 20, options: [{name: Yes, votes: 12}, {name: No, votes: 8}]}
---
Here.
"""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[EditorServer]:
    file = tmp_path / "content" / "posts" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_text(POST, "utf-8")
    server = EditorServer(0, tmp_path / "content", ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def test_the_table_and_the_small_group_warning_follow_what_is_typed(page: Page, editor: EditorServer) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{editor.address}post?{urlencode({'source': 'content/posts/one.md'})}")
    page.locator("#section-votes > summary").click()
    seen = page.get_by_role("region", name="Votes as readers will see them")
    expect(seen.get_by_role("cell", name="12")).to_be_visible()
    page.locator("#votes-0 > details > summary").click()
    for option, count in enumerate(("18", "2")):
        page.locator(f"#votes-0-options-{option} > details > summary").click()
        page.locator(f"#votes-0-options-{option}-votes").fill(count)
    expect(seen.get_by_text("readers will not see these counts.")).to_be_visible()
    expect(seen.get_by_role("cell", name="12")).to_have_count(0)
    assert barriers_in_light_and_dark(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
