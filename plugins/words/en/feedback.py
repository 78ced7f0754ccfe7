"""What people said of a session, and how they rated it, at one workshop and from one to the next."""

from collections.abc import Sequence

from plugins.words.en.numbers import PRIVATE, alternatives, counted, listed

HEADING = "What people told us"
FEELINGS = "How people felt"
WENT_WELL = "What went well"
EVEN_BETTER_IF = "Even better if"
ANSWERS_CAPTION = "How many gave each answer"
ANSWER = "Answer"
PEOPLE = "People"
NOT_TOLD = PRIVATE
TREND_CAPTION = "What people answered at each workshop"
TREND_WORKSHOP = "Workshop"
TREND_ANSWER = "What people answered"


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


def nobody(steps: Sequence[int]) -> str:
    """The steps that nobody gave; empty when there is none."""
    return f"Nobody gave it {alternatives(list(map(str, steps)))}." if steps else ""


def commonest(people: int, steps: Sequence[int], each: int, *, least: int, most: int) -> str:
    """Which steps most people gave: `15 of 20 people gave it 3, the top mark`; `each` is how many gave each of them."""
    if len(steps) > 1:
        first, *others = steps
        return listed([f"{each} of {people} people gave it {first}", *(f"{each} gave it {s}" for s in others)]) + "."
    mark = {most: ", the top mark", least: ", the lowest mark"}.get(steps[0], "")
    if people == 1:
        return f"1 person answered, and gave it {steps[0]}{mark}."
    return f"{f'All {people}' if each == people else f'{each} of {people}'} people gave it {steps[0]}{mark}."
