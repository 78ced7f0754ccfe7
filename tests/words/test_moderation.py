"""What moderators are told: counts, hints beside buttons, the log, and e-mails that give nothing away."""

import pytest

from plugins.words import moderation


def test_a_count_of_none_is_said_in_words() -> None:
    assert [moderation.waiting(count) for count in (0, 3)] == ["Nothing waits", "3 waiting"]
    assert [moderation.published(count) for count in (0, 3)] == ["Nothing is published yet", "3 published"]
    assert [moderation.more_after(count) for count in (0, 3)] == ["", "3 more come after these."]
    assert [moderation.replies(count) for count in (0, 1, 3)] == ["", "It has 1 reply", "It has 3 replies"]
    assert moderation.delete_page(20) == "Delete all 20 on this page for good"
    assert (moderation.published_below(3), moderation.waiting_below(1)) == ("3 published", "1 waiting")


def test_a_flood_is_told_without_saying_whose_it_is() -> None:
    assert [moderation.flooded(count) for count in (0, 61)] == ["The flood has been read", "61 came in a flood"]
    assert [moderation.flood_link(count) for count in (1, 61)] == [
        "1 of them came in a flood. Read it by itself",
        "61 of them came in a flood. Read these by themselves",
    ]
    assert [moderation.queue_link(count) for count in (1, 3)] == ["Back to the other one", "Back to the other 3"]
    assert moderation.flood_about(3) == (
        "While many comments waited, these came from networks that sent more than 3 each. They may be spam, "
        "or a class that writes together. Read them all, and keep aside whatever may tell of harm."
    )


def test_a_button_says_which_comment_or_post_it_is_about() -> None:
    assert moderation.you_are("Robin") == "You are Robin."
    assert moderation.below("We met") == "below We met"
    assert moderation.comment(17) == "comment 17"
    assert moderation.changes_to(17) == "to comment 17"
    assert moderation.in_reply_to("Mo") == "In reply to Mo:"
    assert moderation.changed("Monday") == "Words changed by a moderator on Monday."
    assert [moderation.writes("Mo", is_reply=reply) for reply in (False, True)] == [
        "Mo writes below",
        "Mo replies below",
    ]


def test_minutes_to_wait_are_rounded_up() -> None:
    assert moderation.too_often(61) == "You have tried too often. Wait 2 minutes, then try again."
    assert moderation.too_often(60) == "You have tried too often. Wait 1 minute, then try again."


def test_what_no_page_may_show_is_told_with_each_reason() -> None:
    reasons = ("an e-mail address", "a folder")
    said = "it holds an e-mail address and a folder."
    assert moderation.blocked((), is_published=True) == ""
    assert (
        moderation.blocked(reasons, is_published=True)
        == f"The page goes without this comment: {said} Take it out, and save."
    )
    assert (
        moderation.blocked(reasons, is_published=False)
        == f"No page may show this: {said} Take it out before you approve it."
    )
    assert moderation.may_not_be_shown(reasons) == (
        "No page may show this: it holds an e-mail address and a folder. Take it out, then try again."
    )


@pytest.mark.parametrize(
    ("number", "title", "line"),
    [(17, "We met", "Approved: comment 17 below We met"), (None, "We met", "Approved: We met"), (None, "", "Approved")],
)
def test_the_log_says_what_was_done_and_to_what(number: int | None, title: str, line: str) -> None:
    assert moderation.log_line("approved", number, title) == line


def test_an_e_mail_says_that_comments_wait_and_not_what_they_say() -> None:
    assert moderation.email_subject(1, "A diary") == "1 comment waits to be read: A diary"
    assert moderation.email_subject(2, "A diary") == "2 comments wait to be read: A diary"
    assert moderation.email(1, "https://a.example/").startswith(
        "1 comment waits to be read before anybody else can see it.\n\nRead here: https://a.example/\n"
    )
    assert "can see them." in moderation.email(2, "https://a.example/")
