"""Whatever stands in a file: a tree or a finding, and never a traceback."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.document import read_document
from plugins.frontmatter.tree import Mapping
from plugins.frontmatter.yaml_events import PARSERS, tree


@given(st.text(alphabet=st.sampled_from("ab: -[]{}#&*!|>'\"%@`,?\n\t\\\u201cé—~0"), max_size=80))
def test_any_front_matter_is_a_tree_or_a_finding(text: str) -> None:
    results = [tree(text, source="a.md", first_line=2, parser=parser) for parser in PARSERS]
    for mapping, problems in results:
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
def test_both_parsers_read_the_same_tree(written: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(written, allow_unicode=True, default_flow_style=flow, width=10_000)
    results = [tree(text, source="a.md", first_line=1, parser=parser)[0] for parser in PARSERS]
    assert None not in results
    assert results[0] == results[-1]


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
PIECES += ["@", "`", "\\", "a\tb", ":\tb", "b\t", "“", "é", "—", "~", "\u00a0", "\u200b", "---", "🙂", "|\n  ", "<<"]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_both_parsers_read_the_same_or_find_something(text: str) -> None:
    """But for a tab at the front of a line, and for `?` before a name, which nobody types."""
    results = [tree(text, source="a.md", first_line=1, parser=parser) for parser in PARSERS]
    assert results[0][0] == results[-1][0]
    assert bool(results[0][1]) == bool(results[-1][1])


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
