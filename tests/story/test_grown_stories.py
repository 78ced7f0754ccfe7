"""A story that one sign or one shape fills to the brim is a page or a finding, and in time."""

import pytest

from tests.story.blocks.test_tables import too_many
from tests.story.stories import SOURCE, findings, holes, told

SHARE = 10_000
"""How much of each shape: a twentieth of the longest story, since what grows with a square is slow here already."""


def filled(piece: str) -> str:
    return (piece * SHARE)[:SHARE]


def numbered(piece: str) -> str:
    """The piece again and again, each time with the next numbers in the place of N and M."""
    count = SHARE // (len(piece) + 4)
    return "".join(piece.replace("N", str(number)).replace("M", str(number + 1)) for number in range(count))


def table(columns: int, cell: str = "|a") -> str:
    head = "|a" * columns + "|\n" + "|-" * columns + "|\n"
    return head + (cell + "|\n") * ((SHARE - len(head)) // (len(cell) + 2))


GROWN = {
    "quotes in quotes": filled("> " * 12 + "a\n\n"),
    "quotes that go on without their mark": filled(">" * 12 + "a\nb\n"),
    "quotes of one line": filled("> a\n\n"),
    "a list in a list in a list": "".join("  " * (place % 12) + "- a\n" for place in range(SHARE // 16)),
    "a list of everything": filled("- a\n"),
    "items far apart": filled("1. a\n\n"),
    "lists in quotes in lists": filled("> - > - a\n- > - > b\n"),
    "emphasis in emphasis": filled("*a **b " * 20 + "\n\n"),
    "emphasis that ends": filled("*a* **b** "),
    "emphasis within words": filled("a_b*c"),
    "links": filled("[a](/other.md) "),
    "a link in a link": filled("[a](/other.md " * 20 + "\n\n"),
    "references": numbered("[rN]: https://example.org/N\n") + "\n[a][r1]",
    "references to one": "[r]: https://example.org/\n\n" + filled("[a][r] "),
    "references whose title goes on": filled('[a]: /other.md "c\n'),
    "references to nothing": filled("[a][b] "),
    "runs of backticks, each longer": " ".join("`" * length for length in range(1, 140)),
    "code": filled("`a` "),
    "fences": filled("```\na\n```\n"),
    "a fence that never ends": "~~~\n" + filled("a\n"),
    "fences in lists": filled("- ```\n  a\n"),
    "tags": filled("<b>"),
    "tags that never end": filled("<a " * 20 + "\n\n"),
    "declarations": filled("<!a "),
    "comments": filled("<!-- a -->\n"),
    "characters by number": filled("&#97;"),
    "a table of many columns": table(1_000, "|a" * 1_000),
    "a table of rows too short": table(500),
    "tables": filled("a|b\n-|-\nc|d\n\n"),
    "cells full of bars": table(2, "|a\\|" * 40),
    "notes": numbered("a[^N]\n\n[^N]: b\n\n"),
    "notes in notes": "a[^0]\n\n" + numbered("[^N]: b[^M]\n\n"),
    "one note, many times": "[^1]: a\n\n" + filled("a[^1] "),
    "one note, written many times": "a[^1]\n\n" + filled("[^1]: b\n\n"),
    "notes that lead around": "a[^1]\n\n[^1]: " + filled("b[^2] ") + "\n\n[^2]: c[^1]",
    "headings": filled("## a\n"),
    "headings by underlining": filled("a\n-\n"),
    "terms": filled("a\n: b\n\n"),
    "addresses": filled("https://example.org/ "),
    "brackets that only end": filled("]"),
    "backslashes": filled("\\[" * 20 + "\n\n"),
}


@pytest.mark.parametrize("text", GROWN.values(), ids=GROWN)
def test_whatever_fills_a_story_it_is_a_page_or_told_with_its_line(text: str) -> None:
    story, problems = told(text)
    last = 10 + text.count("\n")
    assert all(problem.source == SOURCE and 10 <= (problem.line or 0) <= last for problem in problems)
    assert holes(story.html.html) == []
    assert bool(problems) or story.html.html


def test_the_cells_of_all_tables_count_together() -> None:
    small = "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|a|\n" * 99 + "\n"
    assert findings(small * 5) == []
    assert findings(small * 6) == [too_many(10 + 5 * 102, "60,000")]
    tabbed = "a" + "\tb" * 99 + "\n"
    assert findings(small * 4 + tabbed * 101 + "\nEnd.") == [too_many(10 + 4 * 102, "50,100")]
