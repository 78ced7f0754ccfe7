"""A workshop's page: facts first, then the story, then what the session was made of."""

from collections.abc import Iterator
from urllib.parse import quote

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import strip, timeline_link, workshop_label
from plugins.blog.site_model import SiteModel
from plugins.blog.views.posts import PostPage, WorkshopPage
from plugins.story import Html
from plugins.timeline.views.session import session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop, phase
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.workshop import Workshop
from plugins.workshops.views.agenda import AgendaContext, agenda_view
from plugins.workshops.views.asks import ask_view
from plugins.workshops.views.ballot import ballot_view, decided_sentence
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.feedback import FeedbackView, feedback_view
from plugins.workshops.views.language import PostTextRenderer


def workshop_page(model: SiteModel, entry: DiaryEntry, workshop: Workshop, post: PostPage) -> WorkshopPage:
    """The view of one workshop; `post` is what it has as any post."""
    said, inline = model.said(entry), model.texts.inline(entry)
    place = SeriesWorkshop(entry, workshop, model.series.state(entry))
    point = session_point(place, now=model.settings.now, zone=model.settings.zone)
    agenda = AgendaContext(
        phase=phase(point.state, is_overdue=point.is_overdue),
        said=said,
        file_href=lambda name: model.settings.href(f"{entry.address}{quote(name)}"),
    )
    return WorkshopPage(
        frame=post.frame,
        post=post,
        number=workshop_label(entry),
        strip=strip(model.settings, model.series, here=entry),
        timeline=timeline_link(model.settings, model.series, entry),
        decided=tuple(_decided(entry.votes, said)),
        facts=workshop_facts_view(workshop, state=point.state, said=said, over=point.over, is_overdue=point.is_overdue),
        calendar=ways_to_add(model, entry),
        aims=tuple(map(inline, workshop.aims)),
        ground_rules=tuple(map(inline, workshop.ground_rules)),
        agenda=agenda_view(entry.post.agenda, workshop, agenda) if entry.post.agenda else None,
        ballots=tuple(ballot_view(vote, idea_href=model.ideas.href, said=said) for vote in entry.votes),
        feedback=_feedback(model, entry),
    )


def _decided(votes: tuple[CountedVote, ...], said: PostTextRenderer) -> Iterator[Html]:
    """What each vote decided; beside its question where there are several."""
    for counted in votes:
        if sentence := decided_sentence(counted, said):
            yield sentence if len(votes) == 1 else Html(f"{said.plain(counted.vote.question)} {sentence}")


def _feedback(model: SiteModel, entry: DiaryEntry) -> FeedbackView | None:
    if entry.post.feedback is None:
        return None
    asks = {ask.position: ask_view(ask, model.entry_context) for ask in model.series.asks if ask.entry is entry}
    return feedback_view(entry.post.feedback, asks, model.said(entry))
