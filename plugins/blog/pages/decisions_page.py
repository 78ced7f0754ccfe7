"""The page of every decision, the newest meeting first."""

from collections.abc import Iterable

from plugins.blog.pages.frames import frame
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import DecisionGroup, DecisionsPage
from plugins.words import dates
from plugins.words import decisions as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.decisions import MeetingDecisions
from plugins.workshops.views.asks import asks_anchor
from plugins.workshops.views.decisions import DecidedIdea, DecidedOn, decision_views
from plugins.workshops.views.idea import IdeaView, day_of


def decisions_page(model: SiteModel, ideas: Iterable[IdeaView]) -> DecisionsPage:
    """Every vote and verdict, and what came of it; `ideas` are those with a story."""
    by_id = {idea.id: idea for idea in ideas}

    def shown(reference: str) -> DecidedIdea:
        known, view = model.ideas, by_id.get(reference.rpartition("#")[2])
        name = model.said(known.home(reference)).plain(known.name(reference))
        return DecidedIdea(name=name, href=view.href if view else "", standing=view.standing if view else "")

    decided_on = DecidedOn(model.ideas.of_prototype, shown)
    return DecisionsPage(
        frame=frame(model, title=words.TITLE, address="decisions/", description=words.DESCRIPTION),
        groups=tuple(_group(model, meeting, decided_on) for meeting in reversed(model.decisions)),
        data=links_to_data(model.settings, "decisions.csv"),
    )


def links_to_data(settings: BlogSettings, table: str) -> tuple[Link, ...]:
    """Where a page's contents are to be had as data; none where the diary publishes none."""
    offered = ((words.AS_TABLE, table), (words.AS_DATA, "diary.json")) if settings.has_open_data else ()
    return tuple(Link(label=label, href=settings.href(file)) for label, file in offered)


def _group(model: SiteModel, meeting: MeetingDecisions, ideas: DecidedOn) -> DecisionGroup:
    entry = meeting.entry
    return DecisionGroup(
        heading=model.said(entry).plain(entry.post.title),
        anchor=entry.slug,
        href=model.settings.entry_href(entry),
        when=dates.spoken(day) if (day := day_of(entry)) else "",
        decisions=tuple(decision_views(meeting, model.entry_context, ideas)),
        asks=_asked_then(model, entry),
    )


def _asked_then(model: SiteModel, entry: DiaryEntry) -> Link | None:
    asked = model.series.asked_in(entry)
    if not asked:
        return None
    href = model.settings.href(f"you-said-we-did/#{asks_anchor(asked[0])}")
    return Link(label=words.asked_then(len(asked)), href=href)
