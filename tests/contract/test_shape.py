"""What the annotations of a record say."""

from dataclasses import dataclass, replace

from plugins.contract.shape import field_names, record_classes
from plugins.contract.values import Counts, FilePath, Text, Words
from plugins.contract.walk import with_values, written_values
from plugins.moments import Clock, When
from plugins.workshops.record.post import GlossaryTerm, Milestone, Post
from plugins.workshops.record.workshop import Venue, Workshop


@dataclass(frozen=True)
class Inner:
    colour: Text


@dataclass(frozen=True)
class Outer:
    title: Text
    lamp: Inner | None = None


def test_the_names_of_fields_are_those_of_the_records_inside_too() -> None:
    assert field_names(Outer) == {"title", "lamp", "colour"}


def test_the_classes_of_records_are_those_inside_too_down_to_moments_and_counts() -> None:
    assert record_classes(Outer) == {Outer, Inner, When, Clock, Counts}


def test_every_value_is_walked_and_changed_also_in_a_record_of_one_field() -> None:
    lit = Outer(Text("A lamp"), Inner(Text("red")))
    assert [(each.path, each.value) for each in written_values(lit)] == [
        (("title",), "A lamp"),
        (("lamp", "colour"), "red"),
    ]
    assert with_values(lit, Text, str.upper) == Outer(Text("A LAMP"), Inner(Text("RED")))
    dark = Outer(Text("A LAMP"))
    assert with_values(dark, Text, str.upper) is dark


def test_values_of_one_type_are_those_of_all_that_are_of_it() -> None:
    post = Post(
        title=Text("A post"),
        date=When(2031),
        comments="off",
        glossary=(GlossaryTerm(term=Text("tea"), means=Words("A *drink*.")),),
        workshop=Workshop(start=Clock(9, 0), end=When(2031, 5, 1), venue=Venue(name=Text("A hall"))),
        milestones=(Milestone(when=When(2030), title=Text("Begun")),),
    )
    every = tuple(written_values(post))
    assert {each.type for each in every} == {Text, Words, When, Clock}
    for kinds in ({Text}, {Words}, {When}, {Clock}, {Text, When}, {FilePath}):
        assert tuple(written_values(post, of=frozenset(kinds))) == tuple(each for each in every if each.type in kinds)
    assert with_values(post, Words, str.upper) == replace(
        post, glossary=(GlossaryTerm(term=Text("tea"), means=Words("A *DRINK*.")),)
    )
