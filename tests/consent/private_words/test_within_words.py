"""Private words with something within: apostrophes, hyphens, line ends, letters that stand one by one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.consent.private_words.lists import lines_found

APOSTROPHE = ["O'Donnell", "O’Donnell", "O Donnell", "ODonnell", "O`Donnell", "Oʼ Donnell", "O'\u200bDonnell"]
HYPHEN = [
    "Jo-Anne",
    "Jo–Anne",
    "Jo—Anne",
    "Jo Anne",
    "JoAnne",
    "Jo\u00adAnne",
    "Jo\u2011Anne",
    "Jo-\nAnne",
    "Jo\u00ad\nAnne",
    "Jo-  Anne",
    "Jo.Anne",
    "jo_anne",
]
INITIALS = ["J.R.T.", "J. R. T.", "JRT", "J R T", "j-r-t"]


@pytest.mark.parametrize("spellings", [APOSTROPHE, HYPHEN, INITIALS], ids=["apostrophe", "hyphen", "initials"])
def test_one_name_is_found_however_it_is_parted(spellings: list[str]) -> None:
    for listed in (spelling for spelling in spellings if "\n" not in spelling):
        for written in spellings:
            assert lines_found("a.txt", f"We met {written} there.", listed) == [1], (listed, written)


BROKEN = [
    "Quill-feather",
    "Quill-\nfeather",
    "Quill\u2010 feather",
    "Quill\u00ad\n  feather",
    "Quill-\r\n\t feather",
    "Quill’feather",
    "Q.u.i.l.l.f.e.a.t.h.e.r",
    "Q u i l l f e a t h e r",
    "Q-u-i-l-l-f-e-a-t-h-e-r",
    "Q U I L L  F E A T H E R",
    "Q\nu\ni\nl\nl\nf\ne\na\nt\nh\ne\nr",
]


@pytest.mark.parametrize("written", BROKEN)
def test_a_word_is_found_that_is_taken_apart(written: str) -> None:
    for listed, before in (("Quillfeather", ""), ("Siân Quillfeather", "Siân ")):
        text = f"We met {before}{written} there"
        assert lines_found("a.txt", text, listed) == [1]
        assert lines_found("a.html", f"<p>{text}</p>", listed) == [1]
        assert lines_found("quill.svg", f"<svg><text>{text}</text></svg>", listed) == [1]


@pytest.mark.parametrize(
    "page",
    [
        "Quill-<br>feather",
        "Quill&shy;<br>feather",
        "<div>Quill-</div>\n<div>feather</div>",
        "Quill&#8209;feather",
        " ".join(f"<span>{letter}</span>" for letter in "Quillfeather"),
    ],
)
def test_a_word_is_found_that_markup_takes_apart(page: str) -> None:
    assert lines_found("a.html", f"<p>With {page}</p>", "Quillfeather") == [1]


@pytest.mark.parametrize("listed", ["07700 900123", "+44 7700 900123", "(07700) – 900 123"])
@pytest.mark.parametrize(
    "written",
    [
        "(07700) – 900 123",
        "07700-900123",
        "07700.900.123",
        "07700/900123",
        "077 00 90 01 23",
        "+44 (0)7700 – 900 – 123",
    ],
)
def test_a_number_is_found_with_signs_between(listed: str, written: str) -> None:
    assert lines_found("a.txt", f"Ring {written} now", listed) == [1]


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("Ann", "planned"),
        ("Ann", "an n"),
        ("Ann", "An new"),
        ("Ann", "anno-tated"),
        ("Joanne", "Jo Anne"),
        ("Asif", "as if"),
        ("Noone", "no one"),
        ("Andor", "and/or"),
        ("Ida", "I do a"),
        ("Sam", "s a m p l e"),
        ("O'Dell", "to dell"),
    ],
)
def test_other_words_are_let_be(listed: str, written: str) -> None:
    assert lines_found("a.txt", f"We met {written} there", listed) == []


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12)
SIGNS = st.sampled_from(["'", "’", "-", "–", ".", "_", "·", "\u2011", "\u00ad", "-\n", "\u200b", "", "*", "''"])


@given(word=LETTERS, signs=st.lists(SIGNS, min_size=12, max_size=12), is_whole_name=st.booleans())
def test_a_word_is_found_with_any_signs_within(word: str, signs: list[str], *, is_whole_name: bool) -> None:
    written = word[0] + "".join(sign + letter for sign, letter in zip(signs, word[1:], strict=False))
    listed, text = (f"Siân {word}", f"Siân {written}") if is_whole_name else (word, written)
    assert lines_found("a.txt", f"Then {text}, too", listed) == [1]


@given(LETTERS, st.integers(0, 2**32))
def test_a_word_is_not_found_inside_of_others(word: str, seed: int) -> None:
    chance = random.Random(seed)
    others = " ".join(f"{chance.choice('bdg')}{word}{chance.choice('mpt')}" for _ in range(5))
    assert lines_found("a.txt", f"1 {others} 2", word) == []
