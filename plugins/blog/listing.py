"""The order of posts, the pages of a list, tags and neighbours."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plugins.workshops.diary import DiaryEntry

_LONGEST = 100


def newest_first(entries: Iterable[DiaryEntry]) -> tuple[DiaryEntry, ...]:
    """The dated entries, newest first; those without a date (planned workshops, pages) are not in lists of posts."""
    dated = [(entry.post.date.sort_key, entry.slug, entry) for entry in entries if entry.post.date]
    return tuple(entry for *_, entry in sorted(dated, key=lambda triple: triple[:2], reverse=True))


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
    """One tag: its address, the words of the earliest post that used it, and its posts, newest first."""

    slug: str
    label: str
    entries: tuple[DiaryEntry, ...]


def tags(entries: Sequence[DiaryEntry]) -> tuple[Tag, ...]:
    """The tags of `entries` (newest first), by name. Tags that differ by case or accent alone are one."""
    gathered: dict[str, list[DiaryEntry]] = {}
    labels: dict[str, str] = {}
    for entry in entries:
        for label in dict.fromkeys(entry.post.tags):
            slug = tag_slug(label)
            labels[slug] = label
            if entry not in gathered.setdefault(slug, [])[-1:]:
                gathered[slug].append(entry)
    every_tag = (Tag(slug, labels[slug], tuple(posts)) for slug, posts in gathered.items())
    return tuple(sorted(every_tag, key=lambda tag: tag.slug))


def tag_slug(label: str) -> str:
    """The last part of a tag's address: `Care leavers` → `care-leavers`; empty when nothing can be kept."""
    plain = unicodedata.normalize("NFKD", label.casefold())
    kept = "".join(c if c.isalnum() and c.isascii() else "" if unicodedata.combining(c) else "-" for c in plain)
    return "-".join(filter(None, kept.split("-")))


def tag_advice(label: str) -> str:
    """What to do with a tag of which no address can be made; empty when nothing is wrong with it."""
    slug = tag_slug(label)
    if not slug:
        return "write it with letters or numbers"
    return f"write at most {_LONGEST} letters" if len(slug) > _LONGEST else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The lists of posts: the listed posts, newest first, their tags, and each one's neighbours by source."""

    posts: tuple[DiaryEntry, ...]
    tags: tuple[Tag, ...]
    neighbours: Mapping[str, Neighbours]


def listing(listed: Iterable[DiaryEntry]) -> Listing:
    """The lists of the entries that stand in lists."""
    posts = newest_first(listed)
    return Listing(posts, tags(posts), neighbours(posts))


def term_anchor(term: str) -> str:
    """A word's own place on the page of words: in another script than ours it goes by the numbers of its letters."""
    return tag_slug(term) or "-".join(f"{ord(letter):x}" for letter in term)
