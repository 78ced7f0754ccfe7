"""Readers answer: with the real service and its database, in a real browser, with a script and without."""

import re
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.answered_diaries import FIRST, HELLO, THANKS, Diary, answered_diary, write
from tests.support.barriers import WCAG, barriers_in_light_and_dark

PROMISE = "We read every comment before it appears. Please do not write names or anything private."


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    with answered_diary(tmp_path_factory.mktemp("answers")) as held:
        yield held


def plain(browser: Browser) -> Page:
    """A page in which no script runs."""
    return browser.new_context(java_script_enabled=False, locale="en-GB").new_page()


def test_written_without_a_script_then_read_by_a_person_then_by_everybody(browser: Browser, diary: Diary) -> None:
    page = plain(browser)
    page.goto(diary.address + HELLO)
    expect(page.get_by_text(PROMISE)).to_be_visible()
    write(page, "About the long winter.\n\nAnd <b>soup</b>.", "Mo")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    diary.build()
    site = b"".join(path.read_bytes() for path in diary.folder.rglob("*") if path.is_file())
    assert b"long winter" not in site
    diary.approve(browser, "long winter")
    diary.build()
    page.goto(diary.address + HELLO)
    comment = page.get_by_role("article", name=re.compile("^Mo "))
    expect(comment).to_contain_text("About the long winter.")
    expect(comment).to_contain_text("And <b>soup</b>.")
    expect(page.get_by_role("heading", name="1 comment")).to_be_visible()
    page.goto(diary.address)
    page.get_by_role("link", name="1 comment").click()
    assert page.url == f"{diary.address}{HELLO}#comments"
    with urlopen(f"{diary.address}{HELLO}comments.xml") as feed:
        assert "About the long winter." in feed.read().decode()
    reply = page.get_by_role("link", name=re.compile("^Reply to Mo, "))
    reply.click()
    page.get_by_role("textbox", name="Comment").fill("A reply without a script.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    diary.approve(browser, "A reply without a script.")
    diary.build()
    page.goto(diary.address + HELLO)
    expect(page.locator(".comment__replies")).to_contain_text("A reply without a script.")
    assert page.context.cookies() == []
    page.context.close()


def test_with_a_script_no_page_is_left_and_nothing_is_kept_on_the_phone(
    browser: Browser, page: Page, diary: Diary
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(diary.address + FIRST)
    write(page, "An evening with drums.", "Ash")
    status = page.locator(".comment-form__status")
    expect(status).to_have_text(THANKS)
    assert status.get_attribute("role") == "status"
    expect(page.get_by_label("Your comment")).to_have_value("")
    expect(page.get_by_label("A made-up name to show")).to_have_value("")
    assert page.url == diary.address + FIRST
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    diary.approve(browser, "An evening with drums.")
    diary.build()
    page.goto(diary.address + FIRST)
    page.get_by_role("link", name=re.compile("^Reply to Ash, ")).press("Enter")
    expect(page.get_by_label("Your comment")).to_be_focused()
    expect(page.get_by_text("You are answering Ash.")).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_accessible_description(re.compile(r"^You are answering Ash\."))
    page.get_by_role("button", name="Answer the post instead").click()
    expect(page.get_by_text("You are answering")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Reply to Ash, ")).click()
    write(page, "I have a drum.")
    expect(status).to_have_text(THANKS)
    expect(page.get_by_text("You are answering")).to_be_hidden()
    diary.approve(browser, "I have a drum.")
    diary.build()
    page.goto(diary.address + FIRST)
    ash = page.get_by_role("article", name=re.compile("^Ash "))
    expect(ash.get_by_role("article", name=re.compile("^Anonymous "))).to_contain_text("I have a drum.")
    assert said == []


def test_what_is_to_be_mended_is_said_where_it_is_and_the_words_stay(page: Page, diary: Diary) -> None:
    page.goto(diary.address + HELLO)
    write(page, "o" * 4_001)
    words = page.get_by_label("Your comment")
    expect(words).to_be_focused()
    expect(words).to_have_attribute("aria-invalid", "true")
    fault = "A comment may have 4,000 letters. Take 1 letter out, or send it as two."
    expect(words).to_have_accessible_description(f"{PROMISE} {fault}")
    expect(page.locator(".comment-form__status")).to_have_text(fault)
    expect(words).to_have_value("o" * 4_001)
    write(page, "Shorter.")
    expect(page.locator(".comment-form__status")).to_have_text(THANKS)
    expect(words).not_to_have_attribute("aria-invalid", "true")


def test_words_that_were_not_sent_are_asked_about_and_then_gone(page: Page, diary: Diary) -> None:
    page.goto(diary.address + HELLO)
    page.get_by_label("Your comment").fill("Half a thought")
    asked: list[str] = []

    def leave(dialog: object) -> None:
        asked.append(dialog.type)  # type: ignore[attr-defined]  # Playwright's dialog.
        dialog.accept()  # type: ignore[attr-defined]  # The same.

    page.on("dialog", leave)
    page.goto(diary.address)
    assert asked == ["beforeunload"]
    page.go_back()
    expect(page.get_by_label("Your comment")).to_have_value("")


def test_a_form_is_filled_and_sent_by_keyboard(page: Page, diary: Diary) -> None:
    page.goto(diary.address + HELLO)
    page.get_by_label("Your comment").focus()
    page.keyboard.type("By keyboard.")
    for name in ("A made-up name to show", "Send comment"):
        page.keyboard.press("Tab")
        assert page.locator(":focus").evaluate("e => e.labels?.[0]?.textContent ?? e.textContent").startswith(name)
    page.keyboard.press("Enter")
    expect(page.locator(".comment-form__status")).to_have_text(THANKS)


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_with_threads_and_forms_have_no_barrier(page: Page, diary: Diary, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in (FIRST, HELLO, "posts/over/", "workshops/second/", ""):
        page.goto(diary.address + path)
        assert barriers_in_light_and_dark(page, *WCAG) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_on_paper_there_are_the_comments_and_no_form(page: Page, diary: Diary) -> None:
    page.goto(diary.address + FIRST)
    page.emulate_media(media="print")
    expect(page.get_by_text("An evening with drums.")).to_be_visible()
    for gone in (".comment-form", ".comments__feed", ".comment__reply"):
        assert page.locator(gone).evaluate_all("all => all.every(each => !each.checkVisibility())"), gone


def test_the_page_is_whole_with_the_service_gone(page: Page, diary: Diary) -> None:
    """The last of these: it stops the service."""
    assert diary.running is not None
    diary.running.process.kill()
    diary.running.process.wait()
    diary.build()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(diary.address + FIRST)
    expect(page.get_by_text("An evening with drums.")).to_be_visible()
    assert [url for url in asked if not url.startswith(diary.address)] == []
    write(page, "Is anybody there?")
    expect(page.locator(".comment-form__status")).to_contain_text(
        "We could not send your comment. Your words are still here."
    )
    expect(page.get_by_label("Your comment")).to_have_value("Is anybody there?")
