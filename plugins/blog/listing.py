"""The order of posts, the pages of a list, tags and neighbours."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from typing import Generic, TypeVar

from plugins.files.names import slug, unfit_slug
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry


def newest_first(entries: Iterable[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    """The dated entries, newest first; those without a date (planned workshops, pages) are not in lists of posts."""
    dated = [(entry.post.date.sort_key, entry.slug, entry) for entry in entries if entry.post.date]
    return tuple(entry for *_, entry in sorted(dated, key=itemgetter(0, 1), reverse=True))


Listed = TypeVar("Listed")


@dataclass(frozen=True)
class ListPart(Generic[Listed]):
    """One page of a list: `number` counts from the oldest; None is the list's own address, with the newest."""

    number: int | None
    entries: tuple[Listed, ...]


def list_parts(entries: Sequence[Listed], *, per_page: int) -> tuple[ListPart[Listed], ...]:
    """A list cut into pages, newest first. Numbered pages are full and start at the oldest entry.

    The front holds what is left, from `per_page` up to twice that less one, so that a new post changes the
    front alone until a page is full.
    """
    full = max(0, len(entries) // per_page - 1)
    front = len(entries) - full * per_page
    parts = [ListPart(None, tuple(entries[:front]))]
    for number in range(full, 0, -1):
        start = front + (full - number) * per_page
        parts.append(ListPart(number, tuple(entries[start : start + per_page])))
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The posts before and after one, by date."""

    earlier: DiaryEntry | None
    later: DiaryEntry | None


def neighbours(entries: Sequence[DiaryEntry]) -> dict[str, Neighbours]:
    """Each entry's neighbours, by source; `entries` come newest first."""
    padded = [None, *entries, None]
    return {
        entry.source: Neighbours(earlier=padded[index + 2], later=padded[index]) for index, entry in enumerate(entries)
    }


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its address, its words, and its posts, newest first."""

    slug: str
    label: str
    entries: tuple[DiaryEntry, ...]


def tags(entries: Sequence[DiaryEntry]) -> tuple[Tag, ...]:
    """The tags of `entries` (newest first), by address."""
    gathered: dict[str, list[DiaryEntry]] = {}
    labels: dict[str, str] = {}
    for entry, named in zip(entries, of_each(_tags_of, entries), strict=True):
        for address, label in named:
            labels[address] = label
            gathered.setdefault(address, []).append(entry)
    every_tag = (Tag(address, labels[address], tuple(posts)) for address, posts in gathered.items())
    return tuple(sorted(every_tag, key=lambda tag: tag.slug))


@once_an_entry
def _tags_of(entry: DiaryEntry) -> tuple[tuple[str, str], ...]:
    """The address and the words of each tag of an entry."""
    return tuple({slug(label): label for label in entry.post.tags}.items())


def tags_to_mend(entries: Iterable[DiaryEntry]) -> Iterator[Problem]:
    """Tags of which no address can be made, and tags whose address is that of one spelt otherwise."""
    first: dict[str, tuple[str, DiaryEntry]] = {}
    fit: set[str] = set()
    for entry in entries:
        for index, label in enumerate(entry.post.tags):
            if label in fit:
                continue
            spelling, earlier = first.setdefault(slug(label), (label, entry))
            if advice := _tag_advice(label):
                message = f'found "{label[:60]}", which no address can be made of; {advice}'
                yield entry.problem_at(("tags", index), message, "unusable-address")
            elif spelling != label:
                message = (
                    f'found "{label}", which would share an address with “{spelling}” ({earlier.source}); '
                    "write both the same way, or one of them in other words"
                )
                yield replace(entry.problem_at(("tags", index), message, "address-taken"), also=earlier.source)
            else:
                fit.add(label)


def _tag_advice(label: str) -> str:
    return unfit_slug(slug(label)) if slug(label) else "write it with letters or numbers"


@dataclass(frozen=True)
class Listing:
    """The lists of posts: the listed posts, newest first, their tags, and each one's neighbours by source."""

    posts: tuple[DiaryEntry, ...]
    tags: tuple[Tag, ...]
    neighbours: Mapping[str, Neighbours]

    @cached_property
    def tags_by_slug(self) -> Mapping[str, Tag]:
        return {tag.slug: tag for tag in self.tags}


def listing(listed: Iterable[DiaryEntry]) -> Listing:
    """The lists of the entries that stand in lists."""
    posts = newest_first(listed)
    return Listing(posts, tags(posts), neighbours(posts))


def term_anchor(term: str) -> str:
    """A word's own place on the page of words: signs go by their numbers, so that no two words share a place."""
    return "".join(map(_in_anchor, unicodedata.normalize("NFC", term.casefold())))


def _in_anchor(letter: str) -> str:
    is_shown = unicodedata.category(letter)[0] in "LMN"
    return letter if is_shown else "-" if letter == " " else f"_{ord(letter):x}_"
