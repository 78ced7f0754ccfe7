"""The timeline page, and how the site tells the timeline."""

from dataclasses import replace

from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import next_scripts
from plugins.blog.pages.frames import frame, home_crumb
from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import TimelinePage
from plugins.engine.page import Page
from plugins.photos.views.picture import PictureView
from plugins.story.html import Html
from plugins.timeline.chronology import Chronology, chronology
from plugins.timeline.gathering import Records, happenings
from plugins.timeline.structured import SeriesContext
from plugins.timeline.views.point import TimelineContext
from plugins.timeline.views.timeline import timeline_view
from plugins.words import feeds
from plugins.words import timeline as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.design import Prototype

_WIDTH_OF_PICTURE = "9rem"
"""As wide as the style sheet shows a picture (timeline-point.css)."""
_ELSEWHERE = (
    (feeds.ATOM, "timeline/feed.xml"),
    (feeds.JSON, "timeline/feed.json"),
    (feeds.TIMELINEJS, "timeline.json"),
)


def timeline_page(model: SiteModel) -> Page:
    """Where the project has been, and where it goes."""
    view = TimelinePage(
        frame=frame(
            model,
            title=words.TITLE,
            address="timeline/",
            description=words.DESCRIPTION,
            crumbs=[home_crumb(model)],
            scripts=next_scripts(model),
        ),
        heading=words.TITLE,
        introduction=words.INTRODUCTION,
        timeline=timeline_view(chronicle(model), timeline_context(model)),
        calendar=ways_to_subscribe(model),
        elsewhere=tuple(Link(label=label, href=model.href(address)) for label, address in _ELSEWHERE),
    )
    return Page("timeline/index.html", "timeline.html", view)


def chronicle(model: SiteModel) -> Chronology:
    """Everything that the listed posts tell, in order."""
    records = Records(
        listed=model.publication.listed,
        places=model.places,
        asks=model.asks,
        idea_of=lambda entry, prototype: _idea_of(model, entry, prototype),
    )
    settings = model.settings
    return chronology(happenings(records), now=settings.now, zone=settings.zone)


def timeline_context(model: SiteModel) -> TimelineContext:
    """How this site's points are told."""
    settings = model.settings
    return TimelineContext(
        href=model.entry_href,
        inline=model.inline,
        text=model.text,
        summary=lambda entry: _summary(model, entry),
        picture=lambda entry, file: _small(model, entry, file),
        idea_name=model.idea_name,
        rule=model.rule,
        now=settings.now,
        zone=settings.zone,
    )


def series_context(model: SiteModel) -> SeriesContext:
    """How the series of workshops is told to machines."""
    settings = model.settings
    return SeriesContext(
        name=feeds.workshops(settings.name),
        description=settings.description,
        address=settings.address,
        zone=settings.zone,
    )


def _idea_of(model: SiteModel, entry: DiaryEntry, prototype: Prototype) -> str | None:
    return prototype.idea or model.idea_of_prototype(entry, prototype.id)


def _summary(model: SiteModel, entry: DiaryEntry) -> Html | None:
    told = model.summary(entry)
    return told.html if told else None


def _small(model: SiteModel, entry: DiaryEntry, file: str) -> PictureView | None:
    picture = model.pictures.thumbnail(entry, file)
    return replace(picture, sizes=_WIDTH_OF_PICTURE) if picture else None
