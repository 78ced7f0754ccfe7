"""What fields of a front matter are to say, as a plan holds it, and what of that a file does not say yet."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from plugins.contract.shape import shape_of
from plugins.frontmatter.changes import KEPT, Item, Wanted
from plugins.frontmatter.notation import Plain
from plugins.workshops.record.workshop import Workshop

Field: TypeAlias = "str | list[Field] | dict[str, Field] | None"
"""What a field says; None where it is not there."""
Fields: TypeAlias = dict[str, Field]


def changed_fields(now: Plain, after: Fields, order: Iterable[str]) -> dict[str, Wanted | None]:
    """The fields that do not say yet what they are to say; others beside them tell where they are best read."""
    held = now if isinstance(now, Mapping) else {}
    change: dict[str, Wanted | None] = {}
    for name, wanted in after.items():
        if isinstance(wanted, dict):
            if inside := changed_fields(held.get(name, {}), wanted, names_of(Workshop)):
                change[name] = inside
        elif wanted is None:
            if name in held:
                change[name] = None
        elif held.get(name) != wanted:
            change[name] = wanted if isinstance(wanted, str) else tuple(Item(str(each)) for each in wanted)
    return {name: change.get(name, KEPT) for name in order if name in change or name in held} if change else {}


def still_said(now: Plain, before: Fields, after: Fields) -> Fields:
    """Of what is to be different in a next version, what says still what its page said.

    So it takes nothing back when it is put up, and what was written in it meanwhile stays. The moment goes along.
    """
    held = now if isinstance(now, Mapping) else {}
    kept: Fields = {}
    for name, wanted in after.items():
        was = before.get(name)
        if isinstance(wanted, dict) and isinstance(was, dict):
            if inside := still_said(held.get(name, {}), was, wanted):
                kept[name] = inside
        elif held.get(name) == was:
            kept[name] = wanted
    return {**kept, **{name: after[name] for name in ("updated",) if kept and name in after}}


def names_of(record: type) -> tuple[str, ...]:
    return tuple(field.written for field in shape_of(record).fields.values())
