"""Dates and times as people type them, as the contract writes them: `10 October 2016, 2pm` is `2016-10-10 14:00`.

What could be two days, or another one each time, stays as it was typed, and is answered at its field.
"""

import re
from zoneinfo import ZoneInfo

from plugins.contract.scalars import read_moment, read_scalar
from plugins.contract.shape import Choice, Leaf, Moment
from plugins.contract.unreadable import Unreadable
from plugins.moments import When

_ADVICE = re.compile(r"write ([0-9]{4}[-0-9: ]*)")


def with_plain_date(kind: Leaf | Choice | Moment, text: str, zone: ZoneInfo) -> str:
    """A text, a date in the form in which calendars read it."""
    if isinstance(kind, Choice) or (isinstance(kind, Leaf) and kind.type is not When):
        return text
    text = " ".join(text.split())
    try:
        read_scalar(kind, text, zone) if isinstance(kind, Leaf) else read_moment(text, zone)
    except Unreadable as advice:
        found = _ADVICE.fullmatch(str(advice))
        return found[1] if found else text
    return text
