"""How the room answered a question: how it voted, what was decided, how many, and how it was counted."""

from collections.abc import Sequence

from plugins.words.en.numbers import PRIVATE, counted, listed

HEADING = "What we decided"
CAPTION = "The options, and what came of each"
OPTION = "Option"
RESULT = "Result"
ROUNDS = "How we counted"

SHOW_OF_HANDS = "By show of hands, one vote each."
APPROVAL = "Everyone could choose as many as they liked."
DOTS = "Everyone had dots to give away."
SCORE = "Everyone gave each option a score."
RANKED = "Everyone put the options in order."
METHOD_NOT_KNOWN = "We did not write down how we voted."

VOTES_COLUMN = "Votes"
DOTS_COLUMN = "Dots"
SCORE_COLUMN = "Average score"
POINTS_COLUMN = "Points"
FIRST_CHOICES_COLUMN = "First choices"
LAST_ROUND_COLUMN = "Last round"

OPEN = "Open"
TIE = "It was a tie"
CHOSEN = "Chosen"
HIGHEST = "Highest score"

WITHHELD = {
    "not-kept": "We do not know how many votes each option got.",
    "withheld": PRIVATE,
}
"""Why no numbers are told."""
BASE_NOT_KNOWN = "We do not know how many people voted."


def decided(names: Sequence[str]) -> str:
    """What was chosen; no names when nothing was."""
    return f"We chose {listed(names)}." if names else "We did not choose."


def answer(names: Sequence[str]) -> str:
    """What was chosen, beside its question; no names when nothing was."""
    return listed(names) if names else "We did not choose"


def answered(answer: str) -> str:
    """The same with its full stop, where it does not end in a sign of its own."""
    return answer if answer.endswith((".", "!", "?")) else f"{answer}."


def more_votes(number: int) -> str:
    """How many votes there are besides those that were told."""
    return f"And {counted(number, 'more vote')}"


def all_of_them(number: int) -> str:
    """The link to where everything stands that was decided at a workshop."""
    return f"See all {number} votes" if number > 1 else "How we decided"


def scored(names: Sequence[str], scores: Sequence[str]) -> str:
    """What came first of what was scored, with its average score where that may be told."""
    return f"{listed(names)} scored highest{': ' if scores else ''}{listed(scores)}"


def scored_highest(names: Sequence[str], scores: Sequence[str]) -> str:
    """The same as a sentence."""
    return f"{scored(names, scores)}."


def margin(chosen: str, other: str) -> str:
    """How close it was: what was chosen last, against what came next."""
    return f"{chosen} to {other}"


def level(amount: str) -> str:
    """How much each of those had who drew level; a lot that parts others may tie options with unlike amounts."""
    return f"A tie, {amount} each" if amount else "A tie"


def quota(votes: str) -> str:
    """How many papers chose an option."""
    return f"An option needed {votes} to be chosen."


def out_in(number: int) -> str:
    """In which round an option went out."""
    return f"Out in round {number}"


def dots_to_give(dots: int) -> str:
    return f"Everyone had {counted(dots, 'dot')} to give away."


def people_voted(people: int) -> str:
    return f"{counted(people, 'person', 'people')} voted."


def people_scored(people: int) -> str:
    return f"{counted(people, 'person', 'people')} gave a score."


def dots_given(dots: int) -> str:
    return f"{counted(dots, 'dot')} {'was' if dots == 1 else 'were'} given."


def turnout(took_part: int, present: int) -> str:
    return f"{took_part} of {present} people in the room took part."


def abstained(people: int) -> str:
    return f"{counted(people, 'person', 'people')} chose not to vote."


def spoiled(papers: int) -> str:
    return f"{counted(papers, 'paper')} could not be counted."


def tie(names: Sequence[str], *, last: int, is_level: bool) -> str:
    """Between whom it was a tie, for how many places that were left, if others had been given out.

    They had the same, if `is_level`; else a lot that would part others decides between them too.
    """
    places = "" if not last else " for the last place" if last == 1 else f" for the last {last} places"
    why = f"{listed(names)} drew level" if is_level else f"only a lot could choose between {listed(names)}"
    return f"It was a tie{places}: {why}."


def round_heading(number: int) -> str:
    return f"Round {number}"


def total(option: str, amount: str) -> str:
    """What an option had in a round."""
    return f"{option}: {amount}"


def exhausted(amount: str) -> str:
    """How many papers had run out of choices."""
    return f"Papers with no choice left: {amount}"


def outcome(elected: Sequence[str], out: Sequence[str], level: Sequence[str]) -> str:
    """What a round decided: who was chosen, else who went out.

    `level` shared the last place and nothing parted them.
    """
    if level:
        chosen = f"{listed(elected)} chosen, whichever goes out"
        return f"{listed(level)} shared the last place; {chosen}." if elected else "A tie."
    return f"{listed(elected)} chosen." if elected else f"{listed(out)} out."
