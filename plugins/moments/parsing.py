"""Dates as an author writes them."""

import re
from zoneinfo import ZoneInfo

from plugins.moments.date_suggestions import date_error
from plugins.moments.instants import at
from plugins.moments.when import When

_WRITTEN = re.compile(
    r"([0-9]{4})(?:-(?!00)([0-9]{2})(?:-(?!00)([0-9]{2})(?:(?:T| +)((?!to |until |[-–—]).+))?)?)?", re.DOTALL
)


def parse_when(text: str, zone: ZoneInfo) -> When:
    """`2016`, `2016-10`, `2016-10-10`, `2016-10-10 10:00`, `2016-10-10T09:00:00Z`; raises MomentError."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        raise date_error(" ".join(text.split()), zone)
    month, day = (int(part) if part else None for part in (match[2], match[3]))
    date = When(int(match[1]), month, day)
    return at(date, match[4], zone) if match[4] else date
