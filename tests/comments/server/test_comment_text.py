import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.server.comment_text import LONGEST_NAME, LONGEST_WORDS, CommentText, faults, normalised

NAME_TOO_LONG = "A name may have 60 letters, and this has 61. Write a shorter one."
NOTHING = "Write your comment first. One word is enough."


def kept(words: str) -> str:
    return normalised("", words).words


@pytest.mark.parametrize(
    "words",
    [
        "👍",
        "No",
        "Zoë & Jürgen – “naïve” <b>",
        "👩‍👩‍👧 🏳️‍🌈 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "مرحبا بكم",
        "می‌خواهم",
        "नमस्ते दुनिया",
        "שָׁלוֹם",
        "Tiếng Việt",
        "🩷",
        "I 🫨 🩵 \U0001fae9 \U00010d4a",
    ],
)
def test_what_people_write_in_any_script_is_kept_as_it_is(words: str) -> None:
    assert kept(words) == unicodedata.normalize("NFC", words)
    assert faults(normalised("", words)) == {}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  a  \n\n\n\n\n b\t", "a\n\nb"),
        ("wake\a null\0 escape\x1b[31m", "wake null escape[31m"),
        ("turned \u202eround\u202c", "turned round"),
        ("hid\u200bden\ufeff \u2066x\u2069", "hidden x"),
        ("tag\U000e0041\U000e0042s", "tags"),
        ("private\ue000 and\uffff\ufffe not letters", "private and not letters"),
        ("line\u2028and\u2029paragraph", "line\nand\nparagraph"),
        ("e\u0301", "é"),
        ("no letter \U0001fffe\U0010ffff\U000e0fff\ufff0", "no letter"),
    ],
)
def test_what_hides_or_turns_text_round_or_breaks_a_feed_is_taken_out(typed: str, left: str) -> None:
    assert kept(typed) == left


def test_heaps_of_marks_are_cut_to_four() -> None:
    assert kept("Z" + "\u0351" * 50 + "algo") == "Z" + "\u0351" * 4 + "algo"


def test_a_name_is_one_line() -> None:
    assert normalised(" Mo \r\n\t of \u202e the  lamp ", "x").name == "Mo of the lamp"


@pytest.mark.parametrize("words", ["", " \n ", "\u200d", "\u0301", "\u3164", "\u2800"])
def test_nothing_seen_is_nothing_said(words: str) -> None:
    assert faults(normalised("", words)) == {"words": NOTHING}


def test_too_much_is_told_with_how_much() -> None:
    assert faults(CommentText(name="", words="x" * LONGEST_WORDS)) == {}
    assert faults(CommentText(name="n" * (LONGEST_NAME + 1), words="x" * (LONGEST_WORDS + 1))) == {
        "name": NAME_TOO_LONG,
        "words": "A comment may have 4,000 letters. Take 1 letter out, or send it as two.",
    }
    assert faults(CommentText(name="", words="x" * 5_200)) == {
        "words": "A comment may have 4,000 letters. Take 1,200 letters out, or send it as two."
    }


@given(st.text())
def test_no_text_gets_past_with_a_letter_that_xml_forbids(text: str) -> None:
    for letter in kept(text):
        assert letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cs", "Co"}
        assert letter not in "\ufffe\uffff\u202e"


@given(st.text())
def test_what_is_kept_is_kept_the_same_again(text: str) -> None:
    once = normalised(text, text)
    assert normalised(once.name, once.words) == once
