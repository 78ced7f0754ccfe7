"""What people said of a session, and how they rated it, at one workshop and from one to the next."""

from fractions import Fraction

from plugins.words.en.numbers import amount, counted

HEADING = "What people said of it"
FEELINGS = "How people felt"
WENT_WELL = "What went well"
EVEN_BETTER_IF = "Even better if"
ANSWERS_CAPTION = "How many gave each answer"
ANSWER = "Answer"
PEOPLE = "People"
NOT_TOLD = "How many answered what is not told, to protect people in a small group."
TREND_CAPTION = "The middle answer at each workshop"
TREND_WORKSHOP = "Workshop"
TREND_ANSWER = "Middle answer"
TREND_NOT_TOLD = "Not told, to protect people in a small group"


def said_so(people: int) -> str:
    return f"{counted(people, 'person', 'people')} said so"


def feeling(feeling: str, people: int | None) -> str:
    """A feeling, with how many felt so where that is told."""
    return feeling if people is None else f"{feeling}: {people}"


def question(question: str, group: str | None) -> str:
    """What was asked, and of whom if not of the whole room."""
    return f"{question} ({group})" if group else question


def scale(least: tuple[int, str | None], most: tuple[int, str | None]) -> str:
    """What the ends of a scale mean: `From 1 (no use) to 5 (very useful)`."""

    def end(step: int, label: str | None) -> str:
        return f"{step} ({label})" if label else str(step)

    return f"From {end(*least)} to {end(*most)}."


def step(step: int, label: str | None) -> str:
    """A step of a scale: `5, very useful`."""
    return f"{step}, {label}" if label else str(step)


def spread(people: int, median: Fraction, quartiles: tuple[int, int]) -> str:
    """How many answered, and where the middle of the answers lies."""
    low, high = quartiles
    half = f"at {low}" if low == high else f"from {low} to {high}"
    return (
        f"{counted(people, 'person', 'people')} answered. The middle answer is {amount(median)}; "
        f"the middle half of them lies {half}."
    )
