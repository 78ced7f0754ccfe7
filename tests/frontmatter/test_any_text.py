"""Whatever stands in a file: a tree or a finding, and never a traceback."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.document import read_document
from plugins.frontmatter.tree import Entry, Mapping, Node, Scalar, Sequence
from plugins.frontmatter.yaml_events import tree


@given(st.text(alphabet=st.sampled_from("ab: -[]{}#&*!|>'\"%@`,?\n\t\\\u201cé—~0"), max_size=80))
def test_any_front_matter_is_a_tree_or_a_finding(text: str) -> None:
    mapping, problems = tree(text, source="a.md", first_line=2)
    assert isinstance(mapping, Mapping) != bool(problems)
    assert all(2 <= problem.line <= 2 + text.count("\n") + 1 for problem in problems)


WORDS = st.text(alphabet="abc: #-'\"éñ—", min_size=1, max_size=20)
NAMES = st.text(alphabet="abcdef_", min_size=1, max_size=8)
TREES = st.dictionaries(
    NAMES,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=4,
)


@given(TREES, st.booleans())
def test_what_a_program_writes_as_yaml_is_read_back(written: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(written, allow_unicode=True, default_flow_style=flow, width=10_000, sort_keys=False)
    read, problems = tree(text, source="a.md", first_line=1)
    assert problems == ()
    assert read is not None
    assert said(read) == written


def said(node: Node) -> object:
    """What a tree says, without its lines."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [said(item) for item in node.items]
        case Mapping():
            return {entry.key: said(entry.node) for entry in node.entries}


@pytest.mark.parametrize(
    "word",
    [
        "0o17",
        "017",
        "1_000",
        "12:30:45",
        "1e3",
        "0x1F",
        ".inf",
        "yes",
        "no",
        "on",
        "off",
        "True",
        "2016-10-10",
        "=",
        "<",
    ],
)
def test_a_word_stays_the_word_that_it_is(word: str) -> None:
    """YAML 1.1 made numbers, moments and truths of them."""
    read, _ = tree(f"a: {word}\nb: [{word}]", source="a.md", first_line=1)
    assert read is not None
    assert said(read) == {"a": word, "b": [word]}


@pytest.mark.parametrize("character", ["\x01", "\ud800"], ids=["a control character", "half a character"])
def test_a_character_that_no_text_holds_is_a_finding(character: str) -> None:
    mapping, problems = tree(f"a: b\nc: {character}", source="a.md", first_line=1)
    assert mapping is None
    assert len(problems) == 1


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_empty_text(nothing: str) -> None:
    assert tree(f"a: {nothing}", source="a.md", first_line=1)[0] == Mapping((Entry("a", 1, Scalar("", 1)),), 1)


PIECES = [
    "a",
    "b: ",
    "- ",
    ": ",
    "\n",
    "\n  ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    " #",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    "'",
    '"',
    "%",
]
PIECES += [
    "@",
    "`",
    "\\",
    "a\tb",
    ":\tb",
    "b\t",
    "“",
    "”",
    "‘",
    "« ",
    "»",
    "#",
    "#b",
    "é",
    "—",
    "~",
    "\u00a0",
    "\u200b",
    "?",
    "? ",
    "---",
    "🙂",
    "|\n  ",
    "<<",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_any_pieces_of_yaml_are_a_tree_or_a_finding(text: str) -> None:
    mapping, problems = tree(text, source="a.md", first_line=1)
    assert (mapping is None) == bool(problems)


HOSTILE = {
    "brackets": "a: " + "[" * 8000,
    "closed brackets": "a: " + "[" * 8000 + "]" * 8000,
    "braces": "{a: " * 8000,
    "hyphens": "- " * 8000,
    "names": "? " * 8000,
    "an alias bomb": "a: &a [x]\n" + "".join(f"b{index}: &b{index} [*a, *a]\n" for index in range(2000)),
    "a long line": "a: " + "x" * 300_000,
    "a long open quote": 'a: "' + "x\\" * 150_000,
    "colons": "a: " + "b: " * 100_000,
    "curly quotes": "a: [" + "“" * 100_000,
    "quotes": "a: " + "'\"" * 100_000,
    "one name again and again": "a: b\n" * 5000,
    "slips below each other": "a: b\n" * 5000 + "  c: d",
    "a long list in one line": "a: [" + "b, " * 50_000 + "b]",
    "a long name": "a" * 100_000 + ": b",
    "spaces": "a:" + " " * 300_000 + "\tb: c",
    "copied spaces": "\u00a0" * 300_000 + "a: b: c",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_meant_to_harm_is_answered_at_once(text: str) -> None:
    """The limit is generous: what it forbids takes minutes, or the memory of the machine."""
    begun = time.process_time()
    mapping, problems = tree(text, source="a.md", first_line=1)
    assert time.process_time() - begun < 10
    assert (mapping is None) == bool(problems)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode()))
def test_any_bytes_are_a_document_or_a_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(data)
    document, problems = read_document(file, "any.md")
    assert (document is None) == bool(problems)
