"""Letters that nobody sees, by their numbers."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.unicode import is_unseen, readings, without_stray_unseen, without_unseen

DEFAULT_IGNORABLE = """
    00AD 034F 061C 115F..1160 17B4..17B5 180B..180F 200B..200F 202A..202E 2060..206F 3164 FE00..FE0F FEFF FFA0 FFF0..FFF8
    1BCA0..1BCA3 1D173..1D17A E0000..E0FFF
"""
"""Unicode 17.0, DerivedCoreProperties.txt, Default_Ignorable_Code_Point: 4,174 numbers."""
VISIBLE_FORMATS = "0600..0605 06DD 070F 0890..0891 08E2 110BD 110CD"
"""Formats (Cf) that stand below or above numbers, and are drawn [Unicode 17.0, Prepended_Concatenation_Mark; 070F]."""

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
IN_USE = (
    ENGLAND,
    "👩🏽‍❤️‍💋‍👨🏿",
    "👨‍👩‍👧‍👦",
    "🏴‍☠️",
    "🏳️‍🌈",
    "☎︎ ☎️",
    "#️⃣ 1️⃣",
    "©️",
    "می‌خواهم",
    "ക്‍",
    "葛\U000e0100城",
    "ᠠ᠋",
    "\U0001fae8\U0001fa77",
    "\U0001fae9\U0001fac6",
)
"""Flags, couples, families, forms of signs, Persian, Malayalam, Japanese names, Mongolian, smileys of 2022 and 2024."""


def numbers(listed: str) -> frozenset[int]:
    ranges = (each.partition("..") for each in listed.split())
    return frozenset(number for low, _, high in ranges for number in range(int(low, 16), int(high or low, 16) + 1))


CONTROLS = "\x00\x01\x1c\x1f\x7f\x80"
hiding_letters = st.sampled_from(sorted(map(chr, numbers(DEFAULT_IGNORABLE) | {0x2800, 0xFFF9, 0xFFFC})))
anything = st.text(
    st.one_of(
        hiding_letters,
        st.sampled_from(CONTROLS),
        st.sampled_from("ab #1©é\u0590ا葛🏴❤👩‍️\U000e0067\U000e0062\U000e007f"),
        st.characters(),
    )
)


def test_whatever_unicode_says_is_shown_as_nothing_is_unseen() -> None:
    assert len(numbers(DEFAULT_IGNORABLE)) == 4_174
    assert all(is_unseen(chr(number)) for number in numbers(DEFAULT_IGNORABLE))


def test_every_format_and_control_that_python_knows_is_unseen_or_known_to_be_drawn() -> None:
    drawn = numbers(VISIBLE_FORMATS)
    for number in range(0x110000):
        if unicodedata.category(chr(number)) in ("Cf", "Cc", "Cs") and number not in drawn | {9, 10, 11, 12, 13, 0x85}:
            assert is_unseen(chr(number)), f"U+{number:04X}"


@pytest.mark.parametrize(
    "number", [0xE0062, 0xE0100, 0x1D173, 0x1BCA0, 0xFFF9, 0x3164, 0x2800, 0x17B4, 0x180E, 0x115F, 0xFFA0]
)
def test_a_letter_that_hides_is_unseen(number: int) -> None:
    assert without_unseen(f"Quill{chr(number)}feather") == "Quillfeather"


@given(st.characters(categories=("L", "N", "P", "S", "Zs", "Co", "Cn")))
def test_what_is_drawn_is_seen_whether_python_knows_it_or_not(letter: str) -> None:
    hides = numbers(DEFAULT_IGNORABLE) | {0x2800, 0x2D7F, 0xFFFC, 0x1107F, 0x16FE4, 0x1D159} | numbers("13430..1343F")
    no_character = 0xFDD0 <= ord(letter) <= 0xFDEF or ord(letter) & 0xFFFE == 0xFFFE
    assert is_unseen(letter) == (ord(letter) in hides or no_character)


@pytest.mark.parametrize("sign", IN_USE)
def test_unseen_letters_stay_where_they_make_a_sign_what_it_is(sign: str) -> None:
    assert without_stray_unseen(f"We said {sign} twice: {sign}{sign}") == f"We said {sign} twice: {sign}{sign}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("S\u200dm\ufe0fi\u200cth", "Smith"),
        ("\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "ring sam") + "\U000e007f", "\U0001f3f4"),
        ("❤️\U000e0073\U000e0061\U000e006d", "❤️"),
        ("❤️️‍‍👩", "❤️👩"),
        (" \u200d\u3164\u2800", " "),
        ("a\x00b\tc\nd", "ab\tc\nd"),
        ("private \ue000\U00100000\ufe0f", "private "),
    ],
)
def test_unseen_letters_go_where_they_do_nothing_but_hide(written: str, shown: str) -> None:
    assert without_stray_unseen(written) == shown


@given(anything)
def test_what_may_be_shown_is_the_same_to_the_eye_and_stays_so(text: str) -> None:
    shown = without_stray_unseen(text)
    assert without_unseen(shown) == re.sub("[\ue000-\uf8ff\U000f0000-\U0010ffff]", "", without_unseen(text))
    assert without_stray_unseen(shown) == shown


@given(st.text("abcdef", min_size=1, max_size=20), st.lists(hiding_letters, min_size=1))
def test_a_word_is_read_whatever_hides_in_it_or_beside_it(word: str, hiding: list[str]) -> None:
    within, hidden = hiding[0].join(word), "".join(hiding)
    for text in (within, f"see {within}.", f"we{hiding[-1]}{within}{hiding[0]}came", hidden + within):
        assert any(re.search(rf"(?<!\w){word}(?!\w)", reading) for reading in readings(text))


@given(st.text("abcdef", min_size=1), st.sampled_from(CONTROLS))
def test_a_word_is_read_whose_letters_or_neighbours_are_parted_by_controls(word: str, control: str) -> None:
    for text in (control.join(word), f"we{control}{word}{control}came"):
        assert any(re.search(rf"(?<!\w){word}(?!\w)", reading) for reading in readings(text))


def test_tag_letters_are_read_as_what_they_spell() -> None:
    assert any("sam smith" in each for each in readings("Hello" + "".join(chr(0xE0000 + ord(c)) for c in "sam smith")))


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x24F, exclude_characters="\xad")))
def test_a_text_without_unseen_letters_has_one_reading(text: str) -> None:
    assert readings(text) == (text,)


@given(anything)
def test_every_reading_has_the_lines_of_the_text(text: str) -> None:
    assert {reading.count("\n") for reading in readings(text)} == {text.count("\n")}


@pytest.mark.parametrize(
    "data", ["a\u200b" * 100_000, "\x00\xadab" * 100_000, "a" * 1_000_000 + "\u3164", "ab\xad " * 100_000]
)
def test_reading_takes_no_more_than_a_few_times_the_text(data: str) -> None:
    assert sum(map(len, readings(data))) < 10 * len(data)
