"""Comments in the preview: written, approved and read, with nothing set up."""

import re
import shutil
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.previews import Preview, running
from tests.support.waiting import wait_until
from tests.test_sites import SITES


@dataclass(frozen=True)
class WithComments:
    """A running preview, and how to get to the moderation of its service."""

    preview: Preview
    moderation: str
    name: str
    password: str

    def answers(self) -> bool:
        """Whether the service, which starts beside the preview, answers."""
        try:
            with urllib.request.urlopen(self.moderation.replace("moderate/", "health"), timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@pytest.fixture
def previewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WithComments]:
    monkeypatch.setenv("DIARY_NOW", "2031-07-05T12:00")
    monkeypatch.setenv("DIARY_COMMENTS_TOKEN", "the-token-of-another-service")
    shutil.copytree(SITES / "comments" / "content", tmp_path / "content")
    with running(tmp_path / "content", tmp_path / "site", comments=True) as preview:
        assert preview.process.stdout
        told = "".join(preview.process.stdout.readline() for _ in range(2))
        found = re.search(r"moderated at (\S+)\nwith the name (\w+) and, until you stop, the password (\S+)\n", told)
        assert found, told
        assert preview.process.stdout.readline() == "Built. The page in your browser is up to date.\n"
        service = WithComments(preview, found[1], found[2], found[3])
        wait_until(service.answers)
        yield service


def test_a_comment_is_written_approved_and_read_with_nothing_set_up(page: Page, previewed: WithComments) -> None:
    page.goto(f"{previewed.preview.address}/posts/hello/")
    page.get_by_role("textbox", name="Comment").fill("Let us talk about lamps.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("We read your comment before it appears")).to_be_visible()
    page.goto(previewed.moderation)
    page.get_by_role("textbox", name="Name").fill(previewed.name)
    page.get_by_role("textbox", name="Password").fill(previewed.password)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status")).to_contain_text("Approved.")
    page.goto(f"{previewed.preview.address}/posts/hello/")
    expect(page.get_by_text("Let us talk about lamps.")).to_be_visible()


def test_the_service_ends_with_the_preview_even_when_it_is_killed(previewed: WithComments) -> None:
    previewed.preview.process.kill()
    previewed.preview.process.wait()
    wait_until(lambda: not previewed.answers())
