"""A record as far as it can be read: without what was answered with a finding, and without what needs that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_with_places
from plugins.frontmatter import Entry, Mapping, Node, Scalar, Sequence, as_written
from plugins.problems import FieldPath

R = TypeVar("R")
_MOST_ROUNDS = 20
"""A value that is taken out may leave a part without what it needs, which is taken out then; parts lie less deep."""


@dataclass(frozen=True, slots=True)
class Partial(Generic[R]):
    """What could be read, the tree of it, and what was taken out of that: paths as they were written."""

    record: R
    tree: Mapping
    gaps: tuple[FieldPath, ...]


def read_as_far_as_fit(record: type[R], tree: Mapping, *, zone: ZoneInfo, **instead: str) -> Partial[R] | None:
    """The record without what cannot be read; `instead` are values for fields that it cannot be without."""
    gaps: list[FieldPath] = []
    for _ in range(_MOST_ROUNDS):
        value, places = read_with_places(record, tree, zone=zone)
        if value is not None:
            return Partial(value, tree, tuple(gaps))
        found = sorted(set(places), key=lambda path: tuple(map(_order, path)), reverse=True)
        gaps += [as_written(tree, path) for path in found]
        for path in found:
            tree = _without(tree, path)
        missing = {name: text for name, text in instead.items() if not tree.get(name)}
        more = (Entry(name, tree.line, Scalar(text, tree.line)) for name, text in missing.items())
        tree = replace(tree, entries=(*tree.entries, *more))
    return None


def _order(part: str | int) -> tuple[int, str]:
    """Later items of a list first, so that the numbers of those before them stay."""
    return (part, "") if isinstance(part, int) else (-1, part)


def _without(tree: Mapping, path: FieldPath) -> Mapping:
    """The tree without what stands at a path; without what it would stand in, where it is not there."""
    return replace(tree, entries=tuple(_entries(tree, path)))


def _entries(tree: Mapping, path: FieldPath) -> Iterator[Entry]:
    for entry in tree.entries:
        if entry.key != path[0]:
            yield entry
        elif (node := _node_without(entry.node, path[1:])) is not None:
            yield replace(entry, node=node)


def _node_without(node: Node, path: FieldPath) -> Node | None:
    """None where nothing is to be left of it."""
    if not path:
        return None
    if isinstance(node, Mapping):
        name = path[1:] if path[0] == 0 else path  # One value stands for a list of one.
        return _without(node, name) if name and node.get(str(name[0])) is not None else None
    if isinstance(node, Sequence) and isinstance(path[0], int) and path[0] < len(node.items):
        item = _node_without(node.items[path[0]], path[1:])
        return node.without((path[0],)) if item is None else node.having(path[0], item)
    return None
