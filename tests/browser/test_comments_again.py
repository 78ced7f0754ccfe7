"""A reader whose comment was not taken at the first try sends it again: refused, offline, or on an old phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.answered_diaries import HELLO, THANKS, Diary, answered_diary, write


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    with answered_diary(tmp_path_factory.mktemp("answers")) as held:
        yield held


def test_whoever_is_refused_can_press_the_button_once_more(page: Page, diary: Diary) -> None:
    page.goto(diary.address + HELLO)
    status = page.locator(".comment-form__status")
    page.locator("input[name=website]").evaluate("field => { field.value = 'https://filled-in.example'; }")
    write(page, "I am a person.")
    expect(status).to_have_text(
        "Something filled in a field that nobody sees, as machines do. If you are a person, press “Send comment” once more."
    )
    page.get_by_role("button", name="Send comment").click()
    expect(status).to_have_text(THANKS)
    page.locator("input[name=parent]").evaluate("field => { field.value = '999'; }")
    write(page, "To whom I answered is gone.")
    expect(status).to_contain_text("is not there any more. Press “Send comment” to send yours below the post.")
    page.get_by_role("button", name="Send comment").click()
    expect(status).to_have_text(THANKS)


def test_a_phone_too_old_for_the_script_sends_the_plain_form(page: Page, diary: Diary) -> None:
    page.add_init_script("delete AbortSignal.timeout")
    page.goto(diary.address + HELLO)
    write(page, "From an old phone.")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_offline_the_words_stay_and_are_sent_afterwards(page: Page, diary: Diary) -> None:
    page.goto(diary.address + HELLO)
    page.context.set_offline(True)
    write(page, "Written on a train.")
    status = page.locator(".comment-form__status")
    expect(status).to_contain_text("You seem to be offline")
    expect(page.get_by_label("Your comment")).to_have_value("Written on a train.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Send comment").click()
    expect(status).to_have_text(THANKS)
