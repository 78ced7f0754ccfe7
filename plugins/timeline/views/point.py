"""One point of the timeline in words."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.photos.views.picture import PictureView
from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.timeline.gathering import came_of_session
from plugins.timeline.happening import Answered, Decisions, Happening, Kind, Trial, Trials
from plugins.timeline.views.session import session_point
from plugins.words import asks, prototypes, timeline, workshops
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.post import Milestone
from plugins.workshops.views.asks import ask_anchor
from plugins.workshops.views.ballot import decided_sentence
from plugins.workshops.views.language import EntryContext, LanguageMarkup, TextLanguage

Mark = Literal["held", "next", "planned", "postponed", "cancelled", "milestone", "vote", "prototype", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One of several things of one kind and date, with a link to where it is told."""

    label: str
    text: Html
    href: str
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePoint:
    """One point. Texts that do not apply are empty.

    `when` stands below the heading of its month, `dated` says the whole date. `mark` chooses the sign on the line:
    where a workshop stands, or the kind of anything else. `lane` is `beside` for what came of a session on its day.
    `over` is the moment from which a workshop that is to come is no longer so; `language` is that of the title.
    """

    anchor: str
    kind: Kind
    lane: Literal["line", "beside"]
    word: str
    mark: Mark
    state_word: str
    title: str
    href: str
    when: str
    dated: str
    machine: str
    text: Html | None
    notes: tuple[Html, ...] = ()
    lines: tuple[TimelineLine, ...] = ()
    over: str = ""
    picture: PictureView | None = None
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContext(EntryContext):
    """What a point needs from the diary around it.

    `text` gives a post's Markdown without markup, `summary` what it says in lists, `picture` one of its photos in
    small, if it may be shown; `idea_name` an idea's name by the reference to it.
    """

    text: Callable[[DiaryEntry, str], str]
    summary: Callable[[DiaryEntry], Html | None]
    picture: Callable[[DiaryEntry, str], PictureView | None]
    idea_name: Callable[[str], str]
    now: datetime
    zone: ZoneInfo


def timeline_point(happening: Happening, context: TimelineContext) -> TimelinePoint:
    """A point as the timeline, its data and its feed tell it."""
    match happening.subject:
        case SeriesWorkshop() as place:
            return _workshop(happening, place, context)
        case Milestone() as milestone:
            return _milestone(happening, milestone, context)
        case Decisions(votes):
            return _votes(happening, votes, context)
        case Trials() as trials:
            return _trials(happening, trials, context)
        case answers:
            return _answers(happening, answers.given, context)


def _workshop(happening: Happening, place: SeriesWorkshop, context: TimelineContext) -> TimelinePoint:
    session = session_point(place, now=context.now, zone=context.zone)
    return TimelinePoint(
        anchor=_anchor(happening),
        kind="workshop",
        lane="line",
        word=session.label,
        mark=session.state,
        state_word=session.state_word,
        title=session.title,
        href=context.href(happening.entry),
        when=timeline.beneath(happening.when, place.workshop.end) if happening.when else session.when,
        dated=session.when,
        machine=_machine(happening),
        text=_marked(context.summary(happening.entry), context.said(happening.entry)),
        notes=tuple(_notes(happening, place, context.said(happening.entry))),
        over=session.over,
        language=context.said(happening.entry).language,
        picture=_picture(happening.entry, happening.entry.post.image, context),
    )


def _notes(happening: Happening, place: SeriesWorkshop, said: LanguageMarkup) -> Iterator[Html]:
    workshop = place.workshop
    if workshop.previously:
        yield escaped(workshops.moved(workshop.previously))
    if place.state in ("next", "planned") and workshop.venue:
        venue = workshop.venue
        yield said.within(timeline.at(venue.name, venue.address), venue.name, venue.address or "")
    if happening.when is None and happening.placed:
        yield escaped(timeline.written(happening.placed))


def _milestone(happening: Happening, milestone: Milestone, context: TimelineContext) -> TimelinePoint:
    text = context.said(happening.entry).inline(milestone.text) if milestone.text else None
    return TimelinePoint(
        anchor=_anchor(happening),
        kind="milestone",
        lane="line",
        word=timeline.MILESTONE,
        mark="milestone",
        state_word="",
        title=milestone.title,
        href=context.href(happening.entry),
        when=_beneath(happening),
        dated=_dated(happening),
        machine=_machine(happening),
        text=text,
        language=context.said(happening.entry).language,
        picture=_picture(happening.entry, milestone.image, context),
    )


def _marked(text: Html | None, said: LanguageMarkup) -> Html | None:
    return said.marked(text) if text else None


def _picture(entry: DiaryEntry, file: str | None, context: TimelineContext) -> PictureView | None:
    return context.picture(entry, file) if file else None


def _votes(happening: Happening, votes: Sequence[CountedVote], context: TimelineContext) -> TimelinePoint:
    href, said = context.href_in_record(happening.entry, "votes"), context.said(happening.entry)
    lines = [
        TimelineLine(
            label=result.vote.question,
            text=sentence,
            href=context.href_in_record(happening.entry, result.vote.id),
            language=said.language,
        )
        for result in votes
        if (sentence := decided_sentence(result, said))
    ]
    return _of_lines(happening, lines, word=timeline.VOTE, title=timeline.votes(len(votes)), href=href)


def _trials(happening: Happening, trials: Trials, context: TimelineContext) -> TimelinePoint:
    page = context.href(happening.entry)
    lines = [
        TimelineLine(
            label=_tried(trial, context),
            text=escaped(f"{prototypes.STATUSES[trial.prototype.status]}."),
            href=f"{page}#{trial.prototype.id.rpartition('#')[2]}",
            language=context.said(happening.entry).language,
        )
        for trial in trials.trials
    ]
    word = timeline.JUDGED if trials.judged else timeline.STARTED
    title = timeline.prototypes(len(lines), judged=trials.judged)
    return _of_lines(happening, lines, word=word, title=title, href=f"{page}#prototypes")


def _tried(trial: Trial, context: TimelineContext) -> str:
    return context.idea_name(trial.idea) if trial.idea else trial.prototype.id.rpartition("#")[2]


def _answers(happening: Happening, given: Sequence[Answered], context: TimelineContext) -> TimelinePoint:
    lines = [_answer(happening.entry, answered, context) for answered in given]
    title = timeline.answers(len(given))
    return _of_lines(happening, lines, word=asks.TITLE, title=title, href=context.href(happening.entry))


def _answer(entry: DiaryEntry, answered: Answered, context: TimelineContext) -> TimelineLine:
    ask, answer = answered.ask, answered.answer
    did = context.said(entry).inline(answer.did)
    return TimelineLine(
        label=asks.you_said(context.text(ask.entry, ask.remark.said)),
        text=Html(asks.answered(answer.status, did.html)),
        href=context.href_in_record(ask.entry, ask_anchor(ask)),
    )


def _of_lines(
    happening: Happening, lines: Sequence[TimelineLine], *, word: str, title: str, href: str
) -> TimelinePoint:
    """One thing is told in the point itself, several each on a line of its own."""
    only = lines[0] if len(lines) == 1 else None
    return TimelinePoint(
        anchor=_anchor(happening),
        kind=happening.kind,
        lane="beside" if came_of_session(happening) else "line",
        word=word,
        mark=happening.kind if happening.kind != "workshop" else "held",
        state_word="",
        title=only.label if only else title,
        language=only.language if only else None,
        href=only.href if only else href,
        when=_beneath(happening),
        dated=_dated(happening),
        machine=_machine(happening),
        text=only.text if only else None,
        lines=() if only else tuple(lines),
    )


def _anchor(happening: Happening) -> str:
    """Apart from the names of the filters and the months."""
    return f"at-{happening.anchor}"


def _beneath(happening: Happening) -> str:
    return timeline.beneath(happening.when) if happening.when else ""


def _dated(happening: Happening) -> str:
    return timeline.on_its_own(happening.when) if happening.when else ""


def _machine(happening: Happening) -> str:
    return happening.when.iso if happening.when else ""
