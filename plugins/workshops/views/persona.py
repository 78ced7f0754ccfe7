"""A persona, as a reader meets it: somebody made up, who stands for many."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.workshops.record.design import Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaTrait:
    """One side of a persona under its heading."""

    heading: str
    points: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaView:
    """A persona; `age` and `quote` are empty when not given."""

    anchor: str
    name: str
    age: str
    quote: str
    traits: tuple[PersonaTrait, ...]


def persona_view(persona: Persona, *, inline: Callable[[str], Html]) -> PersonaView:
    """A persona with the sides that were written down."""
    sides = (
        ("Goals", persona.goals),
        ("Needs", persona.needs),
        ("What stands in the way", persona.barriers),
        ("Strengths", persona.strengths),
    )
    return PersonaView(
        anchor=persona.id,
        name=persona.name,
        age=f"Age {persona.age}" if persona.age else "",
        quote=persona.quote or "",
        traits=tuple(PersonaTrait(heading=h, points=tuple(map(inline, points))) for h, points in sides if points),
    )
