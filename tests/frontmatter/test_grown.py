"""Front matter that grows without end is a tree or a finding, and no more of it is read than is needed."""

from collections.abc import Iterator

import pytest
import yaml

from plugins.frontmatter.tree import Mapping, Node, Scalar, Sequence
from plugins.frontmatter.yaml_events import tree

ALIAS = "found *a0, which stands for something else; write it out, or put it in quotes"
DEEP = "this is nested more than 20 levels deep; take spaces, hyphens or brackets away"
MERGED = "found <<; write the fields themselves here"


def read(text: str) -> tuple[Mapping | None, list[tuple[int, str]]]:
    mapping, problems = tree(text, source="a.md", first_line=2)
    return mapping, [(problem.line or 0, problem.message) for problem in problems]


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from nodes(entry.node)


def bomb(levels: int, times: int) -> str:
    """What would be `times` to the power of `levels` once each alias were followed."""
    rungs = (f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * times)}]" for level in range(1, levels))
    return "\n".join(["a0: &a0 [x]", *rungs])


@pytest.mark.parametrize(("levels", "times"), [(9, 9), (40, 2), (3, 300)])
def test_an_alias_is_told_once_a_line_and_never_followed(levels: int, times: int) -> None:
    mapping, told = read(bomb(levels, times))
    assert mapping is None
    assert (3, ALIAS) in told
    assert len(told) == 2 * levels - 1


@pytest.mark.parametrize("merge", ["<<: {b: c}\n", "<<: [{b: c}, {d: e}]\n", "a:\n  <<: {b: c}\n"])
def test_fields_are_not_merged(merge: str) -> None:
    mapping, told = read(merge)
    assert mapping is None
    assert [message for _, message in told] == [MERGED]


DEEPER = {
    "brackets": lambda depth: "a: " + "[" * depth + "]" * depth,
    "braces": lambda depth: "{a: " * depth + "b" + "}" * depth,
    "hyphens": lambda depth: "a:\n  " + "- " * depth + "b",
    "spaces": lambda depth: "".join(" " * level + "a:\n" for level in range(depth)) + " " * depth + "b",
}


@pytest.mark.parametrize("kind", DEEPER)
def test_what_lies_too_deep_is_told_however_deep_it_lies(kind: str) -> None:
    assert read(DEEPER[kind](12))[0] is not None
    for depth in (30, 400):
        mapping, told = read(DEEPER[kind](depth))
        assert mapping is None
        assert [message for _, message in told] == [DEEP]


LARGE = {
    "an int": "9" * 50_000,
    "a float": "1e" + "9" * 50_000,
    "an int in base sixty": "1" + ":59" * 20_000,
    "bits": "0b" + "1" * 50_000,
    "a quoted text": '"' + "x " * 25_000 + 'x"',
    "a block": "|\n" + "  x\n" * 10_000,
    "a folded block": ">\n" + "  x\n" * 10_000,
}


@pytest.mark.parametrize("value", LARGE.values(), ids=LARGE)
def test_a_large_value_stays_text_and_becomes_no_number(value: str) -> None:
    mapping, told = read(f"a: {value}\nb: c")
    assert (mapping is None) == bool(told)
    if mapping is not None:
        first = mapping.entries[0].node
        assert isinstance(first, Scalar)
        assert len(first.text) >= 20_000


def test_many_fields_are_as_many_nodes_and_no_more() -> None:
    mapping, told = read("".join(f"field_{number}: [a, b]\n" for number in range(1_500)))
    assert told == []
    assert mapping is not None
    assert sum(1 for _ in nodes(mapping)) == 1 + 1_500 * 3


def test_the_events_of_a_bomb_are_no_more_than_its_letters() -> None:
    text = bomb(9, 9)
    assert sum(1 for _ in yaml.parse(text)) < len(text)
