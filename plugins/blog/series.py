"""The listed entries in their order: the workshops, everything as it happened, and what was asked for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.facts.asks import Ask, asks
from plugins.workshops.facts.series import SeriesState, SeriesWorkshop, series


@dataclass(frozen=True)
class Series:
    """What the listed posts tell in order.

    `entries` are the listed entries as things happened, the oldest first; what has no day yet stands at the end. Where
    two have the same day, or month, the workshop comes first, and workshops keep their order. `asks` is everything
    that was asked for in them, the oldest first.
    """

    workshops: tuple[SeriesWorkshop, ...]
    entries: tuple[DiaryEntry, ...]
    asks: tuple[Ask, ...]

    @property
    def held(self) -> tuple[DiaryEntry, ...]:
        """The workshops that took place."""
        return _held(self.workshops)

    def place(self, entry: DiaryEntry) -> SeriesWorkshop | None:
        """An entry's place among the workshops; None for one that is in no list, and for a post of another kind."""
        return self._by_source.get(entry.source)

    def state(self, entry: DiaryEntry) -> SeriesState:
        """Where a workshop stands; one that is in no list counts as planned."""
        place = self.place(entry)
        return place.state if place else "planned"

    def asked_in(self, entry: DiaryEntry) -> Sequence[Ask]:
        """What an entry asks for."""
        return self._asked.get(entry.source, ())

    def answered_in(self, entry: DiaryEntry) -> Sequence[Ask]:
        """The asks that an entry answers, each with one answer of it."""
        return self._answered.get(entry.source, ())

    @cached_property
    def _asked(self) -> Mapping[str, Sequence[Ask]]:
        asked: defaultdict[str, list[Ask]] = defaultdict(list)
        for ask in self.asks:
            asked[ask.entry.source].append(ask)
        return asked

    @cached_property
    def _answered(self) -> Mapping[str, Sequence[Ask]]:
        answered: defaultdict[str, list[Ask]] = defaultdict(list)
        for ask in self.asks:
            for given in ask.answers:
                answered[given.entry.source].append(replace(ask, answers=(given,)))
        return answered

    @cached_property
    def _by_source(self) -> dict[str, SeriesWorkshop]:
        return {place.entry.source: place for place in self.workshops}


def series_of(
    diary: Diary, listed: Sequence[DiaryEntry], *, posts: Sequence[DiaryEntry], now: datetime, zone: ZoneInfo
) -> Series:
    """The series of a diary, of which `listed` entries stand in lists; `posts` are the dated ones, the newest first."""
    sources = {entry.source for entry in listed}
    workshops = series([entry for entry in diary.workshops if entry.source in sources], now=now, zone=zone)
    return Series(
        workshops=workshops,
        entries=_as_they_happened(workshops, posts),
        asks=asks(diary, shown=listed, held=_held(workshops)),
    )


def _held(workshops: Sequence[SeriesWorkshop]) -> tuple[DiaryEntry, ...]:
    return tuple(place.entry for place in workshops if place.state == "held")


def _as_they_happened(workshops: Sequence[SeriesWorkshop], posts: Sequence[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    others = (entry for entry in reversed(posts) if entry.kind != "workshop")
    return tuple(sorted((*(place.entry for place in workshops), *others), key=_happened))


def _happened(entry: DiaryEntry) -> tuple[bool, tuple[int, int, int, int]]:
    start = entry.post.workshop.start if entry.post.workshop else None
    when = start if isinstance(start, When) else entry.post.date
    return when is None, when.sort_key if when else (0, 0, 0, 0)
