"""A moment as far as it is known [EDTF, ISO 8601-2: levels of precision]."""

import calendar
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.moments.clock import Clock, MomentError
from plugins.moments.names import MONTHS
from plugins.records import dataclass

Precision = Literal["year", "month", "day", "minute"]
EARLIEST, LATEST = 1900, 2200


@dataclass(frozen=True, slots=True)
class When:
    """A year, a month of it, a day of that, and a time on that day; each is None from where nothing is known.

    There is no When of a day that no calendar has: making one raises MomentError. A `fold` of 1 is the second of an
    hour that comes twice in autumn [PEP 495].
    """

    year: int
    month: int | None = None
    day: int | None = None
    clock: Clock | None = None
    fold: int = 0

    def __post_init__(self) -> None:
        if not EARLIEST <= self.year <= LATEST:
            raise MomentError(f"write a year between {EARLIEST} and {LATEST}")
        if (self.day and not self.month) or (self.clock and not self.day):
            raise MomentError("a day needs its month, and a time needs its day")
        if self.month is not None and not 1 <= self.month <= 12:
            raise MomentError(f"there is no month {self.month}; write a month from 01 to 12")
        if self.month and self.day is not None:
            days = calendar.monthrange(self.year, self.month)[1]
            if not 1 <= self.day <= days:
                raise MomentError(f"{MONTHS[self.month]} {self.year} has {days} days; write a day from 01 to {days}")

    @property
    def precision(self) -> Precision:
        """How far it is known."""
        if self.month is None:
            return "year"
        if self.day is None:
            return "month"
        return "day" if self.clock is None else "minute"

    @property
    def iso(self) -> str:
        """As a machine reads it, `<time datetime>` too: `2016`, `2016-10`, `2016-10-10`, `2016-10-10T10:00`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + (f"T{self.clock.iso}" if self.clock else "")

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """A total order: a year stands before its months, a month before its days, a day before its hours.

        The two of an hour that comes twice stand together.
        """
        return self.year, self.month or 0, self.day or 0, self.clock.minutes if self.clock else -1

    def first(self, zone: ZoneInfo) -> datetime:
        """The first moment that it covers, in the diary's time zone."""
        return _exactly(self._begins(zone), zone)

    def last(self, zone: ZoneInfo) -> datetime:
        """The last second that it covers, in the diary's time zone."""
        begins = self._begins(zone).astimezone(UTC)
        if self.clock:
            return _exactly(begins + timedelta(seconds=59), zone)
        after = self._next_day()
        ends = datetime(after.year, after.month, after.day, tzinfo=zone).astimezone(UTC) - timedelta(seconds=1)
        return _exactly(max(begins, ends), zone)

    def _begins(self, zone: ZoneInfo) -> datetime:
        hour, minute = (self.clock.hour, self.clock.minute) if self.clock else (0, 0)
        return datetime(self.year, self.month or 1, self.day or 1, hour, minute, tzinfo=zone, fold=self.fold)

    def _next_day(self) -> datetime:
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime(self.year, month, day, tzinfo=UTC) + timedelta(days=1)


def _exactly(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment with the offset that holds in `zone` just then.

    Python compares two times of one zone by what the clocks show, and so gets the hour wrong that comes twice in
    autumn; times with a fixed offset are compared as moments.
    """
    utc = moment.astimezone(UTC)
    return utc.astimezone(timezone(utc.astimezone(zone).utcoffset() or timedelta()))
