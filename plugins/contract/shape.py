"""What may be written where, read off a record's annotations."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeGuard, Union, get_args, get_origin, get_type_hints

from plugins.contract.values import Between, Counts, Export, Written
from plugins.frontmatter import Mapping as Tree
from plugins.moments import Clock, When
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: `type` is a value type of `plugins.contract.values`, or `bool`, `int`, `float`, `When`, `Clock`."""

    type: object
    between: Between | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a clock time."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A score, and how many gave it: `{5: 3, 4: 1}`."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list; one value stands for a list of one."""

    of: "Kind"


@dataclass(frozen=True, slots=True)
class Part:
    """A record inside a record."""

    record: type


@dataclass(frozen=True, slots=True)
class WordOrPart:
    """A word that says it all, or a record that says more: `comments: off`."""

    word: Choice
    part: Part


@dataclass(frozen=True, slots=True)
class Table:
    """Fields whose names another room knows."""


Kind = Leaf | Choice | Moment | Scores | Many | Part | WordOrPart | Table


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a record, as an author meets it."""

    name: str
    written: str
    kind: Kind
    required: bool
    means: str
    export: Export | None


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one record, by the name they are written under.

    `plain` names the field that a single value fills, where the record may be written as one.
    """

    record: type
    fields: Mapping[str, FieldShape]
    plain: str | None


@cache
def shape_of(record: type) -> Shape:
    """The shape of a record class; raises TypeError for an annotation that no author could write."""
    hints = get_type_hints(record, include_extras=True)
    shapes = (_field_shape(field, hints[field.name]) for field in fields(record))
    return Shape(
        record=record,
        fields={shape.written: shape for shape in shapes},
        plain=getattr(record, "plain", None),
    )


@cache
def field_names(record: type) -> frozenset[str]:
    """The names under which anything is written in a record, and in the records inside it."""
    names: set[str] = set()
    for name, field in shape_of(record).fields.items():
        inside = record_in(field.kind)
        names |= {name, *(field_names(inside) if inside else ())}
    return frozenset(names)


@cache
def record_classes(record: type) -> frozenset[type]:
    """A record's class and those of all records inside it, down to moments and counts."""
    inside = (record_in(field.kind) for field in shape_of(record).fields.values())
    return frozenset[type]({record, When, Clock, Counts}).union(*(record_classes(each) for each in inside if each))


def record_in(kind: Kind) -> type | None:
    """The record that a field holds, one or a list of them."""
    if isinstance(kind, Many):
        return record_in(kind.of)
    part = kind.part if isinstance(kind, WordOrPart) else kind
    return part.record if isinstance(part, Part) else None


def _field_shape(field: Field[Any], hint: Any) -> FieldShape:
    annotated, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    written = next((note.name for note in notes if isinstance(note, Written)), field.name)
    between = next((note for note in notes if isinstance(note, Between)), None)
    kind = _kind(annotated, between)
    required = field.default is MISSING and field.default_factory is MISSING
    return FieldShape(
        name=field.name,
        written=written,
        kind=replace(kind, required=required) if isinstance(kind, Leaf) else kind,
        required=required,
        means=next((note for note in notes if isinstance(note, str)), ""),
        export=next((note for note in notes if isinstance(note, Export)), None),
    )


def _kind(hint: Any, between: Between | None = None) -> Kind:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _union(tuple(arm for arm in get_args(hint) if arm is not NoneType), between)
    if origin is Literal:
        return Choice(get_args(hint))
    if origin is tuple:
        return Many(_kind(get_args(hint)[0]))
    if hint in (Counts, Tree):
        return Scores() if hint is Counts else Table()
    if _is_record(hint):
        return Part(hint)
    return Leaf(hint, between)


def _union(arms: tuple[Any, ...], between: Between | None) -> Kind:
    if len(arms) == 1:
        return _kind(arms[0], between)
    if set(arms) == {When, Clock}:
        return Moment()
    word, part = sorted((_kind(arm) for arm in arms), key=lambda kind: isinstance(kind, Part))
    if isinstance(word, Choice) and isinstance(part, Part):
        return WordOrPart(word, part)
    raise TypeError(f"no author could tell these apart: {arms}")


def _is_record(hint: Any) -> TypeGuard[type]:
    return isinstance(hint, type) and hasattr(hint, "__dataclass_fields__") and hint not in (When, Clock)
