"""What the fields of a form hold: read off a file, or typed; every value is text until a record reads it.

Names of fields are those of the contract, joined by dots: `votes.0.options.2.name`. An item of a list keeps its name
while others come, go and move; the order is that in which the items are sent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeAlias

from plugins.contract.comma_lists import parted
from plugins.contract.shape import Choice, Kind, Leaf, Many, Moment, Part, Scores, Table, WordOrPart, shape_of
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Node, Scalar, Sequence
from plugins.records import dataclass

WORD = "word"
"""The field that holds the one word which stands for a whole record, such as `off`."""
IS_LIST, WAS, GONE = "list", "was", "gone"
"""Fields that say that a list was sent, where an item stood in the file, and that it is to be taken out."""
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class AsWritten:
    """Something that no form shows, such as fields where one value belongs: it stays in the file as it is."""


AS_WRITTEN = AsWritten()


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item of a list; `was` is its place in the file, `key` its name in the form."""

    key: str
    was: int | None
    value: "State"
    is_gone: bool = False


State: TypeAlias = str | tuple[ItemState, ...] | Mapping[str, "State"] | AsWritten
"""One value; several values of one line each are one text; a list of records; fields by name."""


@dataclass
class Sent:
    """Fields of a form below one name, in the order in which they were sent."""

    values: list[str] = field(default_factory=list)
    below: "dict[str, Sent]" = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        return self.below[name].values[0] if name in self.below and self.below[name].values else None


def sent(pairs: Iterable[tuple[str, str]]) -> Sent:
    """The fields of a form by their names; what is named deeper than any record goes is left out."""
    root = Sent()
    for name, value in pairs:
        steps = name.split(".")
        if len(steps) <= _DEEPEST:
            place = root
            for step in steps:
                place = place.below.setdefault(step, Sent())
            place.values.append(value.replace("\r\n", "\n").replace("\r", "\n"))
    return root


def is_text(kind: Kind) -> bool:
    """Whether a value of this kind is one text."""
    return isinstance(kind, Leaf | Choice | Moment)


# ---------------------------------------------------------------- off a file


def state_of(kind: Kind, node: Node | None) -> State:
    """What a form shows of a value; of none, empty fields."""
    match kind:
        case Leaf() | Choice() | Moment():
            return AS_WRITTEN if node is not None and not isinstance(node, Scalar) else _text(node)
        case Many():
            return _list(kind, node)
        case Part():
            return _fields(kind, node)
        case Scores():
            return _scores(node)
        case WordOrPart():
            return _word_or_fields(kind, node)
        case Table():
            lines = [] if node is None else table_lines(node)
            return AS_WRITTEN if lines is None else "\n".join(lines)


def _list(kind: Many, node: Node | None) -> State:
    if is_text(kind.of):
        items = texts_of(kind, node)
        return AS_WRITTEN if items is None else "\n".join(items)
    return tuple(ItemState(str(was), was, state_of(kind.of, item)) for was, item in enumerate(items_of(node)))


def items_of(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; one value stands for a list of one."""
    if node is None or (isinstance(node, Scalar) and not node.text and not node.quoted):
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def texts_of(kind: Many, node: Node | None) -> list[str] | None:
    """The items of a list of texts, a line each; None where one of them is no text."""
    texts: list[str] = []
    for item in items_of(node):
        if not isinstance(item, Scalar):
            return None
        texts += [" ".join(part.text.split()) for part in parted(kind.of, item)]
    return texts


def table_lines(node: Node, above: str = "") -> list[str] | None:
    """Fields whose names are free as lines, `name: value`; None where a line could not tell what stands there.

    A dot leads into fields inside: `giscus.repo: owner/site`.
    """
    if isinstance(node, Scalar):
        return [] if not above and not node.text else [f"{above}: {' '.join(node.text.split())}"] if above else None
    if not isinstance(node, Tree):
        return None
    lines: list[str] = []
    for entry in node.entries:
        inside = table_lines(entry.node, f"{above}.{entry.key}" if above else entry.key)
        if inside is None or set(entry.key) & set(".:\n"):
            return None
        lines += inside
    return lines


def _text(node: Scalar | None) -> str:
    return node.text.rstrip("\n") if node else ""


def _fields(kind: Part, node: Node | None) -> State:
    shape = shape_of(kind.record)
    if isinstance(node, Scalar) and shape.plain and node.text:
        named: Mapping[str, Node] = {shape.plain: node}
    elif isinstance(node, Tree):
        named = {entry.key: entry.node for entry in node.entries}
    elif node is None or (isinstance(node, Scalar) and not node.text):
        named = {}
    else:
        return AS_WRITTEN
    return {name: state_of(each.kind, named.get(name)) for name, each in shape.fields.items()}


def _scores(node: Node | None) -> State:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}
    if not isinstance(node, Tree) or not all(isinstance(entry.node, Scalar) for entry in node.entries):
        return AS_WRITTEN
    return {entry.key: entry.node.text for entry in node.entries if isinstance(entry.node, Scalar)}


def _word_or_fields(kind: WordOrPart, node: Node | None) -> State:
    if isinstance(node, Scalar) and node.text:
        empty = _fields(kind.part, None)
        return {WORD: node.text, **empty} if isinstance(empty, Mapping) else AS_WRITTEN
    fields = _fields(kind.part, node)
    return {WORD: "", **fields} if isinstance(fields, Mapping) else AS_WRITTEN


# ---------------------------------------------------------------- as it was typed


def typed(kind: Kind, place: Sent | None) -> State:
    """What was sent for a value; what was not sent is as it was written."""
    if place is None:
        return AS_WRITTEN
    match kind:
        case Leaf() | Choice() | Moment():
            return place.values[0].strip() if place.values else AS_WRITTEN
        case Many() | Table():
            return _lines(place) if isinstance(kind, Table) or is_text(kind.of) else _items(kind, place)
        case Part():
            return {
                name: typed(each.kind, place.below.get(name)) for name, each in shape_of(kind.record).fields.items()
            }
        case Scores():
            return {
                name: each.values[0].strip() for name, each in place.below.items() if each.values and name != IS_LIST
            }
        case WordOrPart():
            fields = typed(kind.part, place)
            return {WORD: place.value(WORD) or "", **fields} if isinstance(fields, Mapping) else AS_WRITTEN


def _lines(place: Sent) -> State:
    lines = (" ".join(line.split()) for value in place.values for line in value.split("\n"))
    return "\n".join(filter(None, lines)) if place.values else AS_WRITTEN


def _items(kind: Many, place: Sent) -> State:
    if place.value(IS_LIST) is None:
        return AS_WRITTEN
    items: list[ItemState] = []
    for key, each in place.below.items():
        if key != IS_LIST:
            was = each.value(WAS) or ""
            number = int(was) if was.isascii() and was.isdecimal() and len(was) < 6 else None
            items.append(ItemState(key, number, typed(kind.of, each), is_gone=bool(each.value(GONE))))
    return tuple(items)
