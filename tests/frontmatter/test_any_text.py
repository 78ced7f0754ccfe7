"""Whatever stands in a file: a tree or a finding, and never a traceback."""

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


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n".encode()))
def test_any_bytes_are_a_document_or_a_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.md"
    file.write_bytes(data)
    document, problems = read_document(file, "any.md")
    assert (document is None) == bool(problems)
