"""When the clocks of a time zone change within some years, for calendars that know no zones of their own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Observance:
    """From `since` on (as the clocks showed until then) they are `after` ahead of UTC; before it, `before`."""

    since: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def observances(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Observance]:
    """What holds when the first year begins, then each change until the last one ends."""
    begin = datetime(first_year, 1, 1, tzinfo=zone).astimezone(UTC)
    end = datetime(last_year + 1, 1, 1, tzinfo=zone).astimezone(UTC)
    yield _observance(begin, _offset(begin, zone), zone)
    for day in range((end - begin).days):
        early, late = begin + timedelta(days=day), begin + timedelta(days=day + 1)
        if _offset(early, zone) != _offset(late, zone):
            yield _observance(_change(early, late, zone), _offset(early, zone), zone)


def _observance(moment: datetime, before: timedelta, zone: ZoneInfo) -> Observance:
    here = moment.astimezone(zone)
    return Observance(
        since=(moment + before).replace(tzinfo=None),
        before=before,
        after=_offset(moment, zone),
        name=here.tzname() or "",
        is_summer=bool(here.dst()),
    )


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _change(early: datetime, late: datetime, zone: ZoneInfo) -> datetime:
    """The first second of the new offset, between two moments that have different ones."""
    old = _offset(early, zone)
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        early, late = (middle, late) if _offset(middle, zone) == old else (early, middle)
    return late
