"""One field changed in a file that somebody wrote: it, and not one byte beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.editing import CannotEdit, Value, with_field, with_field_in_entry

BOXES = ("{x: 0.1, y: 0.2, w: 0.3, h: 0.4}", "{x: 0.5, y: 0.5, w: 0.1, h: 0.1}")
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


def edited(front_matter: str, index: int, name: str, value: Value) -> str:
    post = f"---\ntitle: One\n{front_matter}---\nblur: a story\n"
    changed = with_field(post.encode(), ("photos", index), name, value, is_post=True).decode()
    assert changed.startswith("---\ntitle: One\n")
    assert changed.endswith("---\nblur: a story\n")
    return changed[len("---\ntitle: One\n") : -len("---\nblur: a story\n")]


CHANGES: list[tuple[str, int, str, Value, str, str]] = [
    (LINES, 0, "focus", "{x: 0.5, y: 0.25}", "   # nobody\n", "   # nobody\n    focus: {x: 0.5, y: 0.25}\n"),
    (LINES, 0, "blur", BOXES, "   # nobody\n", f"   # nobody\n    blur:\n      - {BOXES[0]}\n      - {BOXES[1]}\n"),
    (LINES, 1, "blur", BOXES, "- {x: 0, y: 0, w: 1, h: 1} # hers\n      - {x: 1, y: 1, w: 1, h: 1}", f"- {BOXES[0]}\n      - {BOXES[1]}"),
    (LINES, 1, "focus", "{x: 0, y: 0}", "focus: {x: 1, y: 1} # there", "focus: {x: 0, y: 0} # there"),
    (LINES, 1, "focus", (), "    focus: {x: 1, y: 1} # there\n", ""),
    (LINES, 1, "blur", (), "    blur:\n      # faces\n      - {x: 0, y: 0, w: 1, h: 1} # hers\n      - {x: 1, y: 1, w: 1, h: 1}\n", ""),
    (LINES, 0, "blur", (), "", ""),
    (LINES, 0, "file", "c.jpg", "file: a.jpg #", "file: c.jpg #"),
    (LINES, 1, "alt", (), "- alt: >\n      Two\n      chairs\n    file", "- file"),
    (BRACES, 0, "focus", "{x: 0, y: 0}", "none}", "none, focus: {x: 0, y: 0}}"),
    (BRACES, 1, "blur", BOXES, "blur: []", f"blur: [{', '.join(BOXES)}]"),
    (BRACES, 1, "blur", (), "blur: [], ", ""),
    (BRACES, 1, "people", (), ", people: none,}", ",}"),
    ("photos: {file: a.jpg}\n", 0, "blur", BOXES[:1], "jpg", f"jpg, blur: [{BOXES[0]}]"),
    ("photos:\n  file: a.jpg\n", 0, "blur", BOXES[:1], "jpg", f"jpg\n  blur:\n    - {BOXES[0]}"),
    ("photos:\n- file: a.jpg\n  blur:\n", 0, "blur", BOXES[:1], "blur:", f"blur: [{BOXES[0]}]"),
    ("photos:\n- file: a.jpg\n  focus:\n    x: 1\n    y: 1\n", 0, "focus", "{x: 0, y: 0}", "x: 1\n    y: 1", "{x: 0, y: 0}"),
    ("photos:\n- blur: {x: 1}\n  file: a.jpg\n", 0, "blur", BOXES[:1], "{x: 1}", f"[{BOXES[0]}]"),
    ("photos:\n- caption: Tab\there\n  file: ä.jpg\n", 0, "focus", "{x: 0, y: 0}", "ä.jpg", "ä.jpg\n  focus: {x: 0, y: 0}"),
    ("photos:\n- {}\n", 0, "focus", "{x: 0, y: 0}", "{}", "{focus: {x: 0, y: 0}}"),
    ("photos:\n- {focus: a}\n", 0, "focus", (), "focus: a", ""),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("saved", [("", "\n"), ("\ufeff", "\n"), ("\n", "\r\n"), ("", "\r\n")])
def test_one_field_changes_and_nothing_else(
    change: tuple[str, int, str, Value, str, str], saved: tuple[str, str]
) -> None:
    text, index, name, value, old, new = change
    first, line_end = saved

    def post(front_matter: str) -> bytes:
        return f"{first}---\ntitle: One\n{front_matter}---\nblur: a story\n".replace("\n", line_end).encode()

    assert text.count(old) == 1 or not old
    changed = with_field(post(text), ("photos", index), name, value, is_post=True)
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
    changed = with_field(text.encode(), ("C-09",), "withdrawn", "2020-01-01", is_post=False)
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
        with_field(post, path, "focus", "{x: 0, y: 0}", is_post=True)


@pytest.mark.parametrize("value", ["{x: 0", "a\nb: c", "a # b", "&a b"])
def test_a_value_that_says_more_than_one_field_is_refused(value: str) -> None:
    with pytest.raises(CannotEdit, match="only its author can change"):
        with_field(b"---\nphotos: [{file: a}]\n---\n", ("photos", 0), "focus", value, is_post=True)


@given(
    st.sampled_from([LINES, BRACES]),
    st.integers(0, 1),
    st.sampled_from(["blur", "focus"]),
    st.lists(st.sampled_from(BOXES), max_size=3),
)
def test_a_change_taken_back_leaves_what_was_there(text: str, index: int, name: str, boxes: list[str]) -> None:
    bare = edited(edited(text, index, name, ()), index, name, ())
    again = edited(edited(bare, index, name, tuple(boxes)), index, name, ())
    assert again == bare


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
