"""The timeline: what a point is, when it was or is to be, and what can be shown alone."""

from plugins.moments.clock import Clock
from plugins.moments.when import When
from plugins.words.en import asks
from plugins.words.en.dates import MONTHS, spoken, spoken_span
from plugins.words.en.numbers import counted

TITLE = "Timeline"
DESCRIPTION = "Where we have been and where we are going: workshops, votes, prototypes, answers."
INTRODUCTION = "Where we have been, and where we are going."
HERE = "We are here"
WHOLE = "The whole timeline"

KINDS = {
    "workshop": "Workshops",
    "milestone": "Milestones",
    "vote": "Votes",
    "prototype": "Prototypes",
    "answer": asks.TITLE,
}
FILTERS = "Show only one kind"
EVERYTHING = "Everything"

STATES = {
    "held": "Done",
    "next": "Next",
    "planned": "Planned",
    "postponed": "Put off",
    "cancelled": "Called off",
}
OVERDUE = "its date has passed"
NO_DATE = "date not known yet"
UNDATED = "Date not known yet"
NO_DAY = "We did not write down the day"
NOW = "Now, when we made this page:"

MILESTONE = "Milestone"
VOTE = "Vote"
STARTED = "Prototype started"
JUDGED = "Prototype result"
OUR_WORKSHOPS = "Our workshops"


def earlier_workshops(count: int) -> str:
    """What is folded at the beginning of the line."""
    return counted(count, "earlier workshop")


def showing(kind: str) -> str:
    """What is shown while one kind is shown alone."""
    label = KINDS[kind]
    return f"You see only “{label}”." if kind == "answer" else f"You see only {label.lower()}."


def point(word: str, state: str, when: str) -> str:
    """What a point is and when, in a line: `Workshop 2: Next, Monday 10 October 2016`, `Vote`."""
    what = f"{word}: {state}" if state else word
    return f"{what}, {when}" if when else what


def at(venue: str, address: str | None) -> str:
    """Where a workshop is to be."""
    return f"At {venue}, {address}" if address else f"At {venue}"


def written(when: When) -> str:
    """When a post told of a workshop whose day is not known."""
    return f"We did not write down the day. We wrote about it: {spoken(when)}"


def votes(count: int) -> str:
    """Several votes of one day."""
    return "We voted twice" if count == 2 else f"We voted {count} times"


def prototypes(count: int, *, judged: bool) -> str:
    """Several prototypes of one day."""
    several = counted(count, "prototype")
    return f"What came of {several}" if judged else f"We started {several}"


def answers(count: int) -> str:
    """Several answers of one day."""
    return f"{count} answers to what people asked for"


def beneath(when: When, until: When | Clock | None = None) -> str:
    """Below a heading with the year and month: `Monday 10 October, 10am to 1pm`, `some time in October`."""
    if when.day is None:
        return f"some time in {MONTHS[when.month] if when.month else when.year}"
    return spoken_span(when, until).replace(f" {when.year}", "")


def on_its_own(when: When) -> str:
    """`Monday 10 October 2016, 10am`, `some time in October 2016`."""
    return spoken(when) if when.day else f"some time in {spoken(when)}"


def silent(years: int) -> str:
    """That nothing happened between two years."""
    return "Nothing in the year between" if years == 1 else f"Nothing for {years} years"


def of_a_month(month: int | None, *, year: int, is_ahead: bool) -> str:
    """The heading of a stretch: `October 2016`, or what can be said without a month."""
    if month:
        return f"{MONTHS[month]} {year}"
    return f"Some time later in {year}" if is_ahead else f"Some time in {year}"
