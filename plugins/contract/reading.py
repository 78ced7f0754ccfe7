"""A record read out of front matter, with a finding for every value that cannot be what its field says."""

from dataclasses import field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from plugins.contract.comma_lists import parted, question
from plugins.contract.lost_places import cut_texts, lost_indents, missing_colon
from plugins.contract.scalars import read_choice, read_moment, read_scalar
from plugins.contract.shape import Choice, FieldShape, Kind, Leaf, Many, Moment, Part, Scores, Shape, Table, shape_of
from plugins.contract.unreadable import Unreadable
from plugins.contract.values import Counts
from plugins.frontmatter import Entry, Mapping, Node, Scalar, Sequence, as_written, place_in_words
from plugins.problems import Code, FieldPath, Problem, nearest
from plugins.records import dataclass
from plugins.unicode import without_unseen

R = TypeVar("R")
_LONGEST_SHOWN = 60


def read_record(
    record: type[R], tree: Mapping, *, source: str, zone: ZoneInfo, within: str = ""
) -> tuple[R | None, tuple[Problem, ...]]:
    """The record that `tree` says, and every finding on the way; None as soon as there is one finding.

    `within` is what the record is called, where its file holds several.

    A record with a hole in it is never handed on: what follows from it would be answered with findings that
    the author did not cause.
    """
    value, reading = _read(record, tree, source, zone, within)
    return value, tuple(reading.problems)


def read_with_places(record: type[R], tree: Mapping, *, zone: ZoneInfo) -> tuple[R | None, tuple[FieldPath, ...]]:
    """The record, or None and the place of everything that cannot be read."""
    value, reading = _read(record, tree, "", zone)
    return value, tuple(reading.places)


def _read(record: type[R], tree: Mapping, source: str, zone: ZoneInfo, within: str = "") -> tuple[R | None, "_Reading"]:
    reading = _Reading(source, zone, tree, within)
    value = reading.part(Part(record), tree, ())
    return (None if reading.problems or not isinstance(value, record) else value), reading


class _Unread:
    """Stands for a value that was answered with a finding."""


_UNREAD = _Unread()


@dataclass
class _Reading:
    source: str
    zone: ZoneInfo
    tree: Mapping
    within: str
    problems: list[Problem] = field(default_factory=list)
    places: list[FieldPath] = field(default_factory=list)

    def value(self, kind: Kind, node: Node, path: FieldPath) -> object:
        match kind:
            case Leaf() | Choice() | Moment():
                return self.scalar(kind, node, path)
            case Many():
                return self.many(kind, node, path)
            case Part():
                return self.part(kind, node, path)
            case Scores():
                return self.scores(node, path)
            case Table():
                return self.table(node, path)
            case _:
                return self.value(kind.word if isinstance(node, Scalar) else kind.part, node, path)

    def scalar(self, kind: Leaf | Choice | Moment, node: Node, path: FieldPath) -> object:
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Sequence) else "several fields"
            return self.refuse(node.line, path, f"found {found}; write one value", "wrong-shape")
        text = node.text.strip()
        try:
            if isinstance(kind, Choice):
                return read_choice(kind, text)
            if isinstance(kind, Moment):
                return read_moment(text, self.zone)
            if not without_unseen(text).strip():
                raise Unreadable("write something between the quotes, or leave the field out", "empty-field")
            return read_scalar(kind, text, self.zone)
        except Unreadable as error:
            return self.refuse(node.line, path, f"found {_shown(text)}; {error}", error.code)

    def many(self, kind: Many, node: Node, path: FieldPath) -> object:
        if isinstance(node, Scalar) and (asked := question(kind.of, node)):
            return self.refuse(node.line, path, f"found {_shown(node.text)}; {asked}", "one-or-several")
        items: list[Node] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            items += parted(kind.of, item) if isinstance(item, Scalar) else (item,)
        return tuple(self.value(kind.of, item, (*path, index)) for index, item in enumerate(items))

    def scores(self, node: Node, path: FieldPath) -> object:
        if not isinstance(node, Mapping):
            advice = "write each score and how many gave it, such as {5: 3, 4: 1}"
            return self.refuse(node.line, path, advice, "wrong-shape")
        pairs = [self.score(entry, path) for entry in node.entries]
        return Counts(tuple(sorted(pair for pair in pairs if pair is not None)))

    def table(self, node: Node, path: FieldPath) -> object:
        """As it is written: whoever knows its fields reads them."""
        if isinstance(node, Mapping):
            return node
        return self.refuse(node.line, path, "write its fields below it", "wrong-shape")

    def score(self, entry: Entry, path: FieldPath) -> tuple[int, int] | None:
        try:
            number = int(entry.key)
        except ValueError:
            advice = f"found {_shown(entry.key)}; write a score, such as 5"
            self.refuse(entry.key_line, (*path, entry.key), advice, "not-a-number")
            return None
        count = entry.node.text.strip() if isinstance(entry.node, Scalar) else ""
        if not count.isascii() or not count.isdigit() or len(count) > 9:
            where = (*path, entry.key)
            advice = f"found {_shown(count)}; write a whole number, such as 3"
            self.refuse(entry.node.line, where, advice, "not-a-number")
            return None
        return number, int(count)

    def part(self, kind: Part, node: Node, path: FieldPath) -> object:
        shape = shape_of(kind.record)
        if isinstance(node, Scalar) and shape.plain:
            entry = Entry(key=shape.plain, key_line=node.line, node=node)
            node = Mapping(entries=(entry,), line=node.line)
        if not isinstance(node, Mapping):
            names = ", ".join(shape.fields)
            found = "a list" if isinstance(node, Sequence) else _shown(node.text)
            return self.refuse(node.line, path, f"found {found}; write its fields below it: {names}", "wrong-shape")
        return self.fields(shape, node, path)

    def fields(self, shape: Shape, node: Mapping, path: FieldPath) -> object:
        before = len(self.problems)
        written: dict[str, Any] = {}
        answered = self.misplaced(shape, node, path)
        for entry in node.entries:
            field_shape = shape.fields.get(entry.key)
            if entry.key in answered:
                continue
            if field_shape is None:
                self.unknown(entry, shape, path)
            elif advice := missing_colon(field_shape, entry.node, beside=entry.node.line == entry.key_line):
                self.refuse(entry.node.line, (*path, entry.key), advice, "unreadable-line")
            elif not _is_blank(entry.node):
                written[field_shape.name] = self.value(field_shape.kind, entry.node, (*path, entry.key))
        for field_shape in shape.fields.values():
            if field_shape.written not in answered and field_shape.required and written.get(field_shape.name, ()) == ():
                self.missing(field_shape, node, path)
        return _UNREAD if len(self.problems) > before else shape.record(**written)

    def misplaced(self, shape: Shape, node: Mapping, path: FieldPath) -> frozenset[str]:
        """The names of fields that were answered for where they stand, and of those that they belong to."""
        lost, cut = lost_indents(shape, node.entries), cut_texts(shape, node.entries)
        for each in lost:
            self.refuse(each.fields[0].key_line, (*path, each.fields[0].key), each.advice, "wrong-place")
            self.places.append((*path, each.parent.key))
        for each in cut:
            self.refuse(each.parent.key_line, (*path, each.parent.key), each.advice, "one-or-several")
        return frozenset(entry.key for each in (*lost, *cut) for entry in (each.parent, *each.fields))

    def unknown(self, entry: Entry, shape: Shape, path: FieldPath) -> None:
        guess = nearest(entry.key, shape.fields)
        hint = f"did you mean “{guess}”?" if guess else f"the fields here are {', '.join(shape.fields)}"
        self.refuse(entry.key_line, path, f"there is no field “{_cut(entry.key)}” here; {hint}", "unknown-key")
        self.places[-1] = (*path, entry.key)

    def missing(self, field_shape: FieldShape, node: Mapping, path: FieldPath) -> None:
        line = next((entry.key_line for entry in node.entries if entry.key == field_shape.written), node.line)
        means = field_shape.means[:1].lower() + field_shape.means[1:].rstrip(".")
        where = (*path, field_shape.written)
        advice = f"this is missing; add a line “{field_shape.written}: …” with {means}"
        self.refuse(line, where, advice, "missing-field")

    def refuse(self, line: int, path: FieldPath, message: str, code: Code) -> _Unread:
        place = place_in_words(path, self.tree, within=self.within)
        self.problems.append(Problem(self.source, line, place, message, code, path=as_written(self.tree, path)))
        self.places.append(path)
        return _UNREAD


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and not without_unseen(node.text).strip()


def _shown(text: str) -> str:
    return f'"{_cut(text)}"'


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
