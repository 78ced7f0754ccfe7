"""The timeline page, and how the edition tells the timeline."""

from dataclasses import replace

from plugins.blog.edition import Edition
from plugins.blog.pages.calendars import ways_to_subscribe
from plugins.blog.pages.cards import next_scripts
from plugins.blog.pages.frames import frame, home_crumb
from plugins.blog.views.frame import Link
from plugins.blog.views.gathered import TimelinePage
from plugins.engine.page import Page
from plugins.photos.views.picture import PictureView
from plugins.story.html import Html
from plugins.timeline.chronology import Chronology, chronology
from plugins.timeline.gathering import Records, happenings
from plugins.timeline.structured import SeriesTelling
from plugins.timeline.views.point import TimelineTelling
from plugins.timeline.views.timeline import timeline_view
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.design import Prototype

_WIDTH_OF_PICTURE = "9rem"
"""As wide as the style sheet shows a picture (timeline-point.css)."""
_ELSEWHERE = (
    ("a feed (Atom)", "timeline/feed.xml"),
    ("a feed (JSON)", "timeline/feed.json"),
    ("data for TimelineJS", "timeline.json"),
)


def timeline_page(edition: Edition) -> Page:
    """Where the project has been, and where it goes."""
    view = TimelinePage(
        frame=frame(
            edition,
            title="Timeline",
            address="timeline/",
            description="Where the project has been and where it goes: workshops, votes, prototypes, answers.",
            crumbs=[home_crumb(edition)],
            scripts=next_scripts(edition),
        ),
        heading="Timeline",
        introduction="Where we have been, and where we go.",
        timeline=timeline_view(chronicle(edition), telling(edition)),
        calendar=ways_to_subscribe(edition),
        elsewhere=tuple(Link(label=label, href=edition.href(address)) for label, address in _ELSEWHERE),
    )
    return Page("timeline/index.html", "timeline.html", view)


def chronicle(edition: Edition) -> Chronology:
    """Everything that the listed posts tell, in order."""
    records = Records(
        listed=edition.publication.listed,
        places=edition.places,
        asks=edition.asks,
        idea_of=lambda entry, prototype: _idea_of(edition, entry, prototype),
    )
    settings = edition.settings
    return chronology(happenings(records), now=settings.now, zone=settings.zone)


def telling(edition: Edition) -> TimelineTelling:
    """How this edition's points are told."""
    settings = edition.settings
    return TimelineTelling(
        href=edition.entry_href,
        inline=edition.inline,
        summary=lambda entry: _summary(edition, entry),
        picture=lambda entry, file: _small(edition, entry, file),
        idea_name=edition.idea_name,
        now=settings.now,
        zone=settings.zone,
    )


def series_telling(edition: Edition) -> SeriesTelling:
    """How the series of workshops is told to machines."""
    settings = edition.settings
    return SeriesTelling(
        name=f"{settings.name}: workshops",
        description=settings.description,
        address=settings.address,
        zone=settings.zone,
    )


def _idea_of(edition: Edition, entry: DiaryEntry, prototype: Prototype) -> str | None:
    return prototype.idea or edition.idea_of_prototype(entry, prototype.id)


def _summary(edition: Edition, entry: DiaryEntry) -> Html | None:
    told = edition.summary(entry)
    return told.html if told else None


def _small(edition: Edition, entry: DiaryEntry, file: str) -> PictureView | None:
    picture = edition.pictures.thumbnail(entry, file)
    return replace(picture, sizes=_WIDTH_OF_PICTURE) if picture else None
