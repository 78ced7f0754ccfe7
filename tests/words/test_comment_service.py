"""What a reader is told whose comment comes back."""

from plugins.words import comment_service


def test_a_page_that_came_back_says_so_in_its_title() -> None:
    assert comment_service.not_sent("Thank you") == "Not sent yet: thank you"
    assert comment_service.wrote("Mo") == "Mo wrote:"


def test_minutes_to_wait_are_rounded_up() -> None:
    assert comment_service.too_fast(60).startswith("Many comments are coming in just now. Wait a minute, then press")
    assert "Wait 2 minutes, then press" in comment_service.too_fast(61)


def test_what_is_too_long_is_told_with_what_is_too_much() -> None:
    assert comment_service.long_name(90, 80) == "A name may have 80 letters, and this has 90. Write a shorter one."
    assert comment_service.long_words(2001, 2000) == (
        "A comment may have 2,000 letters. Take 1 letter out, or send it as two."
    )
    assert "Take 1,500 letters out" in comment_service.long_words(3500, 2000)
