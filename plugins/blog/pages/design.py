"""What a group made with service design, as views of one post."""

from plugins.blog.site_model import SiteModel
from plugins.words import blueprints as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.design import Blueprint, Journey
from plugins.workshops.views.blueprint import BlueprintView, blueprint_view
from plugins.workshops.views.idea import ProposedIdea, proposed_idea
from plugins.workshops.views.journey import JourneyView, journey_view
from plugins.workshops.views.persona import PersonaView, persona_view
from plugins.workshops.views.prototype import PrototypeView, prototype_view


def personas(model: SiteModel, entry: DiaryEntry) -> tuple[PersonaView, ...]:
    """The personas of a post."""
    inline = model.inline(entry)
    return tuple(persona_view(persona, inline=inline) for persona in entry.post.personas)


def journeys(model: SiteModel, entry: DiaryEntry) -> tuple[JourneyView, ...]:
    """The journeys of a post, each with the persona whose it is."""
    return tuple(_journey(model, entry, journey) for journey in entry.post.journeys)


def _journey(model: SiteModel, entry: DiaryEntry, journey: Journey) -> JourneyView:
    slug, _, name = (journey.persona or "").rpartition("#")
    home = model.diary.by_slug[slug] if slug else entry
    persona = next((persona for persona in home.post.personas if persona.id == name), None)
    return journey_view(
        journey,
        persona=persona.name if persona else "",
        persona_href=(model.entry_href(home) if slug else "") + f"#{name}" if persona else "",
        inline=model.inline(entry),
    )


def ideas(model: SiteModel, entry: DiaryEntry) -> tuple[ProposedIdea, ...]:
    """The ideas of a post."""
    inline = model.inline(entry)
    return tuple(proposed_idea(idea, href=idea_href(model, idea.id), inline=inline) for idea in entry.post.ideas)


def idea_href(model: SiteModel, reference: str) -> str:
    """The link to an idea's story; empty for one that has none, since no listed post proposes it."""
    name = reference.rpartition("#")[2]
    return model.href(f"ideas/{name}/") if name in model.told_ideas else ""


def blueprints(model: SiteModel, entry: DiaryEntry) -> tuple[BlueprintView, ...]:
    """The blueprints of a post."""
    return tuple(
        blueprint_view(
            blueprint,
            anchor=f"blueprint-{position}",
            title=words.title(_services(model, blueprint)),
            inline=model.inline(entry),
        )
        for position, blueprint in enumerate(entry.post.blueprints, start=1)
    )


def _services(model: SiteModel, blueprint: Blueprint) -> tuple[str, ...]:
    """What is drawn: a service, or ideas."""
    return (blueprint.service,) if blueprint.service else tuple(map(model.idea_name, blueprint.idea))


def prototypes(model: SiteModel, entry: DiaryEntry) -> tuple[PrototypeView, ...]:
    """The prototypes of a post; one that carries on another is about the other's idea."""
    views = []
    for prototype in entry.post.prototypes:
        idea = prototype.idea or model.idea_of_prototype(entry, prototype.id)
        views.append(
            prototype_view(
                prototype,
                name=model.idea_name(idea) if idea else prototype.id.rpartition("#")[2],
                idea_href=idea_href(model, idea) if idea else "",
                inline=model.inline(entry),
            )
        )
    return tuple(views)
