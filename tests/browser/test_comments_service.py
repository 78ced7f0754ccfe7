"""The comments service in a browser without scripts: a reader writes, a moderator moderates by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.barriers import barriers_in_light_and_dark
from tests.support.comment_services import MEETING, PASSWORD, RunningService, running, write_threads

PAGE = """<!DOCTYPE html><html lang="en"><title>We met</title><main><h1>We met</h1>
<form method="post" action="{service}answer"><input type="hidden" name="thread" value="{thread}">
<input type="hidden" name="parent"><label>Name <input name="name"></label>
<label>Comment <textarea name="words"></textarea></label><input type="hidden" name="website">
<button>Send comment</button></form><a href="{service}moderate/">Read here</a></main></html>"""


@dataclass(frozen=True)
class Diary:
    """A page of a diary with a form, and the service behind it."""

    page: str
    service: RunningService

    @property
    def moderation(self) -> str:
        return f"{self.service.address}moderate/"


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> Iterator[Diary]:
    folder, site = tmp_path_factory.mktemp("comments"), tmp_path_factory.mktemp("site")
    write_threads(folder, shut={"open": False})
    address = static_host(site)
    with running(folder, site=address) as service:
        below = site / MEETING / "index.html"
        below.parent.mkdir(parents=True)
        below.write_text(PAGE.format(service=service.address, thread=MEETING), "utf-8")
        yield Diary(f"{address}{MEETING}", service)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """No script runs in it."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB", timezone_id="Europe/London")
    yield context.new_page()
    context.close()


def write(page: Page, diary: Diary, words: str, name: str = "") -> None:
    page.goto(diary.page)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Comment").fill(words)
    with page.expect_navigation():
        page.get_by_role("button", name="Send comment").click()


def log_in(page: Page, diary: Diary) -> None:
    page.goto(diary.moderation)
    page.get_by_role("textbox", name="Name").fill("Robin")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are Robin.")).to_be_visible()


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the control has the focus, as whoever has no mouse does."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]  # a role from a test's own list
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").and_(wanted).count():
            return
    pytest.fail(f"Tab never reaches the {role} “{name}”")


def test_a_reader_writes_without_a_script_and_is_thanked(page: Page, diary: Diary) -> None:
    write(page, diary, "I was there.\n\nIt was good.", "Mo")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert page.url == f"{diary.service.address}thanks?thread=workshops%2Fmeeting%2F"
    assert page.context.cookies() == []
    assert "It was good." not in str(diary.service.archive())


def test_words_to_mend_are_still_there_and_can_be_sent_from_there(page: Page, diary: Diary) -> None:
    page.goto(diary.page)
    page.get_by_label("Name").fill("n" * 61)
    page.get_by_label("Comment").fill("A long name.")
    page.get_by_role("button", name="Send comment").click()
    faults = page.get_by_role("region", name="Not sent yet. Your words are still here.")
    expect(faults).to_be_focused()
    expect(page.get_by_role("textbox", name="Comment")).to_have_value("A long name.")
    faults.get_by_role("link", name="A name may have 60 letters").click()
    name = page.get_by_role("textbox", name="A made-up name to show")
    expect(name).to_have_accessible_description(
        "Please do not write your real name. Leave it empty and it says “Anonymous”. "
        "A name may have 60 letters, and this has 61. Write a shorter one."
    )
    name.fill("Ada")
    page.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_a_moderator_takes_out_what_no_page_may_show_and_approves_by_keyboard_alone(page: Page, diary: Diary) -> None:
    write(page, diary, "Ask Marmaduke: mo@example.org", "Marmaduke")
    log_in(page, diary)
    card = page.get_by_role("article", name="Marmaduke writes below We met")
    number = card.locator("[name=comment]").first.input_value()
    approve = card.get_by_role("button", name="Approve comment")
    expect(approve).to_have_accessible_description(
        "No page may show this: it holds an e-mail address. Take it out before you approve it."
    )
    approve.press("Enter")
    said = "No page may show this: it holds an e-mail address. Take it out, then try again."
    expect(page.get_by_role("region", name=said)).to_be_focused()
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Ask somebody who knows.")
    tab_to(page, "button", f"Approve comment {number}")
    page.keyboard.press("Enter")
    done = page.get_by_role("status")
    expect(done).to_have_text("Approved. It appears with the next build of the diary, usually within minutes.")
    expect(done).to_be_focused()
    (thread,) = diary.service.archive()["threads"]
    approved = next(comment for comment in thread["comments"] if comment["id"] == number)
    assert (approved["name"], approved["html"]) == ("", "<p>Ask somebody who knows.</p>")


def test_enter_in_a_field_saves_and_publishes_nothing(page: Page, diary: Diary) -> None:
    write(page, diary, "Not yet.", "Early")
    log_in(page, diary)
    card = page.get_by_role("article", name="Early writes below We met")
    card.locator("summary").click()
    card.get_by_label("Name").fill("Late")
    card.get_by_label("Name").press("Enter")
    expect(page.get_by_role("status")).to_have_text("The changes are saved.")
    expect(page.get_by_role("article", name="Late writes below We met")).to_be_visible()


def test_deleting_for_good_asks_first_and_works_by_keyboard(page: Page, diary: Diary) -> None:
    write(page, diary, "Delete me.", "Gone")
    log_in(page, diary)
    number = page.get_by_role("article", name="Gone writes below We met").locator("[name=comment]").first.input_value()
    tab_to(page, "link", f"Delete for good … comment {number}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Delete this comment for good?")).to_be_visible()
    tab_to(page, "button", "Delete for good")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Deleted for good.")
    page.get_by_role("link", name="Log", exact=True).click()
    expect(page.get_by_role("row").nth(1)).to_contain_text(f"Deleted for good: comment {number} below We met")
    assert "Delete me" not in page.content()


def test_a_link_in_an_e_mail_leads_to_the_desk_that_is_open(page: Page, diary: Diary) -> None:
    log_in(page, diary)
    page.goto(diary.page)
    page.get_by_role("link", name="Read here").click()
    expect(page.get_by_text("You are Robin.")).to_be_visible()


def test_what_may_tell_of_harm_is_kept_aside_and_passed_on(page: Page, diary: Diary) -> None:
    write(page, diary, "I am not safe.", "Sam")
    log_in(page, diary)
    page.get_by_role("article", name="Sam writes").get_by_role("button", name="Keep aside").click()
    expect(page.get_by_role("status")).to_contain_text("Kept aside. Pass it on now")
    page.get_by_role("link", name="If somebody is at risk").last.click()
    expect(page.get_by_text("Danger now? Call 999.")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="I have passed it on").click()
    expect(page.get_by_role("status")).to_contain_text("Noted that it has been passed on.")


def test_a_post_is_closed_and_the_next_reader_is_told(page: Page, diary: Diary) -> None:
    log_in(page, diary)
    page.get_by_role("link", name="Posts").click()
    page.get_by_role("button", name="Close comments below We met").click()
    write(page, diary, "Too late.")
    expect(page.get_by_role("region", name="Not sent yet.")).to_contain_text("Comments on this post are closed.")
    expect(page.get_by_role("textbox", name="Comment")).to_have_value("Too late.")
    page.goto(f"{diary.moderation}posts")
    page.get_by_role("button", name="Open comments below We met").click()


def test_no_page_of_the_service_has_a_barrier(browser: Browser, diary: Diary) -> None:
    context = browser.new_context()
    page = context.new_page()
    found: list[str] = []

    def look(name: str) -> None:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            found.extend(
                f"{name} at {width}: {fault}"
                for fault in [*barriers_in_light_and_dark(page), *(["too wide"] if wide else [])]
            )

    for number in range(2):
        write(page, diary, f"{number}, mo@example.org", "A long name without any space" * 2)
    look("thanks")
    write(page, diary, " ")
    look("error")
    page.goto(f"{diary.service.address}answer?thread=posts/shut/")
    look("closed")
    page.goto(f"{diary.moderation}")
    look("login")
    page.get_by_role("textbox", name="Name").fill("Robin")
    page.get_by_role("textbox", name="Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="That name and that password do not go together.")).to_be_visible()
    look("wrong password")
    log_in(page, diary)
    page.locator("summary").first.click()
    look("queue")
    with page.expect_navigation():
        page.get_by_role("button", name="Approve").first.click()
    look("approved")
    for path in ("published", "posts", "log", "safeguarding", "nowhere"):
        page.goto(f"{diary.moderation}{path}")
        look(path)
    page.goto(f"{diary.moderation}published")
    with page.expect_navigation():
        page.get_by_role("link", name="Delete for good").first.click()
    look("delete")
    context.close()
    assert found == []
