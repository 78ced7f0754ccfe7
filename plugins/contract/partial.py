"""A record as far as it can be read: without what was answered with a finding; what it cannot miss is stood in for."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_with_places
from plugins.contract.stand_ins import needed_kind, stand_in
from plugins.frontmatter import Entry, Mapping, Node, Sequence, as_written
from plugins.problems import FieldPath
from plugins.records import dataclass

R = TypeVar("R")
_MOST_ROUNDS = 20
"""A value that is taken out may leave a part without what it needs, which is taken out then; parts lie less deep."""


@dataclass(frozen=True, slots=True)
class Partial(Generic[R]):
    """What could be read, the tree of it, and what could not: paths as they were written."""

    record: R
    tree: Mapping
    gaps: tuple[FieldPath, ...]


def read_as_far_as_fit(record: type[R], tree: Mapping, *, zone: ZoneInfo) -> Partial[R] | None:
    """The record without what cannot be read."""
    gaps: list[FieldPath] = []
    for _ in range(_MOST_ROUNDS):
        value, places = read_with_places(record, tree, zone=zone)
        if value is not None:
            return Partial(value, tree, tuple(gaps))
        for path in sorted(set(places), key=lambda path: tuple(map(_order, path)), reverse=True):
            written, kind = as_written(tree, path), needed_kind(record, path)
            is_new = kind is not None and written not in gaps
            gaps.append(written)
            instead = stand_in(kind, len(gaps), line=tree.line, zone=zone) if kind and is_new else None
            tree = replace(tree, entries=tuple(_entries(tree, path, instead)))
    return None


def _order(part: str | int) -> tuple[int, str]:
    """Later items of a list first, so that the numbers of those before them stay."""
    return (part, "") if isinstance(part, int) else (-1, part)


def _entries(tree: Mapping, path: FieldPath, instead: Node | None) -> Iterator[Entry]:
    """The fields with another value at a path, or without what stands there."""
    for entry in tree.entries:
        if entry.key != path[0]:
            yield entry
        elif (node := _changed(entry.node, path[1:], instead)) is not None:
            yield replace(entry, node=node)
    if len(path) == 1 and instead and not tree.get(str(path[0])):
        yield Entry(str(path[0]), tree.line, instead)


def _changed(node: Node, path: FieldPath, instead: Node | None) -> Node | None:
    """A node with another at a path below it, or with nothing there; None where nothing is to be left of it."""
    if not path:
        return instead
    if isinstance(node, Mapping):
        name = path[1:] if path[0] == 0 else path  # One value stands for a list of one.
        can_stand = name and (node.get(str(name[0])) is not None or (len(name) == 1 and instead))
        return replace(node, entries=tuple(_entries(node, name, instead))) if can_stand else None
    if isinstance(node, Sequence) and isinstance(path[0], int) and path[0] < len(node.items):
        item = _changed(node.items[path[0]], path[1:], instead)
        return node.without((path[0],)) if item is None else node.having(path[0], item)
    return None
