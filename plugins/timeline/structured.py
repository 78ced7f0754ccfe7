"""The workshops as one series, for machines [schema.org EventSeries]. Nothing is made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from plugins.moments import When
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.views.event import event


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTelling:
    """The name and description of the series, and the whole address of the site."""

    name: str
    description: str
    address: str
    zone: ZoneInfo


def series_id(telling: SeriesTelling) -> dict[str, object]:
    """The series as one of its events names it."""
    return {"@type": "EventSeries", "@id": f"{telling.address}workshops/#series", "name": telling.name}


def event_series(places: Sequence[SeriesWorkshop], telling: SeriesTelling) -> dict[str, object]:
    """`EventSeries`: its workshops in their order, from the first day that is known to the last."""
    found: dict[str, object] = {
        "@context": "https://schema.org",
        **series_id(telling),
        "url": f"{telling.address}workshops/",
        "description": telling.description,
    }
    days = sorted((day for place in places if (day := _day(place))), key=lambda day: day.sort_key)
    if days:
        found["startDate"] = days[0].iso
        found["endDate"] = days[-1].iso
    if places:
        found["subEvent"] = [_part(place, telling) for place in places]
    return found


def _day(place: SeriesWorkshop) -> When | None:
    """To the day: when exactly it starts is told by the event itself."""
    start = place.workshop.start
    return When(start.year, start.month, start.day) if isinstance(start, When) else None


def _part(place: SeriesWorkshop, telling: SeriesTelling) -> dict[str, object]:
    """A workshop as the series names it; its own page tells the rest."""
    whole = event(
        place.entry.post,
        place.workshop,
        address=telling.address + place.entry.address,
        state=place.state,
        zone=telling.zone,
    )
    kept = ("@type", "@id", "url", "name", "eventStatus", "eventAttendanceMode", "startDate", "endDate", "location")
    return {name: whole[name] for name in kept if name in whole}
