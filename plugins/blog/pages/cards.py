"""Posts as cards, workshops as points on the line."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from plugins.blog.listing import tag_slug
from plugins.blog.pages.comments import counted
from plugins.blog.pages.frames import mark, spoken_time
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import Card, StripPoint
from plugins.timeline.views.session import session_point
from plugins.words import posts, timeline, workshops
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop

_WORDS_A_MINUTE = 200


def cards(model: SiteModel, entries: Iterable[DiaryEntry]) -> tuple[Card, ...]:
    """Posts in a list; the first picture is asked for at once, the others when they come into sight."""
    made = [card(model, entry) for entry in entries]
    first = next((held for held in made if held.picture), None)
    return tuple(_at_once(held) if held is first else held for held in made)


def _at_once(card: Card) -> Card:
    return replace(card, picture=replace(card.picture, is_first=True)) if card.picture else card


def card(model: SiteModel, entry: DiaryEntry) -> Card:
    """A post in a list."""
    told = model.summary(entry)
    return Card(
        href=model.href(entry.address),
        title=entry.post.title,
        summary=told.html if told else model.stories[entry.source].first_paragraph.html,
        when=spoken_time(entry.post.date),
        kind=workshop_label(entry),
        reading_time=reading_time(model.stories[entry.source].word_count),
        picture=model.pictures.thumbnail(entry, entry.post.image) if entry.post.image else None,
        comments=counted(model, entry),
        mark=mark(model, entry),
    )


def workshop_label(entry: DiaryEntry) -> str:
    """`Workshop 1`, `Workshop`, or nothing for a post of another kind."""
    workshop = entry.post.workshop
    return workshops.label(workshop.number) if workshop else ""


def reading_time(words: int) -> str:
    """How long the story takes to read, at an easy 200 words a minute."""
    return posts.reading_time(ceil(words / _WORDS_A_MINUTE))


def tag_links(model: SiteModel, entry: DiaryEntry) -> tuple[Link, ...]:
    """The tags of a post that have a page; those of a post that is in no list have none."""
    known = {tag.slug: tag.label for tag in model.tags}
    slugs = dict.fromkeys(tag_slug(tag) for tag in entry.post.tags)
    return tuple(Link(label=known[slug], href=model.href(f"tags/{slug}/")) for slug in slugs if slug in known)


def strip(model: SiteModel, *, here: DiaryEntry | None = None) -> tuple[StripPoint, ...]:
    """The workshops on one line; `here` is the one whose page it stands on."""
    return tuple(_on_the_line(model, place, is_here=place.entry is here) for place in model.places)


def _on_the_line(model: SiteModel, place: SeriesWorkshop, *, is_here: bool) -> StripPoint:
    told = session_point(place, now=model.settings.now, zone=model.settings.zone)
    return StripPoint(
        label=workshop_label(place.entry),
        name=told.name,
        when=told.when,
        state=told.state,
        state_word=told.state_word,
        href=model.href(place.entry.address),
        is_here=is_here,
        over=told.over,
    )


def next_scripts(model: SiteModel) -> tuple[str, ...]:
    """The script of pages that say which workshop is next; none while no date is known that could pass."""
    return ("next.js",) if any(point.over for point in strip(model)) else ()


def timeline_link(model: SiteModel, entry: DiaryEntry | None = None) -> Link:
    """The way from the strip to the whole timeline; from a workshop's page, to its place there if it has one."""
    is_there = entry is not None and any(place.entry is entry for place in model.places)
    place = f"#at-{entry.slug}" if entry and is_there else ""
    return Link(label=timeline.WHOLE, href=model.href(f"timeline/{place}"))
