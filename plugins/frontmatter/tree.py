"""YAML as an author wrote it: texts, lists and fields, each with its line."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeAlias

from plugins.problems import Code, FieldPath, Problem
from plugins.records import dataclass

_NAMES = ("title", "name", "question", "said", "term", "group", "file", "id")
"""The fields by which an item of a list is known, the plainest first. What somebody said is not among them."""
_ITEMS = {
    "agenda": "part",
    "items": "part",
    "ideas": "idea",
    "options": "option",
    "photos": "photo",
    "quotes": "quote",
    "votes": "vote",
}
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, untyped: the record's field decides what it is. Plain nothing, `~` and `null` are empty text."""

    text: str
    line: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `places` are those that its items have as it was written, where some were taken out since."""

    items: tuple["Node", ...]
    line: int
    places: tuple[int, ...] = ()

    def place(self, index: int) -> int:
        """Where an item stands as the list was written."""
        return self.places[index] if self.places else index

    def without(self, lost: Collection[int]) -> "Sequence":
        """The list without the items of these numbers."""
        kept = [index for index in range(len(self.items)) if index not in lost]
        return Sequence(tuple(self.items[index] for index in kept), self.line, tuple(map(self.place, kept)))

    def having(self, index: int, item: "Node") -> "Sequence":
        """The list with another item at this place."""
        return replace(self, items=(*self.items[:index], item, *self.items[index + 1 :]))


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a mapping; `key_line` is where its name stands."""

    key: str
    key_line: int
    node: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields, in the order in which they were written; no name stands twice."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> "Node | None":
        """What stands under a name; None when the name is not there."""
        return next((entry.node for entry in self.entries if entry.key == key), None)

    def keys(self) -> tuple[str, ...]:
        return tuple(entry.key for entry in self.entries)


Node: TypeAlias = Scalar | Sequence | Mapping


def problem_at(path: FieldPath, message: str, code: Code, *, source: str, tree: Node, stops: bool = True) -> Problem:
    """What is to be mended at `path` in the front matter of a file."""
    place = place_in_words(path, tree)
    return Problem(source, line_of(tree, path), place, message, code, stops, path=as_written(tree, path))


def as_written(node: Node | None, path: FieldPath) -> FieldPath:
    """A path with the places that items of lists have in the file, also where others were taken out of the tree."""
    written: list[str | int] = []
    for part in path:
        if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            written.append(node.place(part))
            node = node.items[part]
        else:
            written.append(part)
            if part != 0:
                node = node.get(str(part)) if isinstance(node, Mapping) else None
    return tuple(written)


def line_of(node: Node, path: FieldPath) -> int:
    """The line of the deepest part of `path` that exists; a value written as a list of one counts as its item."""
    line = node.line
    for part in path:
        if isinstance(node, Mapping):
            entry = next((entry for entry in node.entries if entry.key == str(part)), None)
            if entry is None:
                return line
            line, node = entry.key_line, entry.node
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            line = node.line
        elif part != 0:
            return line
    return line


def place_in_words(path: FieldPath, tree: Node | None = None, *, within: str = "") -> str:
    """A path as the author of the tree sees it; `within` is what the tree is of, where that is to be said.

    A value at its end is not said: findings quote it where they may.
    """
    words = [within] if within else []
    node = tree
    for part, written in zip(path, as_written(tree, path), strict=True):
        if isinstance(written, str):
            words.append(_shortened(written.replace("_", " ")))
            node = node.get(written) if isinstance(node, Mapping) else None
        elif not isinstance(node, Scalar):  # One value stands for a list of one.
            items = node.items if isinstance(node, Sequence) else (node,)
            node = items[int(part)] if int(part) < len(items) else None
            words += [f"{_ITEMS.get(words[-1], 'number')} {written + 1}", *_called(node)]
    place = ", ".join(words)
    return place[:1].upper() + place[1:]


def _called(node: Node | None) -> list[str]:
    """What the author calls an item of a list, in quotes, where it is called anything in few words."""
    fields = [node.get(name) for name in _NAMES] if isinstance(node, Mapping) else []
    texts = [field.text for field in fields if isinstance(field, Scalar) and field.text.strip()]
    return [f"“{texts[0]}”"] if texts and len(texts[0]) <= _LONGEST_NAME else []


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
