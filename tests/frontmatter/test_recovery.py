"""What can be read of a post in which some lines cannot be read."""

from pathlib import Path

import pytest

from plugins.frontmatter import Scalar
from plugins.frontmatter.recovery import Recovered, recovered

NAMES = frozenset({"title", "author", "workshop", "number"})


def read(folder: Path, text: str) -> Recovered | None:
    file = folder / "a.md"
    file.write_text(text, "utf-8")
    return recovered(file, "a.md", names=NAMES, needed="title")


def test_fields_with_a_mistake_are_left_out_and_named(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: One\nworkshop:\n  number 2\nauthor: a: b\ndate: 2016\n---\nStory")
    assert found is not None
    assert [(problem.line, problem.code) for problem in found.problems] == [
        (4, "unreadable-line"),
        (5, "unreadable-line"),
    ]
    assert (found.document.front_matter.keys(), found.document.story) == (("title", "date"), "Story")
    assert found.gaps == (("workshop",), ("number",), ("author",))


def test_the_title_is_stood_in_for(tmp_path: Path) -> None:
    found = read(tmp_path, "---\ntitle: One: two\ndate: 2016\n---\nStory")
    assert found is not None
    assert found.document.front_matter.get("title") == Scalar("unread", 3)


def test_below_a_quote_that_is_not_closed_nothing_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, '---\ndate: 2016\ntitle: "One\nauthor: Kim\nimage: a\n---\nStory')
    assert found is not None
    assert (len(found.problems), found.gaps) == (1, (("title",), ("author",), ("image",)))


@pytest.mark.parametrize(
    "text", ["no fence", "---\n- a\n---\nx", "---\ntitle\n---\nx", "---\n" + "a: b: c\n" * 30 + "d: e\n---\nx"]
)
def test_what_has_no_fields_or_too_many_mistakes_is_not_read(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) is None


def test_what_cannot_be_opened_is_not_read(tmp_path: Path) -> None:
    assert recovered(tmp_path / "gone.md", "gone.md", names=NAMES, needed="title") is None
