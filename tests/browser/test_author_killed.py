"""`serve` is killed while somebody types at its desk: two seconds of it are lost, and no more."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from plugins.author.server import EditorServer
from tests.support.previews import running

SOURCE = "content/posts/one.md"
POST = "---\ntitle: One # as ever\n---\n\nFirst.\n"
LONGEST_LOST = 2.0
SECONDS = 2.6


@contextmanager
def opened_again(content: Path) -> Iterator[str]:
    """The address of the desk as it is there after the next start."""
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield server.address
    server.stop()


def test_two_seconds_of_typing_are_lost_at_most(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "content" / "posts" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_text(POST, "utf-8")
    typed: list[tuple[float, int]] = []
    with running(tmp_path / "content", tmp_path / "site") as served:
        page.goto(f"{served.author}/post?{urlencode({'source': SOURCE})}")
        page.get_by_label("The story").fill("")
        began = time.monotonic()
        while time.monotonic() - began < SECONDS:
            page.keyboard.type("a", delay=40)  # Without a pause, so that no pause is waited for.
            typed.append((time.monotonic(), len(typed) + 1))
        killed = time.monotonic()
        served.kill()
    assert file.read_text("utf-8") == POST
    with opened_again(tmp_path / "content") as address:
        page.goto(f"{address}post?{urlencode({'source': SOURCE})}")
        expect(page.get_by_text("was not saved. It is back, below.")).to_be_visible()
        back = len(page.get_by_label("The story").input_value())
    assert back >= max((number for at, number in typed if at <= killed - LONGEST_LOST), default=0)
    assert back <= len(typed)
