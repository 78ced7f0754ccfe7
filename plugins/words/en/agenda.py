"""What a session was made of: kinds of parts, their times, how the time was spent."""

from collections.abc import Sequence

from plugins.moments.clock import Clock
from plugins.words.en.dates import spoken_clock
from plugins.words.en.numbers import counted, listed

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


def kind(name: str | None) -> str:
    """The word for a kind of part; a part may be of none."""
    return KINDS[name] if name else OTHER


def led_by(lead: str) -> str:
    return f"Led by {lead}"


def planned(start: Clock | None, minutes: int | None) -> str:
    """`10.15am, 30 minutes`, as far as it is known; empty when nothing is."""
    return ", ".join(
        part for part in (spoken_clock(start) if start else "", counted(minutes, "minute") if minutes else "") if part
    )


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


def time_use(kinds: Sequence[tuple[str | None, int]], *, is_actual: bool, unknown: int) -> str:
    """How the minutes were divided between kinds of parts, and of how many parts that is not known."""
    total = sum(minutes for _, minutes in kinds)
    each = listed([f"{kind(name).lower()} {counted(minutes, 'minute')}" for name, minutes in kinds])
    begins = "How we spent the time" if is_actual else "How we planned the time"
    known = f", {counted(total, 'minute')} in all" if len(kinds) > 1 and not unknown else ""
    missing = f" We do not know how long {counted(unknown, 'part')} took." if unknown else ""
    return f"{begins}: {each}{known}.{missing}"


def decision(title: str) -> str:
    """The link from a part to the vote that was held in it."""
    return f"How we decided: {title}"
