"""Every point of the timeline, gathered from the records of the listed posts.

What one post tells of one kind on one date is one point: seven votes of an afternoon are seven lines, not seven points.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from plugins.moments import When
from plugins.records import dataclass
from plugins.timeline.happening import Answered, Answers, Decisions, Happening, Subject, Trial, Trials
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.asks import Ask
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.record.design import VERDICTS, Prototype
from plugins.workshops.record.post import Milestone

Recorded = TypeVar("Recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What a timeline is made of: only what this build shows.

    `listed` are the listed posts, `places` the workshops among them, `asks` what was asked for in them.
    `idea_of` is the idea that a prototype of a post tries out.
    """

    listed: Sequence[DiaryEntry]
    places: Sequence[SeriesWorkshop]
    asks: Sequence[Ask]
    idea_of: Callable[[DiaryEntry, Prototype], str | None]


def happenings(records: Records) -> Iterator[Happening]:
    """Every point, in no order that means anything."""
    for place in records.places:
        yield _session(place)
    answered = _answered(records)
    for entry in records.listed:
        yield from _milestones(entry)
        yield from _votes(entry)
        yield from _trials(entry, records)
        for when, given in _by_date(entry, ((each.answer.when, each) for each in answered.get(entry.source, ()))):
            yield _outcome_in(entry, "answers", when, Answers(given))


def session_start(entry: DiaryEntry) -> When | None:
    """The day of a workshop; None for another post, and while it is not known."""
    start = entry.post.workshop.start if entry.post.workshop else None
    return start if isinstance(start, When) else None


def came_of_session(point: Happening) -> bool:
    """Whether it is what a session led to, on the day of that session."""
    start = session_start(point.entry)
    if isinstance(point.subject, SeriesWorkshop | Milestone) or not start or not point.placed:
        return False
    return replace(start, clock=None) == replace(point.placed, clock=None)


def _session(place: SeriesWorkshop) -> Happening:
    when = session_start(place.entry)
    published = place.entry.post.date if place.state == "held" else None
    return Happening(entry=place.entry, subject=place, when=when, placed=when or published, anchor=place.entry.slug)


def _milestones(entry: DiaryEntry) -> Iterator[Happening]:
    for number, milestone in enumerate(entry.post.milestones, start=1):
        anchor = f"{entry.slug}-milestone-{number}"
        when = milestone.when
        yield Happening(entry=entry, subject=milestone, when=when, placed=when, anchor=anchor)


def _votes(entry: DiaryEntry) -> Iterator[Happening]:
    decided = ((counted.vote.closed, counted) for counted in entry.votes if counted.decided is not None)
    for when, votes in _by_date(entry, decided):
        yield _outcome_in(entry, "votes", when, Decisions(votes))


def _trials(entry: DiaryEntry, records: Records) -> Iterator[Happening]:
    reports = [Trial(prototype, records.idea_of(entry, prototype)) for prototype in entry.post.prototypes]
    judged = [trial for trial in reports if trial.prototype.status in VERDICTS]
    begun = [trial for trial in reports if trial not in judged and "#" not in trial.prototype.id]
    # An id with a post's name before it carries on what that post started. A prototype starts with its test, and is
    # judged in the session that tells of it, whenever the test was.
    for when, trials in _by_date(entry, ((trial.prototype.tested, trial) for trial in begun)):
        yield _outcome_in(entry, "begun", when, Trials(judged=False, trials=trials))
    if judged:
        yield _outcome_in(entry, "judged", None, Trials(judged=True, trials=tuple(judged)))


def _outcome_in(entry: DiaryEntry, name: str, when: When | None, subject: Subject) -> Happening:
    """A point that has the day of its session, or of its post, unless it says another."""
    anchor = f"{entry.slug}-{name}" + (f"-{when.iso}" if when else "")
    known = when or (_session_day(entry) if entry.post.workshop else entry.post.date)
    return Happening(entry=entry, subject=subject, when=known, placed=known or entry.post.date, anchor=anchor)


def _session_day(entry: DiaryEntry) -> When | None:
    start = session_start(entry)
    return replace(start, clock=None) if start else None


def _by_date(
    entry: DiaryEntry, records: Iterable[tuple[When | None, Recorded]]
) -> Iterator[tuple[When | None, tuple[Recorded, ...]]]:
    """What is told, by its day; None is the day of the session, whatever the hour."""
    by_day: dict[When | None, list[Recorded]] = {}
    session = _session_day(entry)
    for when, record in records:
        day = replace(when, clock=None) if when else None
        by_day.setdefault(None if day == session else day, []).append(record)
    for when, group in by_day.items():
        yield when, tuple(group)


def _answered(records: Records) -> Mapping[str, Sequence[Answered]]:
    by_source: dict[str, list[Answered]] = {}
    for ask in records.asks:
        for given in ask.answers:
            by_source.setdefault(given.entry.source, []).append(Answered(ask, given.answer))
    return by_source
