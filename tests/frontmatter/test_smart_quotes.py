"""What word processors, phones and web pages put in place of YAML's signs is read as what was meant."""

import pytest

from plugins.frontmatter.smart_quotes import normalised
from plugins.frontmatter.yaml_events import tree
from tests.frontmatter.test_any_text import said


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("title: “Our workshop”", {"title": "Our workshop"}),
        ("title: “Workshop 2: the budget”", {"title": "Workshop 2: the budget"}),
        ("title: “Workshop #2” # a note", {"title": "Workshop #2"}),
        ("“title”: “a”", {"title": "a"}),
        ("“title” : a", {"title": "a"}),
        ("a: „e: f“", {"a": "e: f"}),
        ("a: «d: e»", {"a": "d: e"}),
        ("a: ‹d: e›", {"a": "d: e"}),
        ("a: ‘We don’t: know’", {"a": "We don’t: know"}),
        ("a: ″b: c″", {"a": "b: c"}),
        ("a: ′b: c′", {"a": "b: c"}),
        ("a: ＂b: c＂", {"a": "b: c"}),
        ('a: "Welcome”\nb: c', {"a": "Welcome", "b": "c"}),
        ('a: “Welcome"\nb: c', {"a": "Welcome", "b": "c"}),
        ("a: 'Welcome’\nb: c", {"a": "Welcome", "b": "c"}),
        ("a: [“a, b”, ‘c’, «d», „e“]", {"a": ["a, b", "c", "d", "e"]}),
        ("a: [“x”,\n  “y, z”]\nb: “c: d”", {"a": ["x", "y, z"], "b": "c: d"}),
        ("a: {“b”: “c: d”, e: ‘f’}", {"a": {"b": "c: d", "e": "f"}}),
        ("a:\n  - “x: y”\n  - b: ‘z: z’", {"a": ["x: y", {"b": "z: z"}]}),
        ("a: “We met\n  there.”", {"a": "We met there."}),
        ('a: “He said "hi"”', {"a": 'He said "hi"'}),
        ("a: “”", {"a": ""}),
        ("title:\u00a0Hello", {"title": "Hello"}),
        ("title\u00a0: Hello", {"title": "Hello"}),
        ("a:\n\u00a0\u00a0b: c\n\u2003\u3000d: e", {"a": {"b": "c", "d": "e"}}),
        ("a:\n\u00a0 - b\n\u00a0 -\u00a0c", {"a": ["b", "c"]}),
        ("tags:\n-\ta\n-\tb", {"tags": ["a", "b"]}),
    ],
)
def test_signs_of_another_program_are_read_as_yamls(written: str, read: object) -> None:
    mapping, problems = tree(written, source="a.md", first_line=1)
    assert problems == ()
    assert mapping is not None
    assert said(mapping) == read


@pytest.mark.parametrize(
    "written",
    [
        "a: “Yes” and “No”",
        "a: ’90s and ’n’",
        "a: Yes, “no”, maybe",
        "a: We said\n  “yes”\n  and",
        "a: |\n  note: “x”\n  - “y”\nb: c",
        "a:\n  - b: >-\n      c: “x”\n    d: e",
        "- |\n  “x”\n- c",
        "a: “",
    ],
)
def test_quotes_inside_a_text_are_the_authors_own(written: str) -> None:
    assert normalised(written) == written


@pytest.mark.parametrize("written", ["a: “b: c”\n", "\u00a0a:\tb\u00a0“c”", "[“a”, “b”]"])
def test_every_letter_keeps_its_place(written: str) -> None:
    assert [len(line) for line in normalised(written).split("\n")] == [len(line) for line in written.split("\n")]
