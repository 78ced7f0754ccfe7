"""What is to be mended, in the desk of an author who sees and presses: at its field, at its line, as it becomes known."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.author.checked import Checked
from plugins.author.server import EditorServer
from plugins.problems import Problem
from tests.support.barriers import barriers_in_light_and_dark

SOURCE = "content/posts/one.md"
POST = """\
---
title: One
date: 2031-01-01
agenda:
  - {title: Dots, vote: walls}
---

Hello.

See [two](twoo.md).
"""
VOTE = Problem(
    SOURCE,
    5,
    "Agenda, part 1, “Dots”, vote",
    'found "walls"; there is no vote of that id here',
    "link-to-nothing",
    path=("agenda", 0, "vote"),
)
LINK = Problem(SOURCE, 10, "", 'found "twoo.md": no post lies there; did you mean “two.md”?', "link-to-nothing")


class Checks:
    """What is known of the diary, and from when."""

    def __init__(self) -> None:
        self.found = Checked(began=1)

    def __call__(self) -> Checked:
        return self.found

    def end(self, *problems: Problem) -> None:
        self.found = Checked(problems, {}, time.time_ns())


@pytest.fixture
def checks() -> Checks:
    return Checks()


@pytest.fixture
def editor(tmp_path: Path, checks: Checks) -> Iterator[EditorServer]:
    (tmp_path / "content" / "posts").mkdir(parents=True)
    (tmp_path / SOURCE).write_text(POST, "utf-8")
    server = EditorServer(0, tmp_path / "content", ZoneInfo("Europe/London"), checks)
    server.start()
    yield server
    server.stop()


def form_of(editor: EditorServer) -> str:
    return f"{editor.address}post?{urlencode({'source': SOURCE})}"


def test_what_the_check_finds_comes_to_its_field_while_the_form_is_open(
    page: Page, editor: EditorServer, checks: Checks
) -> None:
    page.goto(form_of(editor))
    expect(page.get_by_text("The whole diary is being checked.")).to_be_visible()
    page.get_by_label("The story").fill("Hello, and")
    checks.end(VOTE, LINK)
    expect(page.get_by_role("alert")).to_contain_text("there is no vote of that id here")
    field = page.locator("#agenda-0-vote")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        'The id of the vote that was taken. found "walls"; there is no vote of that id here'
    )
    expect(page.get_by_label("The story")).to_have_value("Hello, and")


def test_a_finding_in_the_story_opens_at_its_line_and_is_mended_by_keyboard(
    page: Page, editor: EditorServer, checks: Checks, tmp_path: Path
) -> None:
    checks.end(VOTE, LINK)
    page.goto(f"{editor.address}mend")
    assert barriers_in_light_and_dark(page) == []
    page.get_by_role("link", name="Open at this line (The story, line 3)").click()
    story = page.get_by_label("The story")
    expect(story).to_be_focused()
    chosen = (
        "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    )
    page.wait_for_function(
        f"{chosen} === 'See [two](twoo.md).'"
    )  # The field has the focus a moment before its line is chosen.
    page.get_by_role("button", name="Mend it: “twoo.md” becomes “two.md”").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mended.", exact=True)).to_be_visible()
    assert (tmp_path / SOURCE).read_text("utf-8") == POST.replace("twoo", "two")


def test_a_finding_opens_at_its_field_without_a_script_too(
    browser: Browser, editor: EditorServer, checks: Checks
) -> None:
    checks.end(VOTE)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{editor.address}mend")
    page.get_by_role("link", name="Open at this line").click()
    expect(page.locator("#agenda-0-vote")).to_be_focused()
    expect(page.locator("#agenda-0-vote")).to_be_visible()
    context.close()
