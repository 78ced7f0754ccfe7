"""Tabs and wide spaces that are read as spaces, and what was copied along unseen."""

import pytest

from plugins.frontmatter.spaces import plain_spaces, strange_name, unseen_in_name

UNSEEN = (
    "this line holds a character that cannot be seen (U+200B), as web pages and word processors make them; "
    "type the name of the field and its colon again"
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("title: A", "title: A"),
        ("title:\tA\t", "title: A "),
        ("\t ", ""),
        ("\ttitle: A", "\ttitle: A"),
        ("  -\tA\tB", "  - A B"),
        ("\u00a0\u2003title:\u00a0A\u00a0B", "  title: A\u00a0B"),
        ("  -\u00a0title\u202f: A", "  - title : A"),
        ("10\u00a0% said\u00a0so", "10\u00a0% said\u00a0so"),
    ],
)
def test_a_tab_inside_a_line_and_a_wide_space_before_a_value_are_spaces(typed: str, read: str) -> None:
    assert plain_spaces(typed) == read


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("title: A", None),
        ("title: A\u00a0B", None),
        ("title: 10\u00a0%: half", None),
        ("Dear\u00a0Robin", None),
        ("\u200btitle: A", UNSEEN),
        ("title\u200b: A", UNSEEN),
    ],
)
def test_what_cannot_be_seen_matters_up_to_the_text(line: str, answer: str | None) -> None:
    assert unseen_in_name(line) == answer


@pytest.mark.parametrize(
    ("name", "answer"),
    [("title", None), ("ti\u200btle", UNSEEN), ("\u0928\u200d\u092e", None)],
)
def test_a_name_in_another_script_may_need_a_joiner(name: str, answer: str | None) -> None:
    assert strange_name(name) == answer
