"""Where in a text a set of fields stands: the letters from which and up to which each part was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from plugins.frontmatter.normalisation import normalised
from plugins.frontmatter.yaml_events import PARSER
from plugins.problems import FieldPath


@dataclass(frozen=True, slots=True)
class Part:
    """One field: its name, its value. `end` is where the value ends, without line ends and remarks behind it."""

    name: str
    start: int
    value: int
    end: int
    is_list_of_lines: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one mapping, in order. In braces (`in_braces`) they stand on one line; else one a line."""

    start: int
    column: int
    in_braces: bool
    parts: tuple[Part, ...]

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)


def fields_at(text: str, path: FieldPath) -> Fields | None:
    """The fields of the mapping at `path`; a value written as a list of one counts as its item. None: no such mapping.

    `text` is YAML that was read without findings.
    """
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    node: Any = yaml.compose(normalised(text), Loader=PARSER)
    for step in path:
        node = _child(node, step)
    if not isinstance(node, yaml.MappingNode):
        return None
    place = _Places(text, starts)
    return Fields(
        start=place.of(node.start_mark),
        column=node.start_mark.column,
        in_braces=bool(node.flow_style),
        parts=tuple(place.parts(node)),
    )


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.MappingNode) and isinstance(step, str):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return node if step == 0 else None


@dataclass(frozen=True, slots=True)
class _Places:
    text: str
    starts: list[int]

    def of(self, mark: Any) -> int:
        return self.starts[int(mark.line)] + int(mark.column)

    def parts(self, node: Any) -> Iterator[Part]:
        for key, value in node.value:
            is_list_of_lines = isinstance(value, yaml.SequenceNode) and not value.flow_style
            yield Part(key.value, self.of(key.start_mark), self.of(value.start_mark), self.end(value), is_list_of_lines)

    def end(self, node: Any) -> int:
        """A collection that is not in brackets ends with its last item: its own mark stands behind all remarks."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        start = self.of(node.start_mark)
        return start + len(self.text[start : self.of(node.end_mark)].rstrip())
