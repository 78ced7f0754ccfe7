"""The timeline page, and how the site tells the timeline."""

from dataclasses import replace
from functools import partial

from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import next_scripts
from plugins.blog.pages.frames import frame
from plugins.blog.pictures import Pictures
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import TimelinePage
from plugins.photos.views.picture import PictureView
from plugins.timeline.structured import SeriesContext
from plugins.timeline.views.point import TimelineContext
from plugins.timeline.views.timeline import timeline_view
from plugins.words import feeds
from plugins.words import timeline as words
from plugins.workshops.diary import DiaryEntry

_WIDTH_OF_PICTURE = "9rem"
"""As wide as the style sheet shows a picture (timeline-point.css)."""
_ELSEWHERE = (
    (feeds.ATOM, "timeline/feed.xml"),
    (feeds.JSON, "timeline/feed.json"),
    (feeds.TIMELINEJS, "timeline.json"),
)


def timeline_page(model: SiteModel) -> TimelinePage:
    """Where the project has been, and where it goes."""
    return TimelinePage(
        frame=frame(
            model,
            title=words.TITLE,
            address="timeline/",
            description=words.DESCRIPTION,
            scripts=("filters.js", *next_scripts(model.settings, model.series)),
        ),
        timeline=timeline_view(model.chronology, timeline_context(model)),
        calendar=ways_to_subscribe(model),
        elsewhere=tuple(Link(label=label, href=model.settings.href(address)) for label, address in _ELSEWHERE),
    )


def timeline_context(model: SiteModel) -> TimelineContext:
    """How this site's points are told."""
    settings = model.settings
    return TimelineContext(
        href=settings.entry_href,
        said=model.said,
        text=model.texts.text,
        summary=model.texts.summary,
        picture=partial(_small, model.pictures),
        idea_name=model.ideas.name,
        now=settings.now,
        zone=settings.zone,
    )


def series_context(settings: BlogSettings) -> SeriesContext:
    """How the series of workshops is told to machines."""
    return SeriesContext(
        name=feeds.workshops(settings.name),
        description=settings.description,
        address=settings.address,
        zone=settings.zone,
    )


def _small(pictures: Pictures, entry: DiaryEntry, file: str) -> PictureView | None:
    picture = pictures.thumbnail(entry, file)
    return replace(picture, sizes=_WIDTH_OF_PICTURE) if picture else None
