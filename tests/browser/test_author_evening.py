"""A whole evening written in the author's desk without a line of YAML: with a mouse, and by keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.author.server import EditorServer
from plugins.workbench.paths import CHECKOUT
from tests.author.evening import (
    BLURRED,
    BOX,
    EVENING,
    FILE,
    PHOTOS,
    SOURCE,
    STARTS,
    STORY_PHOTO,
    TITLE,
    Pick,
    editor_before,
    photos_of_a_phone,
)
from tests.browser.hands import Hand, Keyboard, Mouse

CLICKS, DRAGS, TYPED = 115, 2, 413
GUIDE = (CHECKOUT / "docs/for-authors/first-post.md").read_text("utf-8")
_DRAWN = re.compile(r"{x: (\S+), y: (\S+), w: (\S+), h: (\S+)}")


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[EditorServer]:
    with editor_before(tmp_path) as server:
        yield server


def written(hand: Hand, editor: EditorServer, folder: Path) -> str:
    """What somebody writes who begins with an empty desk, and what lies in the file then."""
    page = hand.page
    page.goto(editor.address)
    hand.press(page.get_by_role("link", name="Write a new post"))
    hand.put(page.get_by_label("Its title"), TITLE)
    hand.put(page.get_by_label("When the workshop starts"), STARTS)
    hand.press(page.get_by_role("button", name="Make a draft"))
    expect(page.get_by_text("It is a draft")).to_be_visible()
    hand.write(EVENING)
    hand.press(page.get_by_role("button", name="Save, and go to its photos"))
    expect(page.get_by_role("heading", name=f"Photos: {TITLE}")).to_be_visible()
    hand.bring(photos_of_a_phone(folder))
    expect(page.get_by_text("3 photos came in.")).to_be_visible()
    for file, fields in PHOTOS:
        hand.write(fields, below="p0.")
        hand.press(page.get_by_role("button", name=f"Put {file} into the post"))
        expect(page.get_by_text("It is in the post.")).to_be_visible()
    hand.press(page.get_by_role("link", name=f"Blur and focus: {BLURRED}"))
    expect(page.locator("#stage img")).to_have_js_property("complete", True)
    hand.draw()
    hand.press(page.get_by_role("button", name="Write it into the post"))
    expect(page.get_by_text(f"Written into {SOURCE}")).to_be_visible()
    hand.press(page.get_by_role("link", name=SOURCE))
    hand.write({"story:photo": Pick(STORY_PHOTO)})
    hand.press(page.locator('button[value="story:photo"]'))
    hand.press(page.get_by_role("button", name="Save").first)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    return (folder / SOURCE).read_text("utf-8")


def test_with_a_mouse_an_evening_is_written_in_so_many_clicks(page: Page, editor: EditorServer, tmp_path: Path) -> None:
    hand = Mouse(page)
    text = written(hand, editor, tmp_path)
    drawn = _DRAWN.search(text)
    assert drawn is not None
    assert [float(share) * 100 for share in drawn.groups()] == pytest.approx(BOX, abs=0.5)
    assert text.replace(drawn[0], "{x: 0.4, y: 0.4, w: 0.2, h: 0.2}") == FILE
    assert (hand.clicks, hand.drags, hand.typed) == (CLICKS, DRAGS, TYPED)
    counted = f"{CLICKS} clicks, {DRAGS} drags of the mouse and {TYPED} typed letters"
    assert counted in " ".join(GUIDE.split())


def test_by_keyboard_alone_the_same_evening_is_written(page: Page, editor: EditorServer, tmp_path: Path) -> None:
    hand = Keyboard(page)
    assert written(hand, editor, tmp_path) == FILE
    assert hand.typed == TYPED
