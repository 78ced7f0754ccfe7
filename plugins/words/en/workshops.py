"""A workshop: when, where, who, and what its page holds."""

from plugins.moments.clock import Clock
from plugins.moments.when import When
from plugins.words.en.dates import spoken, spoken_clock
from plugins.words.en.numbers import counted

TITLE = "Workshops"
INTRODUCTION = "What we have done together, and what comes next."
EMPTY = "There is no workshop in this diary yet."
RATINGS = "How people rated the sessions"
AIMS = "What it is for"
GROUND_RULES = "What we agreed"
SERIES = "All our workshops"

STATES = {
    "held": "This workshop was held.",
    "next": "This is our next workshop.",
    "planned": "This workshop is planned.",
    "postponed": "This workshop was put off to another day.",
    "cancelled": "This workshop was called off.",
}
OVERDUE = "The date of this workshop has passed. How it went is not written yet."

WHEN = "When"
WHERE = "Where"
WHO_CAME = "Who came"
WHO_LED = "Who led it"
ACCESS = "What was provided"
NO_DATE = "The date is not known yet."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def label(number: int | None) -> str:
    """Which workshop of the series it is."""
    return "Workshop" if number is None else f"Workshop {number}"


def clock_without_day(start: Clock, end: Clock | None) -> str:
    """When it begins on a day that nobody knows."""
    until = f" to {spoken_clock(end)}" if end else ""
    return f"From {spoken_clock(start)}{until}; the day is not known yet"


def moved(before: When) -> str:
    """The day that it was to be on before it was moved."""
    return f"Before it was moved: {spoken(before)}"


def group(name: str, people: int | None) -> str:
    """`Care leavers: three`; the group alone where its count is not known."""
    if people is None:
        return name
    return f"{name}: {_NUMBERS[people] if people < len(_NUMBERS) else people}"


def all_together(total: int | None, *, knows_some: bool) -> str:
    """What can be said of all groups together; no total is made where only some are known."""
    if total is not None:
        return f"{counted(total, 'person', 'people')} in all."
    return "How many came from the other groups is not known." if knows_some else "How many came is not known."
