"""YAML as an author wrote it: texts, lists and fields, each with its line."""

from dataclasses import dataclass
from typing import TypeAlias

from plugins.problems import Code, FieldPath, Problem, field_name


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, untyped: the record's field decides what it is. Plain nothing, `~` and `null` are empty text."""

    text: str
    line: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    line: int


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
    return Problem(source, line_of(tree, path), field_name(path), message, code, stops)


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
