"""A workshop's page: facts first, then the story, then what the session was made of."""

from urllib.parse import quote

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import strip, timeline_link, workshop_label
from plugins.blog.series import Series
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.texts import Texts
from plugins.blog.views.posts import PostPage, WorkshopPage
from plugins.timeline.views.session import session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop, phase
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaContext, agenda_view
from plugins.workshops.views.asks import AskContext, ask_view
from plugins.workshops.views.ballot import ballot_view, decided_sentence
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.feedback import FeedbackContext, FeedbackView, feedback_view


def workshop_page(model: SiteModel, entry: DiaryEntry, workshop: Workshop, post: PostPage) -> WorkshopPage:
    """The view of one workshop; `post` is what it has as any post."""
    inline = model.texts.inline(entry)
    place = SeriesWorkshop(entry, workshop, model.series.state(entry))
    point = session_point(place, now=model.settings.now, zone=model.settings.zone)
    agenda = AgendaContext(
        phase=phase(point.state, is_overdue=point.is_overdue),
        inline=inline,
        file_href=lambda name: model.settings.href(f"{entry.address}{quote(name)}"),
    )
    return WorkshopPage(
        frame=post.frame,
        post=post,
        number=workshop_label(entry),
        strip=strip(model.settings, model.series, here=entry),
        timeline=timeline_link(model.settings, model.series, entry),
        decided=_decided(entry.votes),
        facts=workshop_facts_view(
            workshop, state=point.state, inline=inline, over=point.over, is_overdue=point.is_overdue
        ),
        calendar=ways_to_add(model, entry),
        aims=tuple(map(inline, workshop.aims)),
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        agenda=agenda_view(entry.post.agenda, workshop, agenda) if entry.post.agenda else None,
        ballots=tuple(ballot_view(vote, idea_href=model.ideas.href, inline=inline) for vote in entry.votes),
        feedback=_feedback(model.settings, model.series, model.texts, entry),
    )


def _decided(votes: tuple[CountedVote, ...]) -> tuple[str, ...]:
    """What each vote decided; beside its question where there are several."""
    decided = [(counted.vote.question, sentence) for counted in votes if (sentence := decided_sentence(counted))]
    return tuple(sentence if len(votes) == 1 else f"{question} {sentence}" for question, sentence in decided)


def _feedback(settings: BlogSettings, series: Series, texts: Texts, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    around = AskContext(href=settings.entry_href, inline=texts.inline, language=settings.language_of)
    asks = {ask.position: ask_view(ask, around) for ask in series.asks if ask.entry is entry}
    return feedback_view(entry.post.feedback, FeedbackContext(asks=asks, inline=texts.inline(entry)))
