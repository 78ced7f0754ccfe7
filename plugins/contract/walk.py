"""Every value inside a record, with the place where the author wrote it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import Any, NamedTuple, TypeVar

from plugins.contract.shape import FieldShape, Kind, Leaf, Many, Moment, Part, WordOrPart, shape_of
from plugins.problems import FieldPath

R = TypeVar("R")


class WrittenValue(NamedTuple):
    """One single value: `owner` is the record that holds it, `path` where it stands in the front matter."""

    path: FieldPath
    owner: object
    field: FieldShape
    type: object
    value: object


def written_values(record: object, path: FieldPath = ()) -> Iterator[WrittenValue]:
    """Every single value of `record` and of the records inside it, in the order of the contract."""
    kind: type = type(record)
    for field in shape_of(kind).fields.values():
        value = getattr(record, field.name)
        if value is not None and value != ():
            yield from _inside(record, field, field.kind, value, (*path, field.written))


def _inside(owner: object, field: FieldShape, kind: Kind, value: object, path: FieldPath) -> Iterator[WrittenValue]:
    if isinstance(kind, Many) and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(owner, field, kind.of, item, (*path, index))
    elif isinstance(kind, Part) or (isinstance(kind, WordOrPart) and not isinstance(value, str)):
        yield from written_values(value, path)
    elif isinstance(kind, Leaf):
        yield WrittenValue(path=path, owner=owner, field=field, type=kind.type, value=value)
    elif isinstance(kind, Moment):
        yield WrittenValue(path=path, owner=owner, field=field, type=type(value), value=value)


def with_values(record: R, kind: object, change: Callable[[str], str]) -> R:
    """The record with every single value of one type changed, wherever it stands; itself where none is another then."""
    held: Any = record
    record_type: type = type(held)
    changed: dict[str, Any] = {}
    for field in shape_of(record_type).fields.values():
        value = getattr(held, field.name)
        other = _changed(value, field.kind, kind, change)
        if other is not value:
            changed[field.name] = other
    same: R = replace(held, **changed) if changed else record
    return same


def _changed(value: Any, shape: Kind, kind: object, change: Callable[[str], str]) -> Any:
    if isinstance(shape, Many) and isinstance(value, tuple):
        items = tuple(_changed(each, shape.of, kind, change) for each in value)
        return value if all(map(is_, items, value)) else items
    if value is None or (isinstance(shape, WordOrPart) and isinstance(value, str)):
        return value
    if isinstance(shape, Part | WordOrPart):
        return with_values(value, kind, change)
    other = change(value) if isinstance(shape, Leaf) and shape.type == kind else value
    return value if other == value else other
