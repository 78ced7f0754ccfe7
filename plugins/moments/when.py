"""A moment as far as it is known [EDTF, ISO 8601-2: levels of precision]."""

import calendar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from plugins.moments.clock import Clock

Precision = Literal["year", "month", "day", "minute"]


@dataclass(frozen=True, slots=True)
class When:
    """A year, a month of it, a day of that, and a time on that day; each is None from where nothing is known."""

    year: int
    month: int | None = None
    day: int | None = None
    clock: Clock | None = None

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
        """As a machine reads it: `2016`, `2016-10`, `2016-10-10`, `2016-10-10T10:00`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + (f"T{self.clock.iso}" if self.clock else "")

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """A total order: a year stands before its months, a month before its days, a day before its hours."""
        return self.year, self.month or 0, self.day or 0, self.clock.minutes if self.clock else -1

    def first(self, zone: ZoneInfo) -> datetime:
        """The first moment that it covers, in the diary's time zone."""
        hour, minute = (self.clock.hour, self.clock.minute) if self.clock else (0, 0)
        return datetime(self.year, self.month or 1, self.day or 1, hour, minute, tzinfo=zone)

    def last(self, zone: ZoneInfo) -> datetime:
        """The last second that it covers, in the diary's time zone."""
        if self.clock:
            return self.first(zone) + timedelta(seconds=59)
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return datetime(self.year, month, day, 23, 59, 59, tzinfo=zone)
