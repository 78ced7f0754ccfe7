"""What the annotations of a record say."""

from dataclasses import dataclass

from plugins.contract.shape import field_names
from plugins.contract.values import Text
from plugins.contract.walk import with_values, written_values


@dataclass(frozen=True)
class Inner:
    colour: Text


@dataclass(frozen=True)
class Outer:
    title: Text
    lamp: Inner | None = None


def test_the_names_of_fields_are_those_of_the_records_inside_too() -> None:
    assert field_names(Outer) == {"title", "lamp", "colour"}


def test_every_value_is_walked_and_changed_also_in_a_record_of_one_field() -> None:
    lit = Outer(Text("A lamp"), Inner(Text("red")))
    assert [(each.path, each.value) for each in written_values(lit)] == [
        (("title",), "A lamp"),
        (("lamp", "colour"), "red"),
    ]
    assert with_values(lit, Text, str.upper) == Outer(Text("A LAMP"), Inner(Text("RED")))
    dark = Outer(Text("A LAMP"))
    assert with_values(dark, Text, str.upper) is dark
