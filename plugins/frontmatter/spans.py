"""Where in a text its YAML stands: the letters from which and up to which each value was written.

`text` is YAML that was read without findings. A value ends without the line ends and remarks behind it.
"""

from collections.abc import Iterator
from typing import Any, ClassVar, TypeAlias

import yaml

from plugins.frontmatter.smart_quotes import normalised
from plugins.frontmatter.yaml_events import PARSER
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class ScalarSpan:
    """One value; `style` is its quotation mark, `|` or `>`, or empty."""

    start: int
    end: int
    style: str
    in_brackets: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its name from `start`, and its value."""

    name: str
    start: int
    name_end: int
    value: "Span"

    @property
    def end(self) -> int:
        return self.value.end


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one mapping, in order. In braces, or else one a line, in this column."""

    start: int
    end: int
    column: int
    in_brackets: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one list, in order. In brackets, or else a line each, whose hyphen is in this column."""

    start: int
    end: int
    column: int
    in_brackets: bool
    parts: tuple["Span", ...]


Span: TypeAlias = ScalarSpan | Fields | Items


def spans(text: str) -> Fields:
    """Where every field of a front matter stands, of a register, or of settings."""
    node: Any = yaml.compose(normalised(text), Loader=PARSER)
    if not isinstance(node, yaml.MappingNode):  # Nothing but remarks.
        return Fields(len(text), len(text), 0, in_brackets=False, parts=())
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    place = _Places(text, starts)
    return place.fields(node)


@dataclass(frozen=True, slots=True)
class _Places:
    text: str
    starts: list[int]

    def of(self, mark: Any) -> int:
        return self.starts[int(mark.line)] + int(mark.column)

    def span(self, node: Any) -> Span:
        if isinstance(node, yaml.MappingNode):
            return self.fields(node)
        if isinstance(node, yaml.SequenceNode):
            parts = tuple(map(self.span, node.value))
            start, end, column, in_brackets = self.collection(node, parts)
            return Items(start, end, column, in_brackets, parts)
        start = self.of(node.start_mark)
        return ScalarSpan(start, self.end(node), node.style or "")

    def fields(self, node: Any) -> Fields:
        parts = tuple(self.parts(node))
        start, end, column, in_brackets = self.collection(node, parts)
        return Fields(start, end, column, in_brackets, parts)

    def parts(self, node: Any) -> Iterator[Part]:
        for key, value in node.value:
            yield Part(key.value, self.of(key.start_mark), self.end(key), self.span(value))

    def collection(self, node: Any, parts: tuple[Any, ...]) -> tuple[int, int, int, bool]:
        """Start, end, column, and whether it is in brackets; one that is not ends with its last part."""
        in_brackets = bool(node.flow_style)
        end = parts[-1].end if parts and not in_brackets else self.end(node)
        return self.of(node.start_mark), end, int(node.start_mark.column), in_brackets

    def end(self, node: Any) -> int:
        start = self.of(node.start_mark)
        return start + len(self.text[start : self.of(node.end_mark)].rstrip())
