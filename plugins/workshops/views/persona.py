"""A persona, as a reader meets it: somebody made up, who stands for many."""

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import personas
from plugins.workshops.record.design import Persona
from plugins.workshops.views.language import LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaTrait:
    """One side of a persona under its heading."""

    heading: str
    points: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaView:
    """A persona; `about` says that it is made up, `quote` may be None."""

    anchor: str
    name: Html
    about: Html
    quote: Html | None
    traits: tuple[PersonaTrait, ...]


def persona_view(persona: Persona, *, said: LanguageMarkup) -> PersonaView:
    """A persona with the sides that were written down."""
    sides = (
        (personas.GOALS, persona.goals),
        (personas.NEEDS, persona.needs),
        (personas.BARRIERS, persona.barriers),
        (personas.STRENGTHS, persona.strengths),
    )
    return PersonaView(
        anchor=persona.id,
        name=said.plain(persona.name),
        about=said.within(personas.about(persona.age), persona.age or ""),
        quote=said.plain(persona.quote) if persona.quote else None,
        traits=tuple(PersonaTrait(heading=h, points=tuple(map(said.inline, points))) for h, points in sides if points),
    )
