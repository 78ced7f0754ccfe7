"""You said, we did: what people asked for, what was done about it, and what still waits.

An ask is never dropped. Without an answer it stays open, with its age counted in the workshops held since.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from plugins.moments import When
from plugins.moments.when import LATEST
from plugins.records import dataclass
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.agenda import AgendaPart, numbered_parts
from plugins.workshops.record.feedback import Answer, Remark

AskStatus = Literal["open", "doing", "done", "not-possible"]
_SortKey = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer to an ask, the post that gives it, and its place among the answers of that post."""

    entry: DiaryEntry
    position: int
    answer: Answer

    @property
    def agenda_part(self) -> tuple[str, AgendaPart] | None:
        """The part of the session in which it was given, with its number; None where nobody wrote that down."""
        parts = numbered_parts(self.entry.post.agenda)
        return next(((number, part) for number, part in parts if self.answer.to in part.answers), None)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that was asked for in `entry`.

    `position` is its place among the post's asks, `answers` come in the order in which they were published, `waited`
    is how many workshops have been held since, and None once it is settled.
    """

    entry: DiaryEntry
    position: int
    remark: Remark
    answers: tuple[GivenAnswer, ...]
    waited: int | None

    @property
    def asked_on(self) -> When | None:
        """The day on which it was asked, as far as it is known."""
        return began(self.entry)

    @property
    def status(self) -> AskStatus:
        """Where it stands: what the latest answer says, or open."""
        return self.answers[-1].answer.status if self.answers else "open"


def asks(diary: Diary, *, shown: Sequence[DiaryEntry], held: Sequence[DiaryEntry]) -> tuple[Ask, ...]:
    """Every ask of the shown entries: those of workshops in the order of the series, then those of other posts.

    `shown` are the entries that this build publishes: answers in any other are not known to it. `held` are the
    workshops that took place, in the order of the series.
    """
    answers = _answers(shown)
    in_order = _in_order(diary, shown)
    place = {entry.source: index for index, entry in enumerate(in_order)}
    held_since = _HeldSince(held, place)
    return tuple(
        Ask(
            entry=entry,
            position=position,
            remark=remark,
            answers=given,
            waited=None if _is_settled(given) else held_since.count(entry),
        )
        for entry in in_order
        for position, remark in enumerate(entry.post.feedback.even_better_if if entry.post.feedback else ())
        for given in (answers.get((entry.slug, remark.id or ""), ()),)
    )


def _in_order(diary: Diary, shown: Sequence[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    sources = {entry.source for entry in shown}
    workshops = tuple(entry for entry in diary.workshops if entry.source in sources)
    others = (entry for entry in shown if entry.kind != "workshop" and entry.post.feedback)
    return (*workshops, *sorted(others, key=lambda entry: (_known(entry.post.date), entry.slug)))


def _answers(shown: Sequence[DiaryEntry]) -> Mapping[tuple[str, str], tuple[GivenAnswer, ...]]:
    by_ask: dict[tuple[str, str], list[GivenAnswer]] = {}
    for given in sorted(_given(shown), key=_when_given):
        slug, _, name = given.answer.to.rpartition("#")
        by_ask.setdefault((slug or given.entry.slug, name), []).append(given)
    return {target: tuple(answers) for target, answers in by_ask.items()}


def _given(shown: Sequence[DiaryEntry]) -> Iterator[GivenAnswer]:
    for entry in shown:
        for position, answer in enumerate(entry.post.answers):
            yield GivenAnswer(entry, position, answer)


def _when_given(given: GivenAnswer) -> tuple[_SortKey, str]:
    return _known(given.entry.post.date or given.answer.when), given.entry.slug


def _known(when: When | None) -> _SortKey:
    """For sorting: what has no date comes last."""
    return when.sort_key if when else (LATEST + 1, 0, 0, 0)


def _is_settled(answers: tuple[GivenAnswer, ...]) -> bool:
    return bool(answers) and answers[-1].answer.status in ("done", "not-possible")


class _HeldSince:
    """How many workshops were held after an entry: in the series, or, for a post that has no place in it, by date."""

    def __init__(self, held: Sequence[DiaryEntry], place: Mapping[str, int]) -> None:
        self._place = place
        self._places = sorted(place.get(workshop.source, -1) for workshop in held)
        self._dates = sorted(day.sort_key for workshop in held if (day := began(workshop)))

    def count(self, entry: DiaryEntry) -> int:
        if entry.kind == "workshop":
            return len(self._places) - bisect_right(self._places, self._place[entry.source])
        return len(self._dates) - bisect_right(self._dates, _known(entry.post.date))


def began(entry: DiaryEntry) -> When | None:
    """The day of a workshop, else that of its post."""
    start = entry.post.workshop.start if entry.post.workshop else None
    return start if isinstance(start, When) else entry.post.date
