"""The workshops as one series, for machines [schema.org EventSeries]. Nothing is made up."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.views.event import event


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesContext:
    """The name and description of the series, and the whole address of the site."""

    name: str
    description: str
    address: str
    zone: ZoneInfo


def series_id(context: SeriesContext) -> dict[str, object]:
    """The series as one of its events names it."""
    return {"@type": "EventSeries", "@id": f"{context.address}workshops/#series", "name": context.name}


def event_series(places: Sequence[SeriesWorkshop], context: SeriesContext) -> dict[str, object]:
    """`EventSeries`: its workshops in their order, from the first day that is known to the last."""
    block: dict[str, object] = {
        "@context": "https://schema.org",
        **series_id(context),
        "url": f"{context.address}workshops/",
        "description": context.description,
    }
    days = sorted((day for place in places if (day := _day(place))), key=lambda day: day.sort_key)
    if days:
        block["startDate"] = days[0].iso
        block["endDate"] = days[-1].iso
    if places:
        block["subEvent"] = [_part(place, context) for place in places]
    return block


def _day(place: SeriesWorkshop) -> When | None:
    """To the day: when exactly it starts is told by the event itself."""
    start = place.workshop.start
    return When(start.year, start.month, start.day) if isinstance(start, When) else None


def _part(place: SeriesWorkshop, context: SeriesContext) -> dict[str, object]:
    """A workshop as the series names it; its own page tells the rest."""
    whole = event(
        place.entry.post,
        place.workshop,
        address=context.address + place.entry.address,
        state=place.state,
        zone=context.zone,
    )
    kept = ("@type", "@id", "url", "name", "eventStatus", "eventAttendanceMode", "startDate", "endDate", "location")
    return {name: whole[name] for name in kept if name in whole}
