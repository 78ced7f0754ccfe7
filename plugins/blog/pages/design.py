"""What a group made with service design, as views of one post."""

from collections.abc import Iterator

from plugins.blog.ideas import Ideas
from plugins.blog.site_model import SiteModel
from plugins.blog.views.posts import DesignView
from plugins.story.html import escaped
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.design import Blueprint
from plugins.workshops.views.blueprint import blueprint_view
from plugins.workshops.views.idea import proposed_idea
from plugins.workshops.views.journey import JourneyView, journey_view
from plugins.workshops.views.persona import persona_view
from plugins.workshops.views.prototype import PrototypeView, prototype_view


def design(model: SiteModel, entry: DiaryEntry) -> DesignView:
    """What the group made, in the order in which it was written."""
    said, ideas = model.said(entry), model.ideas
    return DesignView(
        personas=tuple(persona_view(persona, said=said) for persona in entry.post.personas),
        journeys=tuple(_journeys(model, entry)),
        ideas=tuple(proposed_idea(idea, href=ideas.href(idea.id), said=said) for idea in entry.post.ideas),
        blueprints=tuple(
            blueprint_view(blueprint, anchor=f"blueprint-{position}", services=_services(ideas, blueprint), said=said)
            for position, blueprint in enumerate(entry.post.blueprints, start=1)
        ),
        prototypes=tuple(_prototypes(model, entry)),
    )


def _journeys(model: SiteModel, entry: DiaryEntry) -> Iterator[JourneyView]:
    """Each journey with the persona whose it is."""
    for journey in entry.post.journeys:
        slug, _, name = (journey.persona or "").rpartition("#")
        home = model.diary.by_slug[slug] if slug else entry
        persona = next((persona for persona in home.post.personas if persona.id == name), None)
        yield journey_view(
            journey,
            persona=model.said(home).plain(persona.name) if persona else None,
            persona_href=(model.settings.entry_href(home) if slug else "") + f"#{name}" if persona else "",
            said=model.said(entry),
        )


def _services(known: Ideas, blueprint: Blueprint) -> tuple[str, ...]:
    """What is drawn: a service, or ideas."""
    return (blueprint.service,) if blueprint.service else tuple(map(known.name, blueprint.idea))


def _prototypes(model: SiteModel, entry: DiaryEntry) -> Iterator[PrototypeView]:
    """Each report; one that carries on another is about the other's idea."""
    known = model.ideas
    for prototype in entry.post.prototypes:
        idea = known.of_prototype(entry, prototype)
        yield prototype_view(
            prototype,
            name=(
                model.said(known.home(idea)).plain(known.name(idea))
                if idea
                else escaped(prototype.id.rpartition("#")[2])
            ),
            idea_href=known.href(idea) if idea else "",
            said=model.said(entry),
        )
