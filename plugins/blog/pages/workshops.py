"""A workshop's page: facts first, then the story, then what the session was made of."""

from functools import partial
from urllib.parse import quote

from plugins.blog.edition import Edition
from plugins.blog.pages.beside import neighbour_links
from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import strip, timeline_link, workshop_label
from plugins.blog.pages.comments import comments_of
from plugins.blog.pages.design import blueprints, idea_href, ideas, journeys, personas, prototypes
from plugins.blog.views.frame import Frame
from plugins.blog.views.posts import PostHeader, WorkshopPage
from plugins.timeline.views.session import session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.attendance import total
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaTelling, agenda_view
from plugins.workshops.views.asks import ask_view
from plugins.workshops.views.ballot import ballot_view, decided_sentence
from plugins.workshops.views.facts import WorkshopFactsView, workshop_facts_view
from plugins.workshops.views.feedback import FeedbackTelling, FeedbackView, feedback_view


def workshop_page(
    edition: Edition, entry: DiaryEntry, workshop: Workshop, frame: Frame, header: PostHeader
) -> WorkshopPage:
    """The view of one workshop."""
    inline = edition.inline(entry)
    post = entry.post
    agenda = AgendaTelling(inline=inline, file_href=lambda name: edition.href(f"{entry.address}{quote(name)}"))
    earlier, later = neighbour_links(edition, entry)
    return WorkshopPage(
        frame=frame,
        header=header,
        number=workshop_label(entry),
        strip=strip(edition, here=entry),
        timeline=timeline_link(edition, entry),
        decided=_decided(entry.votes),
        facts=_facts(edition, entry, workshop),
        calendar=ways_to_add(edition, entry),
        aims=tuple(map(inline, workshop.aims)),
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        easy_read=tuple(map(inline, post.easy_read)),
        story=edition.story(entry),
        gallery=edition.pictures.gallery(entry),
        agenda=agenda_view(post.agenda, workshop, agenda) if post.agenda else None,
        ballots=tuple(
            ballot_view(vote, rule=edition.rule, idea_href=partial(idea_href, edition), inline=inline)
            for vote in entry.votes
        ),
        feedback=_feedback(edition, entry),
        personas=personas(edition, entry),
        journeys=journeys(edition, entry),
        ideas=ideas(edition, entry),
        blueprints=blueprints(edition, entry),
        prototypes=prototypes(edition, entry),
        comments=comments_of(edition, entry),
        earlier=earlier,
        later=later,
    )


def _facts(edition: Edition, entry: DiaryEntry, workshop: Workshop) -> WorkshopFactsView:
    settings = edition.settings
    place = SeriesWorkshop(entry, workshop, edition.state(entry))
    told = session_point(place, now=settings.now, zone=settings.zone)
    return workshop_facts_view(
        workshop, state=place.state, inline=edition.inline(entry), over=told.over, is_overdue=told.is_overdue
    )


def _decided(votes: tuple[CountedVote, ...]) -> tuple[str, ...]:
    """What each vote decided; beside its question where there are several."""
    told = [(counted.vote.question, sentence) for counted in votes if (sentence := decided_sentence(counted))]
    return tuple(sentence if len(votes) == 1 else f"{question} {sentence}" for question, sentence in told)


def _feedback(edition: Edition, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    asks = {
        ask.position: ask_view(ask, href=edition.entry_href, inline=edition.inline)
        for ask in edition.asks
        if ask.entry is entry
    }
    room = total(entry.post.workshop.attendance) if entry.post.workshop else None
    telling = FeedbackTelling(rule=edition.rule, room=room, asks=asks, inline=edition.inline(entry))
    return feedback_view(entry.post.feedback, telling)
