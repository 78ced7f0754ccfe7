"""Fields that are none, or stand elsewhere: spaces or a colon were lost, or a comma between braces cut a text."""

from collections.abc import Sequence as Several
from itertools import pairwise

from plugins.contract.comma_lists import parted
from plugins.contract.shape import FieldShape, Many, Shape, record_in, shape_of
from plugins.frontmatter import Entry, Mapping, Node, Scalar, Sequence, forgotten_colon, quoted, taken_apart
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Fields that belong to the field `parent`, and stand beside it; and what to write."""

    parent: Entry
    fields: tuple[Entry, ...]
    advice: str


def lost_indents(shape: Shape, entries: Several[Entry]) -> tuple[Misplaced, ...]:
    """One finding for each run of fields that another field knows, and their own record does not."""
    found: list[Misplaced] = []
    after = 0
    for index, entry in enumerate(entries):
        if index < after or entry.key in shape.fields:
            continue
        for above in range(index - 1, after - 1, -1):
            inside = _inside(shape, entries[above])
            if inside and _may_hold(entries[above].node, inside, entry.key):
                run = _run(entries, inside, above, index, shape)
                found.append(Misplaced(entries[above], run, _advice(entries[above], run)))
                after = index + 1
                break
    return tuple(found)


def cut_texts(shape: Shape, entries: Several[Entry]) -> tuple[Misplaced, ...]:
    """One finding for each text between braces that a comma cut: `{notes: Tea, cake}` has a field “cake”."""
    found: list[Misplaced] = []
    for before, entry in pairwise(entries):
        if entry.key in shape.fields or not _is_empty(entry.node) or entry.key_line != before.key_line:
            continue
        last = found.pop() if found and found[-1].fields[-1] is before else None
        parent, run = (last.parent, (*last.fields, entry)) if last else (before, (entry,))
        if isinstance(parent.node, Scalar):
            found.append(Misplaced(parent, run, _uncut(shape, parent, parent.node, run)))
    return tuple(found)


def _uncut(shape: Shape, before: Entry, node: Scalar, run: tuple[Entry, ...]) -> str:
    text = ", ".join((node.text, *(entry.key for entry in run)))
    field = shape.fields.get(before.key)
    is_several = field and isinstance(field.kind, Many) and len(parted(field.kind.of, Scalar(text, node.line))) > 1
    meant = f"[{text}]" if is_several else quoted(text)
    return f"between braces a comma ends a text; write {before.key}: {meant}"


def missing_colon(field: FieldShape, node: Node, *, beside: bool) -> str | None:
    """What to write where a field with fields of its own has text: its first line is one of them without its colon.

    `beside` says that the text stands beside the field's name.
    """
    inside = record_in(field.kind)
    if not inside or not isinstance(node, Scalar) or node.quoted or shape_of(inside).plain:
        return None
    first = node.text.split("\n")[0]
    sentence = forgotten_colon(taken_apart(first), shape_of(inside).fields)
    if not sentence or not beside:
        return sentence
    name, _, value = first.partition(" ")
    return f"put it on a line of its own, with two spaces before it and a colon after “{name}”: “{name}: {value}”"


def _run(entries: Several[Entry], inside: Shape, above: int, index: int, shape: Shape) -> tuple[Entry, ...]:
    between = entries[above + 1 : index]
    is_empty = _is_empty(entries[above].node)
    start = above + 1 if is_empty and all(entry.key in inside.fields for entry in between) else index
    run: list[Entry] = []
    for place, entry in enumerate(entries[start:], start):
        if entry.key not in inside.fields or (place > index and not is_empty and entry.key in shape.fields):
            break
        run.append(entry)
    return tuple(run)


def _inside(shape: Shape, entry: Entry) -> Shape | None:
    field = shape.fields.get(entry.key)
    record = record_in(field.kind) if field else None
    return shape_of(record) if record else None


def _may_hold(node: Node, inside: Shape, name: str) -> bool:
    fields = _fields_of(node)
    return name in inside.fields and (_is_empty(node) or (fields is not None and fields.get(name) is None))


def _fields_of(node: Node) -> Mapping | None:
    """The fields of a mapping, or of the last one in a list."""
    last = node.items[-1] if isinstance(node, Sequence) and node.items else node
    return last if isinstance(last, Mapping) and last.entries else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and not node.text.strip()


def _advice(parent: Entry, run: tuple[Entry, ...]) -> str:
    names = " and ".join(f"“{entry.key}”" for entry in run)
    they_stand = "it stands" if len(run) == 1 else "they stand"
    beside = _fields_of(parent.node)
    if beside is None:
        where = f"put two spaces before {names}"
    elif beside.entries[0].key_line == parent.key_line:
        return f"write {names} between the brackets of “{parent.key}” in line {parent.key_line}"
    else:
        first = beside.entries[0]
        where = f"begin {names} as far to the right as “{first.key}” in line {first.key_line}"
    return f"{where}, so that {they_stand} under “{parent.key}” in line {parent.key_line}"
