"""A workshop's page: what was held and decided, then the story, then what the session was made of."""

from collections.abc import Iterator, Sized
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import timeline_href, workshop_kind
from plugins.blog.pages.decisions import decision_summaries
from plugins.blog.site_model import SiteModel
from plugins.blog.views.posts import ContentsEntry, PostPage, WorkshopPage
from plugins.story import Html
from plugins.timeline.views.session import session_point
from plugins.words import (
    asks,
    blueprints,
    feedback,
    ideas,
    journeys,
    personas,
    photos,
    prototypes,
    votes,
    workshops,
)
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop, phase
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaContext, AgendaView, agenda_view
from plugins.workshops.views.asks import ask_view, on_the_agenda
from plugins.workshops.views.ballot import BallotView, ballot_view
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.feedback import FeedbackView, feedback_view
from plugins.workshops.views.idea import ProposedIdea

_MOST_DECIDED = 3
"""How many results the top of a page tells; the others stand where all are."""
_WORDS_BESIDE = 80
"""How many words of story an idea needs to stand beside it; with fewer, ideas are a part of the record."""


def workshop_page(model: SiteModel, entry: DiaryEntry, workshop: Workshop, post: PostPage) -> WorkshopPage:
    """The view of one workshop; `post` is what it has as any post."""
    said, inline = model.said(entry), model.texts.inline(entry)
    place = SeriesWorkshop(entry, workshop, model.series.state(entry))
    point = session_point(place, now=model.settings.now, zone=model.settings.zone)
    how_far = phase(point.state, is_overdue=point.is_overdue)
    agenda = AgendaContext(
        phase=how_far,
        said=said,
        file_href=lambda name: model.settings.href(f"{entry.address}{quote(name)}"),
        answers=on_the_agenda(model.series.answered_in(entry), model.entry_context),
    )
    parts = _Record(
        agenda=agenda_view(entry.post.agenda, workshop, agenda) if entry.post.agenda else None,
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        ballots=tuple(ballot_view(vote, idea_href=model.ideas.href, said=said) for vote in entry.votes),
        feedback=_feedback(model, entry),
    )
    has_room = model.texts.word_count(entry) >= _WORDS_BESIDE * len(post.design.ideas)
    beside = post.design.ideas if has_room else ()
    if beside:
        post = replace(post, design=replace(post.design, ideas=()))
    contents = tuple(_contents(post, parts, beside))
    decided = decision_summaries(entry.votes, said, most=_MOST_DECIDED)
    return WorkshopPage(
        frame=post.frame,
        post=post,
        kind=workshop_kind(model, entry),
        on_timeline=timeline_href(model.settings, model.series, entry),
        contents=contents if len(contents) > 1 else (),
        has_record=any(parts) or bool(post.design or post.answers),
        decided=decided,
        more_votes=votes.more_votes(len(entry.votes) - len(decided)) if 0 < len(decided) < len(entry.votes) else "",
        facts=workshop_facts_view(workshop, state=point.state, said=said, over=point.over, is_overdue=point.is_overdue),
        calendar=ways_to_add(model, entry),
        aims_heading=workshops.AIMS[how_far],
        aims=tuple(map(inline, workshop.aims)),
        ideas_beside=beside,
        ground_rules=parts.ground_rules,
        agenda=parts.agenda,
        ballots=parts.ballots,
        feedback=parts.feedback,
    )


class _Record(NamedTuple):
    """What only a workshop has of the record."""

    agenda: AgendaView | None
    ground_rules: tuple[Html, ...]
    ballots: tuple[BallotView, ...]
    feedback: FeedbackView | None


def _contents(post: PostPage, parts: _Record, beside: tuple[ProposedIdea, ...]) -> Iterator[ContentsEntry]:
    """The parts that the page has, in their order, with how much is in those that are lists."""
    design, comments = post.design, post.comments
    every: tuple[tuple[str, str, Sized | None], ...] = (
        (workshops.STORY, "the-story", post.story),
        (photos.HEADING, "photographs", post.gallery.figures if post.gallery else ()),
        (ideas.HEADING, "ideas", beside),
        (parts.agenda.heading if parts.agenda else "", "agenda", parts.agenda.rows if parts.agenda else ()),
        (workshops.GROUND_RULES, "ground-rules", parts.ground_rules),
        (votes.HEADING, "votes", parts.ballots),
        (feedback.HEADING, "feedback", None if parts.feedback else ()),
        (asks.ANSWERED_HERE, "answers", post.answers),
        (personas.HEADING, "personas", design.personas),
        (journeys.HEADING, "journeys", design.journeys),
        (ideas.HEADING, "ideas", design.ideas),
        (blueprints.HEADING, "blueprints", design.blueprints),
        (prototypes.HEADING, "prototypes", design.prototypes),
        (comments.heading if comments else "", "comments", None if comments else ()),
    )
    for label, anchor, held in every:
        if held is None or len(held):
            count = str(len(held)) if held and anchor != "the-story" and len(held) > 1 else ""
            yield ContentsEntry(label=label, anchor=anchor, count=count)


def _feedback(model: SiteModel, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    asks = {ask.position: ask_view(ask, model.entry_context) for ask in model.series.asked_in(entry)}
    return feedback_view(entry.post.feedback, asks, model.said(entry))
