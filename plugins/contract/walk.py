"""Every value inside a record, with the place where the author wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.contract.shape import FieldShape, Kind, Leaf, Many, Part, WordOrPart, shape_of
from plugins.problems import FieldPath


@dataclass(frozen=True, slots=True)
class WrittenValue:
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
        if value is not None:
            yield from _inside(record, field, field.kind, value, (*path, field.written))


def _inside(owner: object, field: FieldShape, kind: Kind, value: object, path: FieldPath) -> Iterator[WrittenValue]:
    if isinstance(kind, Many) and isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(owner, field, kind.of, item, (*path, index))
    elif isinstance(kind, Part) or (isinstance(kind, WordOrPart) and not isinstance(value, str)):
        yield from written_values(value, path)
    elif isinstance(kind, Leaf):
        yield WrittenValue(path=path, owner=owner, field=field, type=kind.type, value=value)
