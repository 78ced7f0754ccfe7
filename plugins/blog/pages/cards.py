"""Posts as cards, workshops as points on the line."""

from math import ceil

from plugins.blog.edition import Edition
from plugins.blog.listing import tag_slug
from plugins.blog.pages.frames import mark, spoken_time
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import Card, StripPoint
from plugins.moments import When, spoken
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import Place, SeriesState

_WORDS_A_MINUTE = 200
STATE_WORDS: dict[SeriesState, str] = {
    "held": "Held",
    "next": "Next",
    "planned": "Planned",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
}


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
        tags=tag_links(edition, entry),
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
    return tuple(
        StripPoint(
            label=workshop_label(place.entry),
            name=place.workshop.name or place.entry.post.title,
            when=when_words(place),
            state=place.state,
            state_word=STATE_WORDS[place.state],
            href=edition.href(place.entry.address),
            is_here=place.entry is here,
        )
        for place in edition.places
    )


def when_words(place: Place) -> str:
    """When a workshop is, as far as it is known."""
    start = place.workshop.start
    return spoken(start) if isinstance(start, When) else "date not known yet" if place.state != "held" else ""
