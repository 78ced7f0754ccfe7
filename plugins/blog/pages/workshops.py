"""A workshop's page: facts first, then the story, then what the session was made of."""

from collections.abc import Callable
from urllib.parse import quote

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import strip, timeline_link, workshop_label
from plugins.blog.pages.comments import comments_of
from plugins.blog.pages.design import blueprints, ideas, journeys, personas, prototypes
from plugins.blog.pages.neighbours import neighbour_links
from plugins.blog.series import Series
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.texts import Texts
from plugins.blog.views.frame import Frame
from plugins.blog.views.posts import PostHeader, WorkshopPage
from plugins.story import Html
from plugins.timeline.views.session import SessionPoint, session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.attendance import total
from plugins.workshops.facts.phase import phase
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaContext, agenda_view
from plugins.workshops.views.asks import AskContext, ask_view
from plugins.workshops.views.ballot import ballot_view, decided_sentence
from plugins.workshops.views.facts import WorkshopFactsView, workshop_facts_view
from plugins.workshops.views.feedback import FeedbackContext, FeedbackView, feedback_view


def workshop_page(
    model: SiteModel, entry: DiaryEntry, workshop: Workshop, frame: Frame, header: PostHeader
) -> WorkshopPage:
    """The view of one workshop."""
    inline = model.texts.inline(entry)
    post = entry.post
    point = _point(model.settings, model.series, entry, workshop)
    agenda = AgendaContext(
        phase=phase(point.state, is_overdue=point.is_overdue),
        inline=inline,
        file_href=lambda name: model.settings.href(f"{entry.address}{quote(name)}"),
    )
    earlier, later = neighbour_links(model.settings, model.listing, entry)
    return WorkshopPage(
        frame=frame,
        header=header,
        number=workshop_label(entry),
        strip=strip(model.settings, model.series, here=entry),
        timeline=timeline_link(model.settings, model.series, entry),
        decided=_decided(model.settings.small_groups, entry.votes),
        facts=_facts(workshop, point, inline),
        calendar=ways_to_add(model, entry),
        aims=tuple(map(inline, workshop.aims)),
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        easy_read=tuple(map(inline, post.easy_read)),
        story=model.pictures.story(entry),
        gallery=model.pictures.gallery(entry),
        agenda=agenda_view(post.agenda, workshop, agenda) if post.agenda else None,
        ballots=tuple(
            ballot_view(vote, rule=model.settings.small_groups, idea_href=model.ideas.href, inline=inline)
            for vote in entry.votes
        ),
        feedback=_feedback(model.settings, model.series, model.texts, entry),
        personas=personas(model.texts, entry),
        journeys=journeys(model.settings, model.diary, model.texts, entry),
        ideas=ideas(model.ideas, model.texts, entry),
        blueprints=blueprints(model.ideas, model.texts, entry),
        prototypes=prototypes(model.ideas, model.texts, entry),
        comments=comments_of(model.settings, model.texts, entry, model.sections.get(entry.source)),
        earlier=earlier,
        later=later,
    )


def _point(settings: BlogSettings, series: Series, entry: DiaryEntry, workshop: Workshop) -> SessionPoint:
    place = SeriesWorkshop(entry, workshop, series.state(entry))
    return session_point(place, now=settings.now, zone=settings.zone)


def _facts(workshop: Workshop, point: SessionPoint, inline: Callable[[str], Html]) -> WorkshopFactsView:
    return workshop_facts_view(workshop, state=point.state, inline=inline, over=point.over, is_overdue=point.is_overdue)


def _decided(rule: SmallGroupRule, votes: tuple[CountedVote, ...]) -> tuple[str, ...]:
    """What each vote decided; beside its question where there are several."""
    decided = [(counted.vote.question, sentence) for counted in votes if (sentence := decided_sentence(counted, rule))]
    return tuple(sentence if len(votes) == 1 else f"{question} {sentence}" for question, sentence in decided)


def _feedback(settings: BlogSettings, series: Series, texts: Texts, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    around = AskContext(href=settings.entry_href, inline=texts.inline, language=settings.language_of)
    asks = {ask.position: ask_view(ask, around) for ask in series.asks if ask.entry is entry}
    room = total(entry.post.workshop.attendance) if entry.post.workshop else None
    context = FeedbackContext(rule=settings.small_groups, room=room, asks=asks, inline=texts.inline(entry))
    return feedback_view(entry.post.feedback, context)
