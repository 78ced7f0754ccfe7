"""Times of day, as people write them, and what to write instead of one that no clock shows."""

import re
from dataclasses import dataclass


class MomentError(ValueError):
    """A date or clock time that cannot be; its text tells the author what to write.

    `suggestion` is that text alone, where there is exactly one.
    """

    def __init__(self, sentence: str = "", *, suggestion: str | None = None) -> None:
        super().__init__(sentence or f"write {suggestion}")
        self.suggestion = suggestion


_WRITTEN = re.compile(r"(?!24)([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?([ap])m|(?<=[:.][0-9]{2}))", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"(?:at )?([0-9]{1,2})[:.h ]?([0-9]{2})?(?:[:.][0-9]{2})?"
    r" ?(?:([ap])\.? ?m\.?|h|hrs?|hours|o[’']?clock|uhr|z|utc|gmt|bst|[+-]0[0-9]:?[0-9]0)?",
    re.IGNORECASE,
)
_ONE_DIGIT = re.compile(r"([0-9]{1,2})[:.]([0-9])")
_MIDNIGHT = {"midnight", "24:00", "24.00"}
_USUAL = "write a clock time, such as 10:00 or 1.30pm"


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day; hour 0 to 23. Making one that no clock shows raises MomentError."""

    hour: int
    minute: int

    def __post_init__(self) -> None:
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59):
            raise MomentError(f"there is no such time of day; {_USUAL}")

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute

    @property
    def iso(self) -> str:
        """`09:30`."""
        return f"{self.hour:02}:{self.minute:02}"


def parse_clock(text: str) -> Clock:
    """`10:00`, `10.30`, `10am`, `1.30pm`; raises MomentError. 12am is midnight, 12pm noon."""
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        raise _clock_error(" ".join(text.split()))
    clock = _meant(*match.groups())
    if match[3] and not 1 <= int(match[1]) <= 12:
        raise MomentError(suggestion=clock.iso)
    return clock


def _meant(hour: str, minute: str | None, half: str | None) -> Clock:
    """The time that is meant, `13pm` being 13:00 all the same."""
    hours = int(hour)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return Clock(hours, int(minute or 0))


def _clock_error(text: str) -> MomentError:
    named = text.casefold().removeprefix("12 ")
    if named in _MIDNIGHT:
        return MomentError("a day begins with midnight, 00:00; write 23:59 for its end")
    if named in ("noon", "midday"):
        return MomentError(suggestion="12:00")
    if match := _OTHERWISE.fullmatch(text):
        return MomentError(suggestion=_meant(*match.groups()).iso)
    if match := _ONE_DIGIT.fullmatch(text):
        return MomentError(f"write the minutes with two digits, such as {match[1]}:0{match[2]}")
    return MomentError(_USUAL)
