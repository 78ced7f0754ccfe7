"""Times of day as people write them.

`2.30` is two times: nobody meets at night, and nobody says so. It is asked about, as is every hour before eight that is
written as people speak; `02:30` is written as clocks show it.
"""

import re

from plugins.moments.clock import Clock, MomentError
from plugins.moments.clock_suggestions import clock_error, half_day_error, meant

_WRITTEN = re.compile(r"(?!24)([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?([ap])\.?m\.?|(?<=[:.][0-9]{2}))", re.IGNORECASE)
_NOON = re.compile(r"(?:12 )?(?:noon|midday)", re.IGNORECASE)


def parse_clock(text: str) -> Clock:
    """`10:00`, `10.30`, `10am`, `1.30 p.m.`, `noon`; raises MomentError. 12am is midnight, 12pm noon."""
    written = " ".join(text.split())
    if _NOON.fullmatch(written):
        return Clock(12, 0)
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise clock_error(written)
    clock = meant(*match.groups())
    if match[3] and not 1 <= int(match[1]) <= 12:
        raise MomentError("write {}", times=(clock.iso,))
    if not match[3] and (error := half_day_error(match[1], clock)):
        raise error
    return clock
