"""A workshop's page: facts first, then the story, then what the session was made of."""

from functools import partial
from urllib.parse import quote

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import strip, timeline_link, workshop_label
from plugins.blog.pages.comments import comments_of
from plugins.blog.pages.design import blueprints, idea_href, ideas, journeys, personas, prototypes
from plugins.blog.pages.neighbours import neighbour_links
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Frame
from plugins.blog.views.posts import PostHeader, WorkshopPage
from plugins.timeline.views.session import SessionPoint, session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.attendance import total
from plugins.workshops.facts.phase import phase
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaContext, agenda_view
from plugins.workshops.views.asks import ask_view
from plugins.workshops.views.ballot import ballot_view, decided_sentence
from plugins.workshops.views.facts import WorkshopFactsView, workshop_facts_view
from plugins.workshops.views.feedback import FeedbackContext, FeedbackView, feedback_view


def workshop_page(
    model: SiteModel, entry: DiaryEntry, workshop: Workshop, frame: Frame, header: PostHeader
) -> WorkshopPage:
    """The view of one workshop."""
    inline = model.inline(entry)
    post = entry.post
    point = _point(model, entry, workshop)
    agenda = AgendaContext(
        phase=phase(point.state, is_overdue=point.is_overdue),
        inline=inline,
        file_href=lambda name: model.href(f"{entry.address}{quote(name)}"),
    )
    earlier, later = neighbour_links(model, entry)
    return WorkshopPage(
        frame=frame,
        header=header,
        number=workshop_label(entry),
        strip=strip(model, here=entry),
        timeline=timeline_link(model, entry),
        decided=_decided(model, entry.votes),
        facts=_facts(model, entry, workshop, point),
        calendar=ways_to_add(model, entry),
        aims=tuple(map(inline, workshop.aims)),
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        easy_read=tuple(map(inline, post.easy_read)),
        story=model.story(entry),
        gallery=model.pictures.gallery(entry),
        agenda=agenda_view(post.agenda, workshop, agenda) if post.agenda else None,
        ballots=tuple(
            ballot_view(vote, rule=model.rule, idea_href=partial(idea_href, model), inline=inline)
            for vote in entry.votes
        ),
        feedback=_feedback(model, entry),
        personas=personas(model, entry),
        journeys=journeys(model, entry),
        ideas=ideas(model, entry),
        blueprints=blueprints(model, entry),
        prototypes=prototypes(model, entry),
        comments=comments_of(model, entry),
        earlier=earlier,
        later=later,
    )


def _point(model: SiteModel, entry: DiaryEntry, workshop: Workshop) -> SessionPoint:
    place = SeriesWorkshop(entry, workshop, model.state(entry))
    return session_point(place, now=model.settings.now, zone=model.settings.zone)


def _facts(model: SiteModel, entry: DiaryEntry, workshop: Workshop, point: SessionPoint) -> WorkshopFactsView:
    inline = model.inline(entry)
    return workshop_facts_view(workshop, state=point.state, inline=inline, over=point.over, is_overdue=point.is_overdue)


def _decided(model: SiteModel, votes: tuple[CountedVote, ...]) -> tuple[str, ...]:
    """What each vote decided; beside its question where there are several."""
    told = [
        (counted.vote.question, sentence) for counted in votes if (sentence := decided_sentence(counted, model.rule))
    ]
    return tuple(sentence if len(votes) == 1 else f"{question} {sentence}" for question, sentence in told)


def _feedback(model: SiteModel, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    asks = {
        ask.position: ask_view(ask, href=model.entry_href, inline=model.inline)
        for ask in model.asks
        if ask.entry is entry
    }
    room = total(entry.post.workshop.attendance) if entry.post.workshop else None
    context = FeedbackContext(rule=model.rule, room=room, asks=asks, inline=model.inline(entry))
    return feedback_view(entry.post.feedback, context)
