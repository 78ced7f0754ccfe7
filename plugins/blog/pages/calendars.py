"""Calendar files, and the ways to have them in one's own calendar."""

from collections.abc import Iterator
from functools import partial

from plugins.blog.pages.unshared_quotes import shared_name
from plugins.blog.site_model import SiteModel
from plugins.engine.page import File
from plugins.timeline.calendar_file import CalendarFile, CalendarHead, single, subscription
from plugins.timeline.views.calendar_links import CalendarLinksView, adding, subscribing
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import is_over

CALENDAR = "workshops.ics"


def calendars(model: SiteModel) -> Iterator[File]:
    """The calendar of all workshops whose day is known, and a file for each of them."""
    settings = model.settings
    head = CalendarHead(
        name=shared_name(model),
        description=model.unshared.shared(settings.description),
        address=settings.address + CALENDAR,
        home=settings.address,
        year=settings.now.astimezone(settings.zone).year,
    )
    whole = subscription(head, tuple(model.calendar_events.values()), settings.zone)
    singles = {f"workshops/{slug}.ics": single(event, settings.zone) for slug, event in model.calendar_events.items()}
    for path, file in {CALENDAR: whole, **singles}.items():
        yield File(path, model.kept_texts["calendars"].of(repr(file), partial(_written, file)).encode())
    model.kept_texts["calendars"].learnt()


def _written(file: CalendarFile) -> str:
    from plugins.timeline.calendar import written

    return written(file)


def ways_to_subscribe(model: SiteModel) -> CalendarLinksView:
    """How to have every workshop in one's own calendar."""
    settings = model.settings
    return subscribing(name=settings.name, address=settings.address + CALENDAR, count=len(model.calendar_events))


def ways_to_add(model: SiteModel, entry: DiaryEntry) -> CalendarLinksView | None:
    """How to have a workshop that is to come in one's own calendar; None while its day is not known, and after it."""
    place, known, settings = model.series.place(entry), model.calendar_events.get(entry.slug), model.settings
    if place is None or known is None or place.state not in ("next", "planned"):
        return None
    if is_over(place.workshop, now=settings.now, zone=settings.zone):
        return None
    return adding(known, download=f"{settings.address}workshops/{entry.slug}.ics", zone=settings.zone)
