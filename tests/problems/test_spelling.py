"""The word that an author probably meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.problems import nearest

FIELDS = (
    *("title", "date", "updated", "status", "summary", "author", "tags", "lang", "slug", "image", "easy_read"),
    *("glossary", "milestones", "comments", "photos", "workshop", "agenda", "votes", "feedback", "answers", "ideas"),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("tittel", "title"),
        ("autor", "author"),
        ("sumary", "summary"),
        ("stauts", "status"),
        ("feadbak", "feedback"),
        ("glosary", "glossary"),
        ("glossar", "glossary"),
        ("commments", "comments"),
        ("coments", "comments"),
        ("fotos", "photos"),
        ("idea", "ideas"),
        ("vote", "votes"),
        ("wokrshop", "workshop"),
        ("workshops", "workshop"),
        ("mile stones", "milestones"),
        ("Easy-Read", "easy_read"),
        ("easyread", "easy_read"),
        ("“title”", "title"),
        ("dáte", "date"),
        ("dtae", "date"),
    ],
)
def test_a_slip_is_recognised(typed: str, meant: str) -> None:
    assert nearest(typed, FIELDS) == meant


@pytest.mark.parametrize(
    "typed", ["", "  ", "t", "no", "xyzzy", "venue", "lane", "Überschrift", "datum", "—", "a" * 5000]
)
def test_a_word_that_is_like_no_other_gets_no_suggestion(typed: str) -> None:
    assert nearest(typed, FIELDS) is None


@pytest.mark.parametrize(
    ("typed", "words", "meant"),
    [
        ("publishd", ("draft", "published", "hidden"), "published"),
        ("planed", ("planned", "held", "postponed", "cancelled"), "planned"),
        ("canceled", ("planned", "held", "postponed", "cancelled"), "cancelled"),
        ("not possible", ("done", "doing", "not-possible"), "not-possible"),
        ("none", ("done", "doing", "not-possible"), None),
        ("show of hands", ("show-of-hands", "approval"), "show-of-hands"),
        ("STV", ("instant-runoff", "stv", "borda"), "stv"),
        ("why", ("words", "who", "consent"), None),
        ("wen", ("when", "title"), "when"),
    ],
)
def test_choices_are_suggested_likewise(typed: str, words: tuple[str, ...], meant: str | None) -> None:
    assert nearest(typed, words) == meant


def test_of_words_equally_near_the_one_with_the_same_first_letter_is_told() -> None:
    assert nearest("hotes", ("votes", "hates")) == "hates"


def test_of_words_equally_near_the_first_in_the_alphabet_is_told() -> None:
    assert nearest("notes", ("votes", "cotes")) == "cotes"


def test_no_known_words_no_suggestion() -> None:
    assert nearest("title", ()) is None


@given(st.text(max_size=100), st.lists(st.text(max_size=20)))
def test_a_suggestion_is_always_a_known_word_and_does_not_hang_on_their_order(word: str, known: list[str]) -> None:
    suggestion = nearest(word, known)
    assert suggestion is None or suggestion in known
    assert suggestion == nearest(word, reversed(known))
