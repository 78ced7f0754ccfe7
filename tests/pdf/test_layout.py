"""Letters and their places, put together as an eye does it."""

import pytest

from plugins.pdf.layout import Glyph, readings


def set_out(
    text: str, *, at: tuple[float, float] = (0, 0), em: float = 10, tracking: float = 0.0, blank: float = 0.28
) -> list[Glyph]:
    """A line of letters half as wide as they are high; lengths are in their size."""
    glyphs, x = [], at[0]
    for letter in text:
        if letter != " ":
            glyphs.append(Glyph(letter, x, x + em / 2, at[1], em))
        x += em * ((blank if letter == " " else 0.5) + tracking)
    return glyphs


def words(*lines: list[Glyph]) -> set[str]:
    """Every word of every reading."""
    return {word for text in readings([glyph for line in lines for glyph in line]) for word in text.split()}


def test_a_line_is_read_with_its_blanks() -> None:
    assert readings(set_out("We met Jo there"))[0] == "We met Jo there"


def test_letters_far_apart_are_words_and_so_are_their_neighbours() -> None:
    near, far = set_out("We met"), set_out("Jo Quill", at=(60, 0), tracking=0.4)
    assert {"We", "met", "Jo", "Quill"} <= words(near + far)


@pytest.mark.parametrize("tracking", [0.0, 0.05, 0.08, 0.15, 0.3, 0.6, 1.0, 3.0])
def test_a_word_is_read_however_far_its_letters_are_apart(tracking: float) -> None:
    assert {"met", "Quill", "there"} <= words(set_out("met Quill there", tracking=tracking))


@pytest.mark.parametrize("blank", [0.2, 0.28, 0.4, 0.8])
@pytest.mark.parametrize("text", ["looked as if nobody", "an answer", "I am in it", "to me it is so"])
def test_short_words_are_not_put_together(text: str, blank: float) -> None:
    found = words(set_out(text, blank=blank))
    assert found.isdisjoint(("asif", "anan", "Iam", "amin", "tome", "isso", "meit"))


def test_a_narrow_gap_may_be_none() -> None:
    assert {"Quillfeather", "Quill"} <= words(set_out("Quill feather", blank=0.15))


def test_columns_are_read_one_after_the_other() -> None:
    left, right = set_out("the Quill-"), set_out("On the right", at=(200, 0))
    below, beside = set_out("feather it is", at=(0, -12)), set_out("is more", at=(200, -12))
    assert "Quill-\nfeather it" in readings([*left, *right, *below, *beside])[0]


def test_a_raised_letter_stays_in_its_line() -> None:
    assert readings([*set_out("12"), Glyph("t", 10, 13, 4, 6), Glyph("h", 13, 16, 4, 6)])[0] == "12th"


def test_a_large_initial_is_read_with_the_first_line_beside_it() -> None:
    initial = set_out("Q", at=(0, -12), em=30)
    lines = set_out("uill was", at=(15, 0)) + set_out("and so on", at=(15, -12)) + set_out("above", at=(15, 12))
    assert "Quill" in words(initial, lines)
    assert "Qabove" not in words(initial, lines)


def test_a_large_initial_without_a_line_beside_it_is_a_letter() -> None:
    assert "Q" in words(set_out("Q", at=(0, 100), em=30), set_out("and so on", at=(300, 0)))


def test_letters_below_one_another_are_a_word() -> None:
    assert "Jon" in words(*(set_out(letter, at=(0, -14 * place)) for place, letter in enumerate("Jon")))


def test_the_first_letters_of_lines_are_none() -> None:
    assert "Jon" not in words(*(set_out(f"{letter}abc", at=(0, -14 * place)) for place, letter in enumerate("Jon")))


def test_what_is_drawn_twice_is_read_once_and_a_ligature_whole() -> None:
    twice = [*set_out("Jo"), *(glyph._replace(start=glyph.start + 0.3, drawn=1) for glyph in set_out("Jo"))]
    assert "Jo" in words(twice)
    assert readings([Glyph("f", 0, 5, 0, 10), Glyph("f", 0, 5, 0, 10)])[0] == "ff"


def test_a_page_without_letters_says_nothing() -> None:
    assert readings([]) == ()
