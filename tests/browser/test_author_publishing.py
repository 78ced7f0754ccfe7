"""From a Word document to a site in a bare repository, at the desk: proof, publish, rename, move, cancel, withdraw."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.author.server import EditorServer
from tests.author.repositories import ENVIRON, POST, KeptDiary, git, kept_diary
from tests.imports.documents import paragraph, word
from tests.support.barriers import barriers_in_light_and_dark

SETTINGS = (
    "name: Our diary\naddress: https://diary.test\ncontact: diary@example.org\n"
    "publish_to:\n  live: git:{site}#gh-pages\n"
)
QUOTE = "The tea was hot and nobody hurried me."
FIELDS = f"""---
title: Notes of the evening
date: 2020-01-02
workshop: {{start: 2020-03-01 10:00, status: planned}}
feedback:
  quotes: [{{words: "{QUOTE}", consent: C-07}}]
---
"""


class Published:
    """A diary kept in one bare repository, with its desk; its site goes to another."""

    def __init__(self, home: Path) -> None:
        self.diary: KeptDiary = kept_diary(home)
        self.site = home.parent / "site.git"
        git(home.parent, "init", "--quiet", "--bare", "site.git")
        self.diary.write("content/diary.yml", SETTINGS.format(site=self.site))
        self.diary.write("content/consent.yml", "C-07: {covers: [quote]}\n")
        self.server = EditorServer(0, self.diary.content, ZoneInfo("Europe/London"))
        self.server.start()

    def shown(self, path: str) -> str:
        """A page that readers have; empty for one that they have not."""
        return git(self.site, "show", f"gh-pages:{path}", check=False)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    around = {**ENVIRON, "DIARY_ENVIRONMENT_MADE": "yes", "DIARY_NOW": "2020-02-01T12:00"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", around)
        published = Published(tmp_path_factory.mktemp("published") / "home")
        around["DIARY_SITE_URL"] = "https://preview.test"  # Of what comes later, nothing gets into the site.
        yield published
        published.server.stop()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Without a script: every step is a link or a button of a form."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", java_script_enabled=False)
    yield context.new_page()
    context.close()


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def look(page: Page, published: Published) -> None:
    """Look at what publishing would change, and wait for it."""
    page.goto(f"{published.server.address}publish")
    page.get_by_role("button", name=re.compile("Look (again )?at what will change")).click()
    ended(page)


def ended(page: Page) -> None:
    """The page looks again by itself until the job has ended."""
    expect(page.locator("form.editor-form")).to_be_visible()


def change(page: Page, published: Published, source: str) -> None:
    """Open what renames, moves and calls off, from the form of a post."""
    page.goto(f"{published.server.address}post?source={source}")
    page.get_by_role("link", name="Rename, move, postpone, cancel").click()


def event(calendar: str) -> list[str]:
    """The identity, the number and the status of the only event in a calendar."""
    return [re.findall(rf"^{name}:(\S+)", calendar, re.MULTILINE)[0] for name in ("UID", "SEQUENCE", "STATUS")]


def test_a_document_is_brought_in_read_by_its_group_and_published(page: Page, published: Published) -> None:
    page.goto(f"{published.server.address}new")
    page.get_by_label("A Word document (.docx)").set_input_files(
        {
            "name": "notes.docx",
            "mimeType": "application/octet-stream",
            "buffer": word(paragraph("Notes of the evening", style="Title"), paragraph("We talked about tea.")),
        }
    )
    press(page, "Bring it in as a draft")
    page.get_by_role("link", name="Open the draft").click()
    written = published.diary.content / "workshops/notes-of-the-evening/index.md"
    story = written.read_text("utf-8").rpartition("---\n")[2]
    written.write_text(FIELDS + story, "utf-8")
    page.reload()
    press(page, "Let the group read it first")
    expect(page.get_by_role("link", name="Fetch the proof")).to_be_visible()
    page.get_by_label("Who has read it?").fill("The Thursday group")
    press(page, "They have read it as it is now")
    expect(page.get_by_text("Read by: The Thursday group")).to_be_visible()
    look(page, published)
    expect(page.get_by_role("heading", name="What changes for readers")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Notes of the evening").first).to_be_visible()
    page.get_by_label(re.compile("There is no branch gh-pages at .* yet. Make it.")).check()
    press(page, "Publish")
    ended(page)
    expect(page.get_by_text(re.compile("Published: the branch gh-pages of .* shows the new site."))).to_be_visible()
    assert "We talked about tea." in published.shown("workshops/notes-of-the-evening/index.html")
    assert "https://diary.test/" in published.shown("index.html")
    assert "preview.test" not in published.shown("index.html")
    assert QUOTE in published.shown("workshops/notes-of-the-evening/index.html")
    assert published.diary.subjects()[0].startswith("New: ")


def test_it_is_renamed_moved_called_off_withdrawn_and_published_while_others_write(
    page: Page, published: Published
) -> None:
    source = "content/workshops/notes-of-the-evening/index.md"
    before = event(published.shown("workshops/notes-of-the-evening.ics"))
    change(page, published, source)
    page.get_by_label("Last part of its address").fill("An evening with tea")
    press(page, "See what renaming changes")
    press(page, "Rename it")
    source = source.replace("notes-of-the-evening", "an-evening-with-tea")
    change(page, published, source)
    page.get_by_label("Date of the post").fill("9 October 2016")
    press(page, "See what moving changes")
    expect(page.get_by_text("In lists it is the")).to_have_count(0)
    press(page, "Move it")
    change(page, published, source)
    press(page, "See what calling it off changes")
    press(page, "Call it off")
    page.goto(f"{published.server.address}consent?id=C-07")
    press(page, "Withdraw C-07 now")
    look(page, published)
    published.diary.committed_elsewhere({"posts/theirs.md": POST.replace("One", "Theirs")})
    press(page, "Publish")
    ended(page)
    expect(page.get_by_role("alert")).to_contain_text("The diary has changed since you looked.")
    moved = published.diary.bare.rename(published.diary.bare.with_name("moved.git"))
    press(page, "Publish")
    ended(page)
    expect(page.get_by_role("alert")).to_contain_text("There is no repository where origin should be.")
    press(page, "Publish the site all the same")
    ended(page)
    moved.rename(published.diary.bare)
    now = published.shown("workshops/an-evening-with-tea/index.html")
    assert "We talked about tea." in now
    assert "called off" in now
    uid, sequence, status = event(published.shown("workshops/an-evening-with-tea.ics"))
    assert (uid, status) == (before[0], "CANCELLED")
    assert int(sequence) > int(before[1])
    assert "an-evening-with-tea" in published.shown("workshops/notes-of-the-evening/index.html")
    assert "Theirs" in published.shown("posts/theirs/index.html")
    assert QUOTE not in git(published.site, "grep", "-h", "tea", "gh-pages", check=False)
    assert published.diary.subjects(bare=False)[1] == "By hand elsewhere"
    assert published.diary.is_untouched()


def test_the_pages_have_no_barrier(browser: Browser, published: Published) -> None:
    context = browser.new_context(locale="en-GB", viewport={"width": 320, "height": 640})
    page = context.new_page()
    for address in ("publish", "rearrange?source=content/workshops/an-evening-with-tea/index.md"):
        page.goto(published.server.address + address)
        assert barriers_in_light_and_dark(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
