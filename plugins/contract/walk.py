"""Every value inside a record, with the place where the author wrote it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from operator import attrgetter, is_
from typing import Any, NamedTuple, TypeVar

from plugins.contract.shape import FieldShape, Kind, Leaf, Many, Moment, Part, WordOrPart, record_in, shape_of
from plugins.problems import FieldPath

R = TypeVar("R")
Types = frozenset[object]
EVERY: Types = frozenset()
"""Values of every type."""


class WrittenValue(NamedTuple):
    """One single value: `owner` is the record that holds it, `path` where it stands in the front matter."""

    path: FieldPath
    owner: object
    field: FieldShape
    type: object
    value: object


def written_values(record: object, path: FieldPath = (), *, of: Types = EVERY) -> Iterator[WrittenValue]:
    """Every single value of `record` and of the records inside it, in the order of the contract.

    Where types are named, it is those `of` them; fields that can hold none are not looked at.
    """
    kind: type = type(record)
    fields, values_of = _fields_and_values(kind, of)
    for field, value in zip(fields, values_of(record), strict=True):
        if value is None or value == ():
            continue
        if isinstance(field.kind, Leaf):
            yield WrittenValue((*path, field.written), record, field, field.kind.type, value)
        else:
            yield from _inside(record, field, field.kind, value, (*path, field.written), of)


@cache
def _fields_and_values(
    record: type, of: Types
) -> tuple[tuple[FieldShape, ...], Callable[[object], tuple[object, ...]]]:
    """The fields of a record that can hold such values, and what reads all at once: most fields are empty."""
    fields = tuple(field for field in shape_of(record).fields.values() if not of or _may_hold(field.kind, of))
    values_of = [attrgetter(field.name) for field in fields]
    if len(fields) < 2:
        return fields, lambda held: tuple(value_of(held) for value_of in values_of)
    return fields, attrgetter(*(field.name for field in fields))


def _may_hold(kind: Kind, of: Types) -> bool:
    record = record_in(kind)
    if record:
        return bool(_fields_and_values(record, of)[0])
    single = kind.of if isinstance(kind, Many) else kind
    return isinstance(single, Moment) or (isinstance(single, Leaf) and single.type in of)


def _inside(
    owner: object, field: FieldShape, kind: Kind, value: object, path: FieldPath, of: Types
) -> Iterator[WrittenValue]:
    if isinstance(kind, Many) and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(owner, field, kind.of, item, (*path, index), of)
    elif isinstance(kind, Part) or (isinstance(kind, WordOrPart) and not isinstance(value, str)):
        yield from written_values(value, path, of=of)
    elif isinstance(kind, Leaf):
        yield WrittenValue(path, owner, field, kind.type, value)
    elif isinstance(kind, Moment) and (not of or type(value) in of):
        yield WrittenValue(path, owner, field, type(value), value)


def with_values(record: R, kind: object, change: Callable[[str], str]) -> R:
    """The record with every single value of one type changed, wherever it stands; itself where none is another then."""
    held: Any = record
    changed: dict[str, Any] = {}
    record_type: type = type(held)
    fields, values_of = _fields_and_values(record_type, frozenset((kind,)))
    for field, value in zip(fields, values_of(held), strict=True):
        if value is None or value == ():
            continue
        other = _changed(value, field.kind, kind, change)
        if other is not value:
            changed[field.name] = other
    same: R = replace(held, **changed) if changed else record
    return same


def _changed(value: Any, shape: Kind, kind: object, change: Callable[[str], str]) -> Any:
    if isinstance(shape, Many) and isinstance(value, tuple):
        items = tuple(_changed(each, shape.of, kind, change) for each in value)
        return value if all(map(is_, items, value)) else items
    if isinstance(shape, WordOrPart) and isinstance(value, str):
        return value
    if isinstance(shape, Part | WordOrPart):
        return with_values(value, kind, change)
    other = change(value) if isinstance(shape, Leaf) and shape.type == kind else value
    return value if other == value else other
