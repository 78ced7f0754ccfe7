"""What a session was made of: kinds of parts, their times, how the time was spent."""

from plugins.moments.clock import Clock
from plugins.words.en.dates import spoken_clock
from plugins.words.en.numbers import counted

HEADINGS = {"over": "What we did, in order", "ahead": "What we will do", "off": "What we had planned"}
"""Over an agenda, by whether the workshop was held, is to come, or was neither held nor is sure to come."""
KINDS = {
    "welcome": "Welcome",
    "icebreaker": "Ice-breaker",
    "talk": "Talk",
    "exercise": "Exercise",
    "discussion": "Discussion",
    "vote": "Vote",
    "feedback": "Feedback",
    "break": "Break",
    "meal": "Meal",
}
OTHER = "Other"
KIND = "What"
MINUTES = "How long"


def kind(name: str | None) -> str:
    """The word for a kind of part; a part may be of none."""
    return KINDS[name] if name else OTHER


def parts(number: int) -> str:
    """How many parts an agenda has, or an item of it, which are folded away under it."""
    return counted(number, "part")


def led_by(lead: str) -> str:
    return f"Led by {lead}"


def start(clock: Clock) -> str:
    return spoken_clock(clock)


def length(minutes: int) -> str:
    return counted(minutes, "minute")


def actual(planned: Clock | None, start: Clock | None, minutes: int | None) -> str:
    """How it went, beside when it was to start: `Started 3.45pm, 15 minutes late`; empty when nothing is known."""
    late = _minutes_between(planned, start) if planned and start else 0
    by = f", {counted(abs(late), 'minute')} {'late' if late > 0 else 'early'}" if late else ""
    started = f"Started {spoken_clock(start)}{by}" if start else ""
    took = f"took {counted(minutes, 'minute')}" if minutes is not None else ""
    if not (started and took):
        return started or took.capitalize()
    return f"{started}{',' if by else ''} and {took}"


def _minutes_between(earlier: Clock, later: Clock) -> int:
    """The shorter way round the clock, so that a session may go on after midnight."""
    day = 24 * 60
    return (later.minutes - earlier.minutes + day // 2) % day - day // 2


def time_use(minutes: int, *, is_actual: bool) -> str:
    """What the shares of the time are of."""
    return f"How we {'spent' if is_actual else 'planned'} {length(minutes)}"


def time_not_known(parts: int) -> str:
    return f"We do not know how long {counted(parts, 'part')} took."


def decision(title: str) -> str:
    """The link from a part to the vote that was held in it."""
    return f"How we decided: {title}"
