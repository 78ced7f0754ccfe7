"""One finding, as the author reads it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plugins.problems import Problem

SOURCE = "content/workshops/first/index.md"


def test_a_finding_tells_file_line_place_and_mend() -> None:
    problem = Problem(
        SOURCE, 14, "Votes, vote 1, option 3, votes", 'found "three"; write a whole number, such as 3', "not-a-number"
    )
    assert str(problem) == (
        'content/workshops/first/index.md:14: Votes, vote 1, option 3, votes: found "three"; write a whole number, such as 3 [not-a-number]'
    )


def test_a_finding_about_a_whole_file_has_neither_line_nor_place() -> None:
    assert (
        str(Problem(SOURCE, 0, "", "this file is empty", "three-hyphens"))
        == f"{SOURCE}: this file is empty [three-hyphens]"
    )


def test_a_finding_stays_on_one_line() -> None:
    problem = Problem(SOURCE, 2, "Title", 'found "One.\n\nTwo.\u2028Three."; write one paragraph', "wrong-shape")
    assert str(problem) == f'{SOURCE}:2: Title: found "One. Two. Three."; write one paragraph [wrong-shape]'


def test_what_was_found_cannot_steer_a_terminal_or_turn_the_writing_round() -> None:
    problem = Problem(SOURCE, 2, "Title", 'found "\x1b[2J\u202etxt"; type the line again', "unseen-character")
    assert str(problem) == f'{SOURCE}:2: Title: found "�[2J�txt"; type the line again [unseen-character]'


def test_findings_are_in_the_order_of_files_then_lines_then_places() -> None:
    first, second = Problem("a.md", 2, "b", "x", "unknown-key"), Problem("a.md", 10, "a", "x", "unknown-key")
    third, fourth = Problem("a.md", 10, "b", "x", "unknown-key"), Problem("b.md", 0, "", "x", "unknown-key")
    assert sorted([fourth, third, second, first]) == [first, second, third, fourth]


@given(st.text(), st.integers(min_value=0), st.text(), st.text())
def test_any_finding_is_one_line_that_steers_no_terminal(source: str, line: int, place: str, message: str) -> None:
    told = str(Problem(source, line, place, message, "unknown-key"))
    assert len(told.splitlines()) <= 1
    assert not [letter for letter in told if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Zl", "Zp")]
    assert not set("\u200b\u202e\u2066\ufeff") & set(told)


def test_a_finding_shows_what_was_written_though_it_is_newer_than_python() -> None:
    told = Problem(
        "content/posts/a.md",
        2,
        "Tags, number 1",
        'found "👨\u200d👩 \U0001fa77 \U0001fa8a\u202e"; write letters',
        "unusable-address",
    )
    assert (
        str(told)
        == 'content/posts/a.md:2: Tags, number 1: found "👨\u200d👩 \U0001fa77 \U0001fa8a�"; write letters [unusable-address]'
    )
