"""Posts as cards, workshops as points on the line."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from plugins.blog.edition import Edition
from plugins.blog.listing import tag_slug
from plugins.blog.pages.comments import counted
from plugins.blog.pages.frames import mark, spoken_time
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import Card, StripPoint
from plugins.timeline.views.session import session_point
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop

_WORDS_A_MINUTE = 200


def cards(edition: Edition, entries: Iterable[DiaryEntry]) -> tuple[Card, ...]:
    """Posts in a list; the first picture is asked for at once, the others when they come into sight."""
    made = [card(edition, entry) for entry in entries]
    first = next((held for held in made if held.picture), None)
    return tuple(_at_once(held) if held is first else held for held in made)


def _at_once(card: Card) -> Card:
    return replace(card, picture=replace(card.picture, is_first=True)) if card.picture else card


def card(edition: Edition, entry: DiaryEntry) -> Card:
    """A post in a list."""
    told = edition.summary(entry)
    return Card(
        href=edition.href(entry.address),
        title=entry.post.title,
        summary=told.html if told else edition.stories[entry.source].first_paragraph,
        when=spoken_time(entry.post.date),
        kind=workshop_label(entry),
        reading_time=reading_time(edition.stories[entry.source].word_count),
        picture=edition.pictures.thumbnail(entry, entry.post.image) if entry.post.image else None,
        comments=counted(edition, entry),
        mark=mark(edition, entry),
    )


def workshop_label(entry: DiaryEntry) -> str:
    """`Workshop 1`, `Workshop`, or nothing for a post of another kind."""
    workshop = entry.post.workshop
    if workshop is None:
        return ""
    return f"Workshop {workshop.number}" if workshop.number is not None else "Workshop"


def reading_time(words: int) -> str:
    """How long the story takes to read, at an easy 200 words a minute."""
    minutes = ceil(words / _WORDS_A_MINUTE)
    return f"{minutes} minute{'s' if minutes > 1 else ''} to read" if minutes else ""


def tag_links(edition: Edition, entry: DiaryEntry) -> tuple[Link, ...]:
    """The tags of a post that have a page; those of a post that is in no list have none."""
    known = {tag.slug: tag.label for tag in edition.tags}
    slugs = dict.fromkeys(tag_slug(tag) for tag in entry.post.tags)
    return tuple(Link(label=known[slug], href=edition.href(f"tags/{slug}/")) for slug in slugs if slug in known)


def strip(edition: Edition, *, here: DiaryEntry | None = None) -> tuple[StripPoint, ...]:
    """The workshops on one line; `here` is the one whose page it stands on."""
    return tuple(_on_the_line(edition, place, is_here=place.entry is here) for place in edition.places)


def _on_the_line(edition: Edition, place: SeriesWorkshop, *, is_here: bool) -> StripPoint:
    told = session_point(place, now=edition.settings.now, zone=edition.settings.zone)
    return StripPoint(
        label=workshop_label(place.entry),
        name=told.name,
        when=told.when,
        state=told.state,
        state_word=told.state_word,
        href=edition.href(place.entry.address),
        is_here=is_here,
        over=told.over,
    )


def next_scripts(edition: Edition) -> tuple[str, ...]:
    """The script of pages that say which workshop is next; none while no date is known that could pass."""
    return ("next.js",) if any(point.over for point in strip(edition)) else ()


def timeline_link(edition: Edition, entry: DiaryEntry | None = None) -> Link:
    """The way from the strip to the whole timeline; from a workshop's page, to its place there if it has one."""
    is_there = entry is not None and any(place.entry is entry for place in edition.places)
    place = f"#at-{entry.slug}" if entry and is_there else ""
    return Link(label="The whole timeline", href=edition.href(f"timeline/{place}"))
