"""A workshop: when, where, who, and what its page holds."""

from plugins.moments.clock import Clock
from plugins.moments.when import When
from plugins.words.en.dates import spoken, spoken_clock
from plugins.words.en.numbers import counted

TITLE = "Workshops"
INTRODUCTION = "What we have done together, and what comes next."
AHEAD = "To come, the next one first"
BEHIND = "So far, the newest first"
EMPTY = "There are no workshops in this diary yet."
RATINGS = "How people rated the sessions"
AIMS = {"over": "What it was for", "ahead": "What it is for", "off": "What it was to be for"}
GROUND_RULES = "What we agreed"
CONTENTS = "On this page"
RECORD = "The record"
RECORD_EXPLAINED = "What we wrote down, so that you can look it up."
STORY = "The story"

STATES = {
    "held": "Workshop done",
    "next": "Our next workshop",
    "planned": "Workshop planned",
    "postponed": "Workshop put off to another day",
    "cancelled": "Workshop called off",
}
OVERDUE = "The date of this workshop has passed. We have not written yet how it went."

WHEN = "When"
WHERE = "Where"
WHO_CAME = {"over": "Who came", "ahead": "Who will be there", "off": "Who was to be there"}
WHO_LED = {"over": "Who led it", "ahead": "Who will lead it", "off": "Who was to lead it"}
ACCESS = {"over": "What was provided", "ahead": "What will be provided", "off": "What was to be provided"}
"""By whether the workshop was held, is to come, or was neither held nor is sure to come."""
NO_DATE = "We do not know the date yet."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def label(number: int | None, series: int | None = None) -> str:
    """Which workshop of the series it is, and of how many, where that is known and the number is one of them."""
    if number is None:
        return "Workshop"
    return f"Workshop {number} of {series}" if series is not None and number <= series else f"Workshop {number}"


def called(label: str, name: str) -> str:
    """Which workshop it is, and what the group calls it."""
    return f"{label}: {name}"


def rules(number: int) -> str:
    """How many things the group agreed to keep to, which are folded away."""
    return counted(number, "rule")


def clock_without_day(start: Clock, end: Clock | None) -> str:
    """When it begins on a day that nobody knows."""
    until = f" to {spoken_clock(end)}" if end else ""
    return f"From {spoken_clock(start)}{until}; we do not know the day yet"


def moved(before: When) -> str:
    """From which day it was moved to the one that is told."""
    return f"Moved from {spoken(before)}"


def group(name: str, people: int | None) -> str:
    """`Young carers: three`; the group alone where its count is not known."""
    if people is None:
        return name
    return f"{name}: {_NUMBERS[people] if people < len(_NUMBERS) else people}"


def of_us(people: int) -> str:
    """`20 of us`, beside when and where it was."""
    return "1 of us" if people == 1 else f"{people} of us"


def all_together(total: int | None, *, knows_some: bool, is_over: bool) -> str:
    """What can be said of all groups together; no total is made where only some are known."""
    if total is not None:
        return f"{counted(total, 'person', 'people')} in all."
    others = " from the other groups" if knows_some else ""
    return f"We do not know how many {'came' if is_over else 'people there will be'}{others}."
