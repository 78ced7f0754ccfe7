"""What the annotations of a record say."""

from dataclasses import dataclass

from plugins.contract.shape import field_names
from plugins.contract.values import Text


@dataclass(frozen=True)
class Inner:
    colour: Text


@dataclass(frozen=True)
class Outer:
    title: Text
    lamp: Inner | None = None


def test_the_names_of_fields_are_those_of_the_records_inside_too() -> None:
    assert field_names(Outer) == {"title", "lamp", "colour"}
