"""A persona, as a reader meets it: somebody made up, who stands for many."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import personas
from plugins.workshops.record.design import Persona


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaTrait:
    """One side of a persona under its heading."""

    heading: str
    points: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaView:
    """A persona; `about` says that it is made up, `quote` is empty when not given."""

    anchor: str
    name: str
    about: str
    quote: str
    traits: tuple[PersonaTrait, ...]


def persona_view(persona: Persona, *, inline: Callable[[str], Html]) -> PersonaView:
    """A persona with the sides that were written down."""
    sides = (
        (personas.GOALS, persona.goals),
        (personas.NEEDS, persona.needs),
        (personas.BARRIERS, persona.barriers),
        (personas.STRENGTHS, persona.strengths),
    )
    return PersonaView(
        anchor=persona.id,
        name=persona.name,
        about=personas.about(persona.age),
        quote=persona.quote or "",
        traits=tuple(PersonaTrait(heading=h, points=tuple(map(inline, points))) for h, points in sides if points),
    )
