"""Calendar files, and the ways to have them in one's own calendar."""

from collections.abc import Iterator
from datetime import UTC, datetime

from plugins.blog.edition import Edition
from plugins.engine.page import File
from plugins.timeline.appointment import Appointment, AppointmentTelling, appointment
from plugins.timeline.calendar import CalendarHead, single, subscription
from plugins.timeline.views.calendar_links import CalendarLinksView, adding, subscribing
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import is_over

CALENDAR = "workshops.ics"


def calendars(edition: Edition) -> Iterator[File]:
    """The calendar of all workshops whose day is known, and a file for each of them."""
    settings = edition.settings
    known = _appointments(edition)
    head = CalendarHead(
        name=settings.name,
        description=settings.description,
        address=settings.address + CALENDAR,
        home=settings.address,
        year=settings.now.astimezone(settings.zone).year,
    )
    yield File(CALENDAR, subscription(head, tuple(known.values()), settings.zone))
    for slug, held in known.items():
        yield File(f"workshops/{slug}.ics", single(held, settings.zone))


def ways_to_subscribe(edition: Edition) -> CalendarLinksView:
    """How to have every workshop in one's own calendar."""
    settings = edition.settings
    address = settings.address + CALENDAR
    return subscribing(name=settings.name, address=address, count=len(_appointments(edition)))


def ways_to_add(edition: Edition, entry: DiaryEntry) -> CalendarLinksView | None:
    """How to have a workshop that is to come in one's own calendar; None while its day is not known, and after it."""
    place = next((place for place in edition.places if place.entry is entry), None)
    settings = edition.settings
    if place is None or place.state not in ("next", "planned"):
        return None
    if is_over(place.workshop, now=settings.now, zone=settings.zone):
        return None
    held = appointment(place, _telling(edition)) if _is_public(edition, entry) else None
    download = f"{settings.address}workshops/{entry.slug}.ics"
    return adding(held, download=download, zone=settings.zone) if held else None


def _is_public(edition: Edition, entry: DiaryEntry) -> bool:
    """The preview's drafts are in no calendar either."""
    return edition.publication.states[entry.source] == "published"


def _appointments(edition: Edition) -> dict[str, Appointment]:
    """By slug, in the order of the series."""
    telling = _telling(edition)
    public = [place for place in edition.places if _is_public(edition, place.entry)]
    found = {place.entry.slug: appointment(place, telling) for place in public}
    return {slug: held for slug, held in found.items() if held}


def _telling(edition: Edition) -> AppointmentTelling:
    settings = edition.settings
    return AppointmentTelling(
        address=settings.address,
        summary=lambda entry: _summary(edition, entry),
        plain=lambda entry, text: edition.inline(entry)(text).plain,
        newest=_newest(edition),
        zone=settings.zone,
    )


def _summary(edition: Edition, entry: DiaryEntry) -> str:
    told = edition.summary(entry)
    return told.plain if told else edition.stories[entry.source].first_paragraph.plain


def _newest(edition: Edition) -> datetime:
    zone = edition.settings.zone
    days = (when for entry in edition.posts for when in (entry.post.date, entry.post.updated) if when)
    return max((when.first(zone) for when in days), default=datetime.fromtimestamp(0, UTC))
