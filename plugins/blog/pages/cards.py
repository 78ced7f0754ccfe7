"""Posts as cards, workshops as points on the line."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile
from math import ceil

from plugins.blog.listing import Listing, Tag
from plugins.blog.pages.comments import counted
from plugins.blog.pages.frames import mark, spoken_time
from plugins.blog.series import Series
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.lists import Card, StripPoint, StripView
from plugins.files.names import slug
from plugins.story import Html
from plugins.timeline.views.session import session_point
from plugins.words import posts, timeline, workshops
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import SeriesWorkshop, own_name
from plugins.workshops.views.asks import AskView

_WORDS_A_MINUTE = 200
_UNFOLDED = 2
"""How many of the workshops that were held stay in sight on the line: a fold of one would save nothing."""


def cards(model: SiteModel, entries: Iterable[DiaryEntry]) -> tuple[Card, ...]:
    """Posts in a list; the first picture is asked for at once, the others when they come into sight."""
    made = [_known_card(model, entry) for entry in entries]
    first = next((each for each in made if each.picture), None)
    return tuple(_at_once(each) if each is first else each for each in made)


def _known_card(model: SiteModel, entry: DiaryEntry) -> Card:
    """The card of a post, worked out once for all lists: it stands in those of its tags, too."""
    if entry.source not in model.listed_cards:
        model.listed_cards[entry.source] = card(model, entry)
    return model.listed_cards[entry.source]


def _at_once(card: Card) -> Card:
    return replace(card, picture=replace(card.picture, is_first=True)) if card.picture else card


def card(model: SiteModel, entry: DiaryEntry) -> Card:
    return Card(
        href=model.settings.entry_href(entry),
        title=entry.post.title,
        summary=model.texts.excerpt(entry),
        when=spoken_time(entry.post.date),
        kind=workshop_kind(model, entry),
        reading_time=reading_time(model.texts.word_count(entry)),
        picture=model.pictures.thumbnail(entry, entry.post.image) if entry.post.image else None,
        comments=counted(model.sections.get(entry.source)),
        mark=mark(model.settings, model.publication, entry),
        language=model.settings.language_of(entry),
    )


def workshop_label(settings: BlogSettings, entry: DiaryEntry) -> str:
    """`Workshop 1 of 4`, `Workshop 1`, `Workshop`, or nothing for a post of another kind."""
    workshop = entry.post.workshop
    return workshops.label(workshop.number, settings.series) if workshop else ""


def workshop_kind(model: SiteModel, entry: DiaryEntry) -> Html | None:
    """The same with what the workshop is called, where that says more: `Workshop 1 of 4: Making`."""
    label, name = workshop_label(model.settings, entry), own_name(entry.post)
    return model.said(entry).within(workshops.called(label, name) if name else label, name) if label else None


def reading_time(words: int) -> str:
    """How long the story takes to read, at an easy 200 words a minute."""
    return posts.reading_time(ceil(words / _WORDS_A_MINUTE))


def tag_links(settings: BlogSettings, listing: Listing, entry: DiaryEntry) -> tuple[Link, ...]:
    """The tags of a post that have a page; those of a post that is in no list have none."""
    slugs = dict.fromkeys(slug(tag) for tag in entry.post.tags)
    return tuple(tag_link(settings, tag) for each in slugs if (tag := listing.tags_by_slug.get(each)))


def tag_link(settings: BlogSettings, tag: Tag) -> Link:
    """The way to a tag's posts, in its words."""
    language = settings.language_of(tag.entries[-1])
    return Link(label=tag.label, href=settings.href(f"tags/{tag.slug}/"), language=language)


def strip(settings: BlogSettings, series: Series) -> StripView | None:
    """The workshops on one line, with those long past folded; None where there are none."""
    points = tuple(_on_the_line(settings, place) for place in series.workshops)
    held = sum(1 for _ in takewhile(lambda point: point.state == "held", points))
    folded = held - _UNFOLDED if held > _UNFOLDED + 1 else 0
    fold = timeline.earlier_workshops(folded) if folded else ""
    return StripView(fold=fold, past=points[:folded], points=points[folded:]) if points else None


def _on_the_line(settings: BlogSettings, place: SeriesWorkshop) -> StripPoint:
    point = session_point(place, now=settings.now, zone=settings.zone)
    return StripPoint(
        label=point.label,
        title=point.title,
        when=point.when,
        state=point.state,
        state_word=point.state_word,
        href=settings.entry_href(place.entry),
        over=point.over,
        language=settings.language_of(place.entry),
    )


def next_scripts(settings: BlogSettings, series: Series) -> tuple[str, ...]:
    """The script of pages that say which workshop is next; none while no date is known that could pass."""
    return ("next.js",) if any(_on_the_line(settings, place).over for place in series.workshops) else ()


def waiting_scripts(asks: Iterable[AskView]) -> tuple[str, ...]:
    """The script of pages that say since when an ask waits."""
    return ("waiting.js",) if any(ask.since for ask in asks) else ()


def timeline_link(settings: BlogSettings) -> Link:
    """The way from the strip to the whole timeline."""
    return Link(label=timeline.WHOLE, href=settings.href("timeline/"))


def timeline_href(settings: BlogSettings, series: Series, entry: DiaryEntry) -> str:
    """A workshop's place on the timeline, if it has one there."""
    return settings.href(f"timeline/#at-{entry.slug}" if series.place(entry) else "timeline/")
