"""Calendar files, and the ways to have them in one's own calendar."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from plugins.blog.publication import Publication
from plugins.blog.site_model import SiteModel
from plugins.engine.page import File
from plugins.timeline.appointment import Appointment, AppointmentContext, appointment
from plugins.timeline.calendar import CalendarHead, single, subscription
from plugins.timeline.views.calendar_links import CalendarLinksView, adding, subscribing
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import is_over

CALENDAR = "workshops.ics"


def calendars(model: SiteModel) -> Iterator[File]:
    """The calendar of all workshops whose day is known, and a file for each of them."""
    settings = model.settings
    known = _appointments(model)
    head = CalendarHead(
        name=settings.name,
        description=settings.description,
        address=settings.address + CALENDAR,
        home=settings.address,
        year=settings.now.astimezone(settings.zone).year,
    )
    yield File(CALENDAR, subscription(head, tuple(known.values()), settings.zone))
    for slug, of_workshop in known.items():
        yield File(f"workshops/{slug}.ics", single(of_workshop, settings.zone))


def ways_to_subscribe(model: SiteModel) -> CalendarLinksView:
    """How to have every workshop in one's own calendar."""
    settings = model.settings
    address = settings.address + CALENDAR
    return subscribing(name=settings.name, address=address, count=len(_appointments(model)))


def ways_to_add(model: SiteModel, entry: DiaryEntry) -> CalendarLinksView | None:
    """How to have a workshop that is to come in one's own calendar; None while its day is not known, and after it."""
    place = model.series.place(entry)
    settings = model.settings
    if place is None or place.state not in ("next", "planned"):
        return None
    if is_over(place.workshop, now=settings.now, zone=settings.zone):
        return None
    known = appointment(place, _context(model)) if _is_public(model.publication, entry) else None
    download = f"{settings.address}workshops/{entry.slug}.ics"
    return adding(known, download=download, zone=settings.zone) if known else None


def _is_public(publication: Publication, entry: DiaryEntry) -> bool:
    """The preview's drafts are in no calendar either."""
    return publication.states[entry.source] == "published"


def _appointments(model: SiteModel) -> dict[str, Appointment]:
    """By slug, in the order of the series."""
    context = _context(model)
    public = [place for place in model.series.workshops if _is_public(model.publication, place.entry)]
    known = {place.entry.slug: appointment(place, context) for place in public}
    return {slug: of_workshop for slug, of_workshop in known.items() if of_workshop}


def _context(model: SiteModel) -> AppointmentContext:
    settings = model.settings
    return AppointmentContext(
        address=settings.address,
        summary=model.texts.plain_excerpt,
        plain=model.texts.text,
        newest=_newest(model.listing.posts, settings.zone),
        zone=settings.zone,
    )


def _newest(posts: Sequence[DiaryEntry], zone: ZoneInfo) -> datetime:
    days = (when for entry in posts for when in (entry.post.date, entry.post.updated) if when)
    return max((when.first(zone) for when in days), default=datetime.fromtimestamp(0, UTC))
