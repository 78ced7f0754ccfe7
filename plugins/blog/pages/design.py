"""What a group made with service design, as views of one post."""

from plugins.blog.ideas import Ideas
from plugins.blog.settings import BlogSettings
from plugins.blog.texts import Texts
from plugins.words import blueprints as words
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.design import Blueprint
from plugins.workshops.views.blueprint import BlueprintView, blueprint_view
from plugins.workshops.views.idea import ProposedIdea, proposed_idea
from plugins.workshops.views.journey import JourneyView, journey_view
from plugins.workshops.views.persona import PersonaView, persona_view
from plugins.workshops.views.prototype import PrototypeView, prototype_view


def personas(texts: Texts, entry: DiaryEntry) -> tuple[PersonaView, ...]:
    """The personas of a post."""
    inline = texts.inline(entry)
    return tuple(persona_view(persona, inline=inline) for persona in entry.post.personas)


def journeys(settings: BlogSettings, diary: Diary, texts: Texts, entry: DiaryEntry) -> tuple[JourneyView, ...]:
    """The journeys of a post, each with the persona whose it is."""
    views = []
    for journey in entry.post.journeys:
        slug, _, name = (journey.persona or "").rpartition("#")
        home = diary.by_slug[slug] if slug else entry
        persona = next((persona for persona in home.post.personas if persona.id == name), None)
        views.append(
            journey_view(
                journey,
                persona=persona.name if persona else "",
                persona_href=(settings.entry_href(home) if slug else "") + f"#{name}" if persona else "",
                inline=texts.inline(entry),
            )
        )
    return tuple(views)


def ideas(known: Ideas, texts: Texts, entry: DiaryEntry) -> tuple[ProposedIdea, ...]:
    """The ideas of a post."""
    inline = texts.inline(entry)
    return tuple(proposed_idea(idea, href=known.href(idea.id), inline=inline) for idea in entry.post.ideas)


def blueprints(known: Ideas, texts: Texts, entry: DiaryEntry) -> tuple[BlueprintView, ...]:
    """The blueprints of a post."""
    return tuple(
        blueprint_view(
            blueprint,
            anchor=f"blueprint-{position}",
            title=words.title(_services(known, blueprint)),
            inline=texts.inline(entry),
        )
        for position, blueprint in enumerate(entry.post.blueprints, start=1)
    )


def _services(known: Ideas, blueprint: Blueprint) -> tuple[str, ...]:
    """What is drawn: a service, or ideas."""
    return (blueprint.service,) if blueprint.service else tuple(map(known.name, blueprint.idea))


def prototypes(known: Ideas, texts: Texts, entry: DiaryEntry) -> tuple[PrototypeView, ...]:
    """The prototypes of a post; one that carries on another is about the other's idea."""
    views = []
    for prototype in entry.post.prototypes:
        idea = known.of_prototype(entry, prototype)
        views.append(
            prototype_view(
                prototype,
                name=known.name(idea) if idea else prototype.id.rpartition("#")[2],
                idea_href=known.href(idea) if idea else "",
                inline=texts.inline(entry),
            )
        )
    return tuple(views)
