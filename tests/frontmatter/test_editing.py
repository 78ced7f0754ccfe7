"""One field changed in a file that somebody wrote: it, and not one byte beside it."""

import pytest

from plugins.frontmatter.changes import KEPT, Item, Wanted, said
from plugins.frontmatter.editing import CannotEdit, with_field_in_entry, with_fields, with_values
from plugins.frontmatter.yaml_events import tree

BOXES = ({"x": "0.1", "y": "0.2", "w": "0.3", "h": "0.4"}, {"x": "0.5", "y": "0.5", "w": "0.1", "h": "0.1"})
DRAWN = ("{x: 0.1, y: 0.2, w: 0.3, h: 0.4}", "{x: 0.5, y: 0.5, w: 0.1, h: 0.1}")
BOTH = (Item(BOXES[0]), Item(BOXES[1]))
POINT = {"x": "0.5", "y": "0.25"}
LINES = """\
photos:
  # The first
  - file: a.jpg # as it came
    alt: A table
    people: none   # nobody

  - alt: >
      Two
      chairs
    file: b.jpg
    blur:
      # faces
      - {x: 0, y: 0, w: 1, h: 1} # hers
      - {x: 1, y: 1, w: 1, h: 1}
    focus: {x: 1, y: 1} # there
    people: none
summary: Words
"""
BRACES = "photos: [{file: a.jpg, alt: 'A, table', people: none}, {blur: [], file: b.jpg, people: none,}] # two\n"


CHANGES: list[tuple[str, int, str, Wanted | None, str, str]] = [
    (LINES, 0, "focus", POINT, "   # nobody\n", "   # nobody\n    focus: {x: 0.5, y: 0.25}\n"),
    (LINES, 0, "blur", BOTH, "   # nobody\n", f"   # nobody\n    blur:\n      - {DRAWN[0]}\n      - {DRAWN[1]}\n"),
    (LINES, 1, "blur", BOTH, "- {x: 0, y: 0, w: 1, h: 1} # hers\n      - {x: 1, y: 1, w: 1, h: 1}\n", f"- {DRAWN[0]}\n      - {DRAWN[1]}\n"),
    (LINES, 1, "focus", POINT, "focus: {x: 1, y: 1} # there", "focus: {x: 0.5, y: 0.25} # there"),
    (LINES, 1, "focus", None, "    focus: {x: 1, y: 1} # there\n", ""),
    (LINES, 1, "blur", None, "    blur:\n      # faces\n      - {x: 0, y: 0, w: 1, h: 1} # hers\n      - {x: 1, y: 1, w: 1, h: 1}\n", ""),
    (LINES, 0, "blur", None, "", ""),
    (LINES, 0, "file", "c.jpg", "file: a.jpg #", "file: c.jpg #"),
    (LINES, 0, "file", "c #1.jpg", "file: a.jpg #", "file: 'c #1.jpg' #"),
    (LINES, 1, "alt", None, "- alt: >\n      Two\n      chairs\n    file", "- file"),
    (LINES, 1, "alt", "Three", ">\n      Two\n      chairs\n", "Three\n"),
    (LINES, 1, "alt", "Three\nchairs", ">\n      Two\n      chairs\n", "|\n      Three\n      chairs\n"),
    (LINES, 1, "blur", (Item(KEPT, 1), Item(KEPT, 0)), " - {x: 0, y: 0, w: 1, h: 1} # hers\n      - {x: 1, y: 1, w: 1, h: 1}\n", " - {x: 1, y: 1, w: 1, h: 1}\n      - {x: 0, y: 0, w: 1, h: 1} # hers\n"),
    (BRACES, 0, "focus", POINT, "none}", "none, focus: {x: 0.5, y: 0.25}}"),
    (BRACES, 0, "alt", "It's", "'A, table'", "'It''s'"),
    (BRACES, 1, "blur", BOTH, "blur: []", f"blur: [{', '.join(DRAWN)}]"),
    (BRACES, 1, "blur", None, "blur: [], ", ""),
    (BRACES, 1, "people", None, ", people: none,}", ",}"),
    ("photos: {file: a.jpg}\n", 0, "blur", BOTH[:1], "jpg", f"jpg, blur: [{DRAWN[0]}]"),
    ("photos:\n  file: a.jpg\n", 0, "blur", BOTH[:1], "jpg", f"jpg\n  blur:\n    - {DRAWN[0]}"),
    ("photos:\n- file: a.jpg\n  blur:\n", 0, "blur", BOTH[:1], "blur:", f"blur:\n    - {DRAWN[0]}"),
    ("photos:\n- file: a.jpg\n  focus: # there\n    x: 1\n    y: 1\n", 0, "focus", "no", " # there\n    x: 1\n    y: 1", " no # there"),
    ("photos:\n- file: a.jpg\n  focus:\n    x: 1\n    y: 1\n", 0, "focus", {"x": "0", "y": "0"}, "x: 1\n    y: 1", "x: 0\n    y: 0"),
    ("photos:\n- blur: {x: 1}\n  file: a.jpg\n", 0, "blur", BOTH[:1], " {x: 1}", f"\n    - {DRAWN[0]}"),
    ("photos:\n- caption: Tab\there\n  file: ä.jpg\n", 0, "focus", POINT, "ä.jpg", "ä.jpg\n  focus: {x: 0.5, y: 0.25}"),
    ("photos:\n- alt: a\n  # then\n  file: b\n", 0, "alt", None, "alt: a\n  # then\n", "# then\n"),
    ("photos:\n- {}\n", 0, "focus", POINT, "{}", "{focus: {x: 0.5, y: 0.25}}"),
    ("photos:\n- {focus: a}\n", 0, "focus", None, "focus: a", ""),
    ("photos:\n- {focus: a, }\n", 0, "focus", None, "focus: a,", ""),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("saved", [("", "\n"), ("\ufeff", "\n"), ("\n", "\r\n"), ("", "\r\n")])
def test_one_field_changes_and_nothing_else(
    change: tuple[str, int, str, Wanted | None, str, str], saved: tuple[str, str]
) -> None:
    text, index, name, value, old, new = change
    first, line_end = saved

    def post(front_matter: str) -> bytes:
        return f"{first}---\ntitle: One\n{front_matter}---\nblur: a story\n".replace("\n", line_end).encode()

    assert text.count(old) == 1 or not old
    changed = with_fields(post(text), ("photos", index), {name: value}, is_post=True)
    assert changed == post(text.replace(old, new) if old else text)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("C-09: {covers: quote}", "quote", "quote, withdrawn: 2020-01-01"),
        ("---\nC-09: {covers: quote} # hers\n", "quote}", "quote, withdrawn: 2020-01-01}"),
        ("# a\n\nC-09:\n  covers: quote", "quote", "quote\n  withdrawn: 2020-01-01"),
        ("C-09:\n  covers: quote\n# then\nC-10: {covers: quote}\n", "quote\n#", "quote\n  withdrawn: 2020-01-01\n#"),
        ("C-09: {covers: quote, withdrawn: }\n", "withdrawn: ", "withdrawn: 2020-01-01"),
        ("{C-09: {covers: quote}}", "quote", "quote, withdrawn: 2020-01-01"),
        ('"C-09":\n  covers:\n  - quote\n  - photo\n', "photo", "photo\n  withdrawn: 2020-01-01"),
    ],
)
def test_a_register_is_changed_in_the_same_way(text: str, old: str, new: str) -> None:
    changed = with_fields(text.encode(), ("C-09",), {"withdrawn": "2020-01-01"}, is_post=False)
    assert changed.decode() == text.replace(old, new)


@pytest.mark.parametrize(
    ("post", "path", "told"),
    [
        (b"---\ntitle: \xff\n---\n", (), "this file is not saved as UTF-8"),
        (b"No fence", (), "the front matter of this file cannot be told from its story"),
        (b"---\ntitle: a: b\n---\n", (), "there is something to mend in this file first"),
        (b"---\ntitle: One\n---\n", ("photos", 0), "what is to be changed is not there any more"),
        (b"---\nphotos: [{a: b}]\n---\n", ("photos", 1), "what is to be changed is not there any more"),
        (b"---\nphotos: a\n---\n", ("photos", "b"), "what is to be changed is not there any more"),
    ],
)
def test_what_cannot_be_changed_is_told(post: bytes, path: tuple[str | int, ...], told: str) -> None:
    with pytest.raises(CannotEdit, match=f"^{told}$"):
        with_fields(post, path, {"focus": POINT}, is_post=True)


@pytest.mark.parametrize("saved", ["One\r\ntwo", ""])
def test_a_story_is_put_in_the_place_of_the_one_before(saved: str) -> None:
    file = f"\ufeff---\r\ntitle: One # here\r\n---\r\n{saved}"
    new = with_values(file.encode(), {"title": "Two"}, is_post=True, story="Three\n\n- four\n\n").decode()
    assert new == "\ufeff---\r\ntitle: Two # here\r\n---\r\nThree\r\n\r\n- four\r\n"


def test_a_file_without_its_last_line_end_stays_without() -> None:
    assert with_values(b"---\ntitle: One\n---", {"title": "Two", "tags": KEPT}, is_post=True, story="Three") == (
        b"---\ntitle: Two\n---\nThree\n"
    )
    assert with_values(b"C-1: {covers: quote}", {"C-2": {"covers": "photo"}}, is_post=False) == (
        b"C-1: {covers: quote}\nC-2:\n  covers: photo"
    )
    assert with_values(b"---\n---\n\nHere", {"title": "Two"}, is_post=True) == b"---\ntitle: Two\n---\n\nHere"
    assert with_values(b"# Nothing yet\n", {"C-2": {"covers": "photo"}}, is_post=False) == (
        b"# Nothing yet\nC-2:\n  covers: photo\n"
    )


def test_a_layout_that_nobody_expects_is_written_anew_unless_a_remark_would_be_lost() -> None:
    lists = b"---\ntitle: One\nrows:\n  - - a\n    - b\n---\n"
    more = (Item((Item(KEPT, 1), Item(KEPT, 0)), 0),)
    assert with_values(lists, {"rows": more}, is_post=True) == (b"---\ntitle: One\nrows:\n  - [b, a]\n---\n")
    with pytest.raises(CannotEdit, match="only its author can change"):
        with_values(lists.replace(b"- a", b"- a # x"), {"rows": more}, is_post=True)


def test_letters_that_a_file_cannot_hold_are_refused_and_others_are_written_so_that_they_are_read() -> None:
    with pytest.raises(CannotEdit, match="a character that cannot be seen"):
        with_values(b"---\ntitle: One\n---\n", {"title": "a\0b"}, is_post=True)
    for text in ("“yes”", "‘tis’", "a\n", " a\n b", "\ta", "?", "- a", "a: ", "#", "\U0001f389", "'", "\\"):
        new = with_values(b"---\ntitle: One\n---\n", {"title": text}, is_post=True).decode()
        node = tree(new.removeprefix("---\n").removesuffix("---\n"), source="", first_line=1)[0]
        assert node is not None
        assert said(node) == {"title": text.rstrip("\n")}


def test_an_entry_of_a_file_that_cannot_be_read_is_changed_in_its_own_lines() -> None:
    file = b"\xef\xbb\xbf'C-7': {\r\n\r\n\"C-9\" :\r\n  a: 1 # one\r\n\r\nC-8: \xff\r\n"
    changed, line = with_field_in_entry(file, "C-9", "b", "2")
    assert changed == file.replace(b"# one\r\n", b"# one\r\n  b: 2\r\n")
    assert line == 3
    assert with_field_in_entry(b"\xef\xbb\xbfC-9: {a: 1}\n\x01", "C-9", "b", "2")[1] == 1


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"C-9: {a: 1}\nC-9: {a: 2}\nC-8: {\n", "C-9 stands there more than once"),
        (b"{C-9: {a: 1}\n", "C-9 stands there in no line of its own"),
        (b" C-9: {a: 1}\nC-9\n", "C-9 stands there in no line of its own"),
        (b"C-9: {a: 1, b: 1}\nC-8: {\n", "C-9 has “b” already, and the file cannot be read"),
        (b"C-9: {a: \xff}\nC-8: {\n", "this file is not saved as UTF-8"),
        (b"C-9: {a: 1\nC-8: {\n", "there is something to mend in this file first"),
    ],
)
def test_an_entry_that_cannot_be_told_for_certain_is_left_as_it_is(file: bytes, told: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        with_field_in_entry(file, "C-9", "b", "2")
    assert str(refused.value) == told
