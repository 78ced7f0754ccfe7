"""Feeds: of the newest posts, and of what was told for the timeline; each as Atom and as JSON."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, partial
from zoneinfo import ZoneInfo

from plugins.blog.pages.calendars import CALENDAR
from plugins.blog.pages.timeline import timeline_context
from plugins.blog.pages.unshared_quotes import shared_name
from plugins.blog.pictures import Pictures, photo_number
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.syndication import Feed, FeedEntry, atom, json_feed
from plugins.blog.views.frame import Alternate
from plugins.blog.views.gathered import PointInFeed
from plugins.consent.word_runs import words_in_markup
from plugins.engine.page import Page, PlannedFile
from plugins.engine.rendering import Renderer
from plugins.moments import When
from plugins.photos.views.picture import PictureView
from plugins.timeline.happening import Happening
from plugins.timeline.timelinejs import Slide, timelinejs
from plugins.timeline.views.point import TimelinePoint, timeline_point
from plugins.words import feeds as words
from plugins.words import timeline
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.views.language import attributes

POSTS, POSTS_JSON = "feed.xml", "feed.json"
TIMELINE, TIMELINE_JSON = "timeline/feed.xml", "timeline/feed.json"
_IN_FEED = 20
_OF_TIMELINE = 50


def feeds(model: SiteModel) -> Iterator[PlannedFile]:
    yield from _both(model.settings, partial(_of_posts, model), POSTS, POSTS_JSON)
    yield from _both(model.settings, partial(_of_timeline, model), TIMELINE, TIMELINE_JSON)
    yield PlannedFile("timeline.json", partial(_timeline_json, model))


def alternates(settings: BlogSettings) -> tuple[Alternate, ...]:
    """The feeds and the calendar, for the head of every page."""
    name = settings.name
    offered = (
        ("application/atom+xml", name, POSTS),
        ("application/feed+json", name, POSTS_JSON),
        ("application/atom+xml", words.timeline(name), TIMELINE),
        ("text/calendar", words.workshops(name), CALENDAR),
    )
    return tuple(Alternate(type=kind, title=title, href=settings.href(address)) for kind, title, address in offered)


def _timeline_json(model: SiteModel) -> bytes:
    """For whoever shows it elsewhere: without points that repeat a quote, and photos, that may not be shared."""
    settings = model.settings
    context = replace(timeline_context(model.elsewhere), picture=partial(_shared_picture, model.elsewhere.pictures))
    points = [(happening, timeline_point(happening, context)) for happening in model.chronology.all]
    renderer = Renderer(settings.theme, None)
    slides = [
        Slide(
            happening=happening,
            point=point,
            headline=_rendered(renderer, Page(point.anchor, "feeds/headline.html", point)),
            text=_body(renderer, point, timeline.point(point.word, point.state_word, "")),
        )
        for happening, point in points
    ]
    shared = [slide for slide in slides if not model.unshared.sources(*words_in_markup(slide.headline + slide.text))]
    document = timelinejs(shared, title=shared_name(model), text=model.unshared.shared(settings.introduction))
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _shared_picture(pictures: Pictures, entry: DiaryEntry, file: str) -> PictureView | None:
    number = photo_number(entry, file)
    may_be = number is not None and entry.may_be_kept(entry.post.photos[number])
    return pictures.thumbnail(entry, file) if may_be else None


def _both(settings: BlogSettings, make: Callable[[], Feed], as_atom: str, as_json: str) -> Iterator[PlannedFile]:
    @cache
    def feed() -> Feed:
        made = make()
        return replace(made, entries=_at_moments_of_their_own(made.entries))

    yield PlannedFile(as_atom, lambda: atom(replace(feed(), address=settings.address + as_atom)))
    yield PlannedFile(as_json, lambda: json_feed(replace(feed(), address=settings.address + as_json)))


def _at_moments_of_their_own(entries: Sequence[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Of what was updated at one moment, as far as it is known, each a second after the other, in the feed's order.

    Programs that sort by it keep that order, and those that take it for a name miss none [W3C feed validator].
    """
    taken: set[datetime] = set()
    apart = []
    for entry in reversed(entries):
        updated = entry.updated
        while updated in taken:
            updated += timedelta(seconds=1)
        taken.add(updated)
        apart.append(replace(entry, updated=updated))
    return tuple(reversed(apart))


def _of_posts(model: SiteModel) -> Feed:
    """The newest posts, in full."""
    settings = model.settings
    return Feed(
        id=settings.address,
        title=settings.name,
        subtitle=settings.description,
        language=settings.language,
        home=settings.address,
        address="",
        entries=tuple(
            _post(model, entry, entry.post.date) for entry in model.listing.posts[:_IN_FEED] if entry.post.date
        ),
    )


def _post(model: SiteModel, entry: DiaryEntry, date: When) -> FeedEntry:
    settings = model.settings
    updated = entry.post.updated or date
    language = settings.language_of(entry)
    content = model.elsewhere.pictures.plain_story(entry).html
    tag = language.tag if language else ""
    return FeedEntry(
        id=settings.address + entry.first_address,
        title=entry.post.title,
        address=settings.address + entry.address,
        published=date.first(settings.zone),
        updated=max(updated.first(settings.zone), date.first(settings.zone)),
        author=entry.post.author or settings.name,
        summary=model.texts.plain_excerpt(entry),
        content=f"<div{attributes(language)}>{content}</div>" if language else content,
        tags=entry.post.tags,
        language=tag,
        title_language=tag,
    )


def _of_timeline(model: SiteModel) -> Feed:
    """The points that were told last; what no dated post tells is not news yet."""
    settings = model.settings
    published = [(moment, point) for point in model.chronology.all if (moment := _published(point, settings.zone))]
    anchors = {point.anchor for point in model.chronology.all}
    newest = sorted(published, key=lambda pair: pair[0], reverse=True)[:_OF_TIMELINE]
    renderer = Renderer(settings.theme, None)
    return Feed(
        id=f"{settings.address}timeline/",
        title=words.timeline(settings.name),
        subtitle=words.TIMELINE_SUBTITLE,
        language=settings.language,
        home=f"{settings.address}timeline/",
        address="",
        entries=tuple(_point(model, renderer, point, moment, anchors) for moment, point in newest),
    )


def _published(point: Happening, zone: ZoneInfo) -> datetime | None:
    """When the post that tells of it was published, or a workshop without a date of its own was changed."""
    when = point.entry.post.date or point.entry.post.updated
    return when.first(zone) if when else None


def _point(
    model: SiteModel, renderer: Renderer, happening: Happening, published: datetime, anchors: Collection[str]
) -> FeedEntry:
    """`anchors` are those of today: another post may have taken a name since."""
    settings = model.settings
    first = happening.anchor if happening.first_anchor in anchors else happening.first_anchor
    point = timeline_point(happening, timeline_context(model.elsewhere))
    summary = timeline.point(point.word, point.state_word, point.dated)
    updated = happening.entry.post.updated
    return FeedEntry(
        id=f"{settings.address}timeline/#{point.anchor.removesuffix(happening.anchor)}{first}",
        title=point.title,
        address=f"{settings.address}timeline/#{point.anchor}",
        published=published,
        updated=max(published, updated.first(settings.zone)) if updated else published,
        author=happening.entry.post.author or settings.name,
        summary=summary,
        content=_body(renderer, point, summary),
        tags=(point.word,),
        title_language=point.language.tag if point.language else "",
    )


def _body(renderer: Renderer, point: TimelinePoint, summary: str) -> str:
    """What a point says below its title, for a reader elsewhere."""
    return _rendered(renderer, Page(point.anchor, "feeds/point.html", PointInFeed(summary, point)))


def _rendered(renderer: Renderer, page: Page) -> str:
    return renderer.render(page).decode()
