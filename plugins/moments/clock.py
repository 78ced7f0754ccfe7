"""Times of day, as people write them."""

import re
from dataclasses import dataclass

from plugins.moments.errors import MomentError

_WRITTEN = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?([ap]m))?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day; hour 0 to 23."""

    hour: int
    minute: int

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + self.minute

    @property
    def iso(self) -> str:
        """`09:30`."""
        return f"{self.hour:02}:{self.minute:02}"


def parse_clock(text: str) -> Clock:
    """`10:00`, `10.30`, `10am`, `1.30pm`; raises MomentError. 12am is midnight, 12pm noon."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        raise MomentError("write a clock time, such as 10:00 or 1.30pm")
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if not half and match[2] is None:
        raise MomentError(f"write the minutes too, such as {hour}:00, or {hour}am")
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        raise MomentError("there is no such time of day; write a clock time, such as 10:00 or 1.30pm")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour, minute)
