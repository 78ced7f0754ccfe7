"""What is published at a given moment, and what is not yet, or not at all.

A draft, or a post whose date is to come, is in no list, no feed and no address of a published build. The
preview shows it, marked.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Literal, assert_never
from zoneinfo import ZoneInfo

from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry
from plugins.workshops.record.post import Post

State = Literal["published", "hidden", "scheduled", "draft"]
PUBLIC: frozenset[State] = frozenset({"published", "hidden"})
"""What has a page in a published build."""
LISTED: frozenset[State] = frozenset({"published", "scheduled", "draft"})
"""What stands in lists, wherever it has a page."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When the build says it runs, and where on earth the diary's clocks hang."""

    now: datetime
    zone: ZoneInfo


def state_of(post: Post, moment: Moment) -> State:
    """Where a post stands; one whose date covers this very moment is published."""
    return _state(post, _begins(post, moment.zone), moment.now)


def _begins(post: Post, zone: ZoneInfo) -> datetime | None:
    return post.date.first(zone) if post.date else None


def _state(post: Post, begins: datetime | None, now: datetime) -> State:
    match post.status:
        case "draft":
            return "draft"
        case "published" | "hidden" as status:
            return "scheduled" if begins is not None and begins > now else status
        case _:
            assert_never(post.status)


@once_an_entry
def _entry_begins(entry: DiaryEntry, zone: ZoneInfo) -> datetime | None:
    return _begins(entry.post, zone)


@dataclass(frozen=True)
class Publication:
    """The entries that get a page in this build, and each one's state."""

    entries: tuple[DiaryEntry, ...]
    states: dict[str, State]

    @cached_property
    def listed(self) -> tuple[DiaryEntry, ...]:
        """Those that stand in lists, feeds and the site map too."""
        return tuple(entry for entry in self.entries if self.states[entry.source] in LISTED)

    @cached_property
    def public(self) -> tuple[DiaryEntry, ...]:
        """Those that have a page in a published build too."""
        return tuple(entry for entry in self.entries if self.is_public(entry.source))

    @cached_property
    def pages(self) -> dict[str, DiaryEntry]:
        """The standing pages that stand in lists, by their slugs."""
        return {entry.slug: entry for entry in self.listed if entry.kind == "page"}

    def is_public(self, source: str) -> bool:
        """Whether readers have a page made of this file."""
        return self.states.get(source) in PUBLIC

    def shows(self, entry: DiaryEntry) -> bool:
        """Whether this build has a page for the entry."""
        return entry.source in self.states


def publication(entries: Sequence[DiaryEntry], moment: Moment, *, preview: bool) -> Publication:
    """What this build shows: what is public now, and in the preview everything."""
    begins = of_each(_entry_begins, entries, moment.zone)
    states = {entry.source: _state(entry.post, first, moment.now) for entry, first in zip(entries, begins, strict=True)}
    shown = {source: state for source, state in states.items() if preview or state in PUBLIC}
    return Publication(entries=tuple(entry for entry in entries if entry.source in shown), states=shown)
