"""What is to be different in a front matter, and what it says then.

A change names what it changes and nothing else: whatever is `KEPT` stays as it was typed, with its quotes and remarks.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from plugins.frontmatter.notation import Plain
from plugins.frontmatter.tree import Mapping as Tree
from plugins.frontmatter.tree import Node, Sequence
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """Nothing is to be different here."""


KEPT: Final = Kept()


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list as it is wanted; `was` is its place in the list as it stands, None for a new one."""

    value: "Wanted"
    was: int | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """A field under another name, in its place; one that is not there stays away."""

    name: str
    value: "Wanted" = KEPT


Wanted: TypeAlias = str | tuple[Item, ...] | Mapping[str, "Wanted | Renamed | None"] | Kept
"""A text; a list, whole and in order; or fields by their names, in the order in which they are best read.

None takes a field out. A field that is not named is kept.
"""
Change: TypeAlias = Mapping[str, Wanted | Renamed | None]
"""Fields that are to be different, by name."""


def said(node: Node) -> Plain:
    """What a tree says, without its lines. A line end at the end of a text says nothing."""
    if isinstance(node, Tree):
        return {entry.key: said(entry.node) for entry in node.entries}
    if isinstance(node, Sequence):
        return [said(item) for item in node.items]
    return node.text.rstrip("\n")


def changed(value: Plain | None, wanted: Wanted) -> Plain:
    """What a value says once it is as it is wanted; what is kept of nothing is nothing."""
    if isinstance(wanted, Kept):
        return "" if value is None else value
    if isinstance(wanted, str):
        return wanted.rstrip("\n")
    if isinstance(wanted, tuple):
        items = value if isinstance(value, list) else [value]
        return [changed(None if item.was is None else items[item.was], item.value) for item in wanted]
    fields = dict(value) if isinstance(value, Mapping) else {}
    for name, each in wanted.items():
        if each is None:
            fields.pop(name, None)
        elif isinstance(each, Renamed):
            fields = {
                each.name if own == name else own: changed(held, each.value) if own == name else held
                for own, held in fields.items()
            }
        elif name in fields or not isinstance(each, Kept):
            fields[name] = changed(fields.get(name), each)
    return fields
