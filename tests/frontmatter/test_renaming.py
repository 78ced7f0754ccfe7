"""A field that gets another name: it, and not one byte beside it."""

import pytest

from plugins.frontmatter.changes import KEPT, Change, Item, Renamed
from plugins.frontmatter.editing import CannotEdit, rewritten, with_name, with_values
from plugins.frontmatter.tree import Mapping
from tests.frontmatter.test_editing import BRACES, LINES

NAMED = b"\xef\xbb\xbf---\r\ntitel: One # yes\r\nrows:\r\n  - {'nmae': a, b: c}\r\nplace:\r\n  nmae: d\r\n---\r\nnmae: e\r\n"


@pytest.mark.parametrize(
    ("path", "name", "new", "old", "instead"),
    [
        ((), "titel", "title", b"titel", b"title"),
        (("rows", 0), "nmae", "name", b"'nmae'", b"name"),
        (("place",), "nmae", "name", b"  nmae", b"  name"),
        (("place", 0), "nmae", "name", b"  nmae", b"  name"),
    ],
)
def test_a_field_is_called_otherwise_and_nothing_else_is_touched(
    path: tuple[str | int, ...], name: str, new: str, old: bytes, instead: bytes
) -> None:
    assert with_name(NAMED, path, name, new, is_post=True) == NAMED.replace(old, instead, 1)


@pytest.mark.parametrize(
    ("file", "path", "name", "told"),
    [
        (NAMED, (), "gone", "what is to be changed is not there any more"),
        (NAMED, ("gone",), "nmae", "what is to be changed is not there any more"),
        (NAMED, ("rows",), "nmae", "what is to be changed is not there any more"),
        (NAMED, ("rows", 1), "nmae", "what is to be changed is not there any more"),
        (NAMED.replace(b"titel", b"rows: [\r\ntitel"), (), "titel", "there is something to mend in this file first"),
        (
            NAMED.replace(b"rows", b"title"),
            (),
            "titel",
            "this place is written in a way that only its author can change",
        ),
    ],
)
def test_a_field_that_is_not_there_or_whose_new_name_is_stays_as_it_is(
    file: bytes, path: tuple[str | int, ...], name: str, told: str
) -> None:
    with pytest.raises(CannotEdit, match=told):
        with_name(file, path, name, "title", is_post=True)


@pytest.mark.parametrize(
    ("text", "wanted", "old", "new"),
    [
        (LINES, {"photos": Renamed("pictures")}, "photos:", "pictures:"),
        (LINES, {"summary": Renamed("in_short", "Others")}, "summary: Words", "in_short: Others"),
        (LINES, {"photos": (Item({"people": Renamed("who")}, 0), Item(KEPT, 1))}, "people: none   #", "who: none   #"),
        ("'summary' : >-\n  Words # no remark\n# one\n", {"summary": Renamed("short")}, "'summary'", "short"),
        (BRACES, {"photos": (Item({"alt": Renamed("says")}, 0), Item(KEPT, 1))}, "alt: 'A", "says: 'A"),
        (
            BRACES,
            {"photos": (Item({"alt": Renamed("says", "B"), "file": None}, 0), Item(KEPT, 1))},
            "file: a.jpg, alt: 'A, table'",
            "says: 'B'",
        ),
        (LINES, {"nowhere": Renamed("there")}, "", ""),
        (BRACES, {"photos": (Item({"nowhere": Renamed("there")}, 0), Item(KEPT, 1))}, "", ""),
    ],
)
def test_a_field_gets_another_name_and_what_it_says_stays_as_it_was_typed(
    text: str, wanted: Change, old: str, new: str
) -> None:
    post = f"---\r\n{text}---\r\nStory\r\n".replace("\r\n", "\n").replace("\n", "\r\n").encode()
    assert with_values(post, wanted, is_post=True) == post.replace(old.encode(), new.encode(), 1)


def test_a_name_that_another_field_has_already_is_not_given_twice() -> None:
    with pytest.raises(CannotEdit) as refused:
        with_values(b"photos: x\npictures: y\n", {"photos": Renamed("pictures")}, is_post=False)
    assert str(refused.value) == "this place is written in a way that only its author can change"


def test_a_rule_reads_what_a_file_says_and_one_that_wants_nothing_changes_nothing() -> None:
    read: list[tuple[str, ...]] = []

    def rule(fields: Mapping) -> Change:
        read.append(fields.keys())
        return {"name": "Ours"} if fields.get("name") else {}

    assert rewritten(b"name: 'Mine' # yet\n", rule, is_post=False) == b"name: 'Ours' # yet\n"
    assert rewritten(b"\xef\xbb\xbfother: 'Mine'\n", rule, is_post=False) == b"\xef\xbb\xbfother: 'Mine'\n"
    assert read == [("name",), ("other",)]
    with pytest.raises(CannotEdit) as refused:
        rewritten(b"name: [\n", rule, is_post=False)
    assert str(refused.value) == "there is something to mend in this file first"
