"""A diary with comments as its readers have it: built, on a static host, with the real service beside it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.support.builds import built
from tests.support.comment_services import PASSWORD, SECRET, RunningService, running
from tests.support.ports import free_port
from tests.support.static_host import serve
from tests.test_sites import SITES

CONTENT = SITES / "comments" / "content"
FIRST, HELLO = "workshops/first/", "posts/hello/"
THANKS = "Thank you. We read your comment before it appears below the post."


@dataclass
class Diary:
    """A built diary on a static host, and the service that takes its comments."""

    address: str
    folder: Path
    service: str
    running: RunningService | None = None

    def build(self) -> None:
        """Build the diary anew, with what the service gives out."""
        around = {
            "DIARY_NOW": "2031-07-05T12:00",
            "DIARY_SITE_URL": self.address,
            "DIARY_COMMENTS_SERVICE": self.service,
            "DIARY_COMMENTS_TOKEN": SECRET,
            "DIARY_COMMENTS_ARCHIVE": str(self.folder.parent / "kept" / "archive.json"),
        }
        built(CONTENT, self.folder, environment=around)

    def approve(self, browser: Browser, words: str) -> None:
        """What a moderator does with one comment that waits."""
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{self.service}moderate/")
        page.get_by_role("textbox", name="Name").fill("Robin")
        page.get_by_role("textbox", name="Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        card = page.get_by_role("article").filter(has_text=words)
        card.get_by_role("button", name=re.compile("^Approve")).click()
        expect(page.get_by_role("status")).to_contain_text("Approved.")
        context.close()


@contextmanager
def answered_diary(folder: Path) -> Iterator[Diary]:
    """Build it and run both, until the end of the block."""
    site = folder / "web" / "diary"
    site.parent.mkdir()
    port = free_port()
    with serve(site.parent) as host:
        held = Diary(f"{host}diary/", site, f"http://localhost:{port}/")
        held.build()  # The service is not there yet: the diary is whole all the same.
        threads = str(site / "comments" / "threads.json")
        with running(folder, port=port, address=held.service, site=held.address, threads=threads) as held.running:
            yield held


def write(page: Page, words: str, name: str = "") -> None:
    page.get_by_label("Your comment").fill(words)
    page.get_by_label("A made-up name to show").fill(name)
    page.get_by_role("button", name="Send comment").click()
