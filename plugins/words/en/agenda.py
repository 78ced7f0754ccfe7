"""What a session was made of: kinds of parts, their times, how the time was spent."""

from collections.abc import Sequence

from plugins.moments.clock import Clock
from plugins.words.en.dates import spoken_clock
from plugins.words.en.numbers import counted, listed

HEADING = "What we did, in order"
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


def actual(start: Clock | None, minutes: int | None) -> str:
    """How it really went; empty when nothing is known."""
    began = f"began at {spoken_clock(start)}" if start else ""
    took = f"took {counted(minutes, 'minute')}" if minutes is not None else ""
    parts = listed([part for part in (began, took) if part])
    return f"It really {parts}." if parts else ""


def time_use(kinds: Sequence[tuple[str | None, int]], *, is_actual: bool, unknown: int) -> str:
    """How the minutes were divided between kinds of parts, and of how many parts that is not known."""
    total = sum(minutes for _, minutes in kinds)
    each = listed([f"{kind(name).lower()} {counted(minutes, 'minute')}" for name, minutes in kinds])
    begins = "How the time was spent" if is_actual else "How the time was planned"
    known = f", {counted(total, 'minute')} in all" if len(kinds) > 1 and not unknown else ""
    missing = f" How long {counted(unknown, 'part')} took is not known." if unknown else ""
    return f"{begins}: {each}{known}.{missing}"


def decision(title: str) -> str:
    """The link from a part to the vote that was held in it."""
    return f"How the group decided: {title}"
