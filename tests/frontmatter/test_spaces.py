"""Tabs inside lines, and spaces that were copied along."""

import pytest

from plugins.frontmatter.spaces import strange_name, strange_space, without_tabs

WIDE = (
    "this line holds a space that does not count as one (U+00A0), as web pages and word processors make them; "
    "delete the spaces before and behind the name of the field, and press the space bar instead"
)
UNSEEN = (
    "this line holds a character that cannot be seen (U+200B), as web pages and word processors make them; "
    "type the name of the field and its colon again"
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("title: A", "title: A"),
        ("title:\tA\t", "title: A "),
        ("a: b\n\t \nc: d", "a: b\n\nc: d"),
        ("\ttitle: A", "\ttitle: A"),
        ("  -\tA\tB", "  -\tA B"),
    ],
)
def test_a_tab_inside_a_line_is_a_space(typed: str, read: str) -> None:
    assert without_tabs(typed) == read


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("title: A", None),
        ("title: A\u00a0B", None),
        ("title: 10\u00a0%: half", None),
        ("Dear\u00a0Laura", None),
        ("\u00a0title: A", WIDE),
        ("  - \u00a0title: A", WIDE),
        ("title:\u00a0A", WIDE),
        ("title\u00a0: A", WIDE),
        ("\u200btitle: A", UNSEEN),
        ("title\u200b: A", UNSEEN),
    ],
)
def test_a_copied_space_matters_up_to_the_text(line: str, answer: str | None) -> None:
    assert strange_space(line) == answer


@pytest.mark.parametrize(
    ("name", "answer"),
    [("title", None), ("\u00a0title", WIDE), ("ti\u200btle", UNSEEN), ("\u0928\u200d\u092e", None)],
)
def test_a_name_in_another_script_may_need_a_joiner(name: str, answer: str | None) -> None:
    assert strange_name(name) == answer
