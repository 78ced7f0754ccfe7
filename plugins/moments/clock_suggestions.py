"""What to write instead of a time of day that people read and a computer does not."""

import re

from plugins.moments.clock import USUAL_CLOCK, Clock, MomentError
from plugins.patterns import lazy_pattern

_DIGITS = r"([0-9]{1,2})[:.h ]?([0-9]{2})?(?:[:.][0-9]{2})?"
_OTHERWISE = lazy_pattern(
    rf"(?:at )?{_DIGITS} ?(?:([ap])\.? ?m\.?|h|hrs?|hours|o[’']?clock|uhr)?",
    re.IGNORECASE,
)
_WITH_ZONE = lazy_pattern(
    rf"{_DIGITS}(?:[.,][0-9]+)? ?(?:[ap]\.?m\.?)? ?"
    r"(?:(?:utc|gmt)?[-+−][0-9:]{1,5}|utc|gmt|bst|z|(?-i:[A-Z]{3,5}))(?: ?\[[\w/+-]+\])?",
    re.IGNORECASE,
)
_ONE_DIGIT = lazy_pattern(r"([0-9]{1,2})[:.]([0-9])")
_MIDNIGHT = {"midnight", "24:00", "24.00"}
_NUMBERS = (
    *("", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PARTS = {"": 0, "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25}
_SPOKEN = lazy_pattern(
    r"(?:at )?(?:(?:a )?(?P<part>half|quarter|five|ten|twenty(?:[- ]five)?)(?: minutes)? (?P<way>past|to) )?"
    rf"(?P<hour>{'|'.join(_NUMBERS[1:])}|[0-9]{{1,2}})(?: o[’']?clock)?"
    r"(?: ?(?P<half>[ap])\.?m\.?| in the (?P<day>morning|afternoon|evening))?",
    re.IGNORECASE,
)
_SIDE = r"(?:at )?([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?: ?([ap])\.?m\.?)?"
_SPAN = lazy_pattern(rf"(?:from )?{_SIDE} ?(?:[-–—]|to|till?|until|and) ?{_SIDE}", re.IGNORECASE)
_NOON = lazy_pattern(r"(?:12 )?(?:noon|midday)", re.IGNORECASE)


def meant(hour: str, minute: str | None, half: str | None) -> Clock:
    """The time that is meant, `13pm` being 13:00 all the same."""
    hours = int(hour)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half in "pP" else 0)
    return Clock(hours, int(minute or 0))


def half_day_error(hour: str, clock: Clock) -> MomentError | None:
    """The question that answers an hour from 1 to 7 that is written as people speak it."""
    if hour.startswith("0") or not 1 <= clock.hour <= 7:
        return None
    later = Clock(clock.hour + 12, clock.minute)
    return MomentError("this could be before or after noon; write {} or {}", times=(later.iso, clock.iso))


def clock_error(text: str) -> MomentError:
    """What to write instead of `text`, which has single spaces only."""
    if text.casefold().removeprefix("12 ") in _MIDNIGHT:
        return MomentError("a day begins with midnight, 00:00; write 23:59 for its end")
    if match := _OTHERWISE.fullmatch(text):
        clock = meant(*match.groups())
        return (None if match[3] else half_day_error(match[1], clock)) or MomentError("write {}", times=(clock.iso,))
    if match := _ONE_DIGIT.fullmatch(text):
        return MomentError(f"write the minutes with two digits, such as {match[1]}:0{match[2]}")
    if error := _span(_NOON.sub("12pm", text)) or _spoken(text):
        return error
    if _WITH_ZONE.fullmatch(text):
        return MomentError("leave the zone out, and write what the clocks there showed, such as 10:00 or 1.30pm")
    return MomentError(USUAL_CLOCK, is_usual=True)


def _span(text: str) -> MomentError | None:
    """`2-4pm`: the time at which something begins, and the one at which it ends."""
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    begins, ends = _either(*match.groups()[:3]), _either(*match.groups()[3:])
    spans = [(end.minutes - begin.minutes, begin, end) for begin in begins for end in ends if begin < end]
    daily = [span for span in spans if span[1].hour >= 8] or spans
    if not daily:
        return None
    minutes, begin, end = min(daily)
    return MomentError(
        f"write one time here: {{}} where it begins, {{}} where it ends ({minutes} minutes later)",
        times=(begin.iso, end.iso),
    )


def _either(hour: str, minute: str | None, half: str | None) -> tuple[Clock, ...]:
    """What a time can mean: one half of the day where that is written, else both."""
    halves = (half,) if half or hour.startswith("0") or int(hour) > 12 else ("a", "p")
    return tuple(meant(hour, minute, each) for each in halves)


def _spoken(text: str) -> MomentError | None:
    """`half past two`, `quarter to 3 in the afternoon`."""
    match = _SPOKEN.fullmatch(text)
    if not match:
        return None
    word, part = match["hour"].casefold(), _PARTS[(match["part"] or "").casefold()]
    hour = int(word) if word.isdigit() else _NUMBERS.index(word)
    day = (match["half"] or match["day"] or "").casefold()[:1]
    before = meant(
        str(hour), None, ("a" if day in ("a", "m") and match["day"] != "afternoon" else "p") if day else None
    )
    minutes = (before.minutes + (-part if (match["way"] or "").casefold() == "to" else part)) % (24 * 60)
    clock = Clock(*divmod(minutes if day or minutes >= 60 else minutes + 12 * 60, 60))
    return (None if day else half_day_error(str(hour), clock)) or MomentError("write {}", times=(clock.iso,))
