"""How the room answered a question: how it voted, what was decided, how many, and how it was counted."""

from collections.abc import Sequence

from plugins.words.en.numbers import counted, listed

HEADING = "What the group decided"
CAPTION = "The options, and which of them the group chose"
OPTION = "Option"
RESULT = "Result"
ROUNDS = "How it was counted"

SHOW_OF_HANDS = "By show of hands, one vote each."
APPROVAL = "Everyone could choose as many as they liked."
DOTS = "Everyone had dots to give away."
SCORE = "Everyone gave each option a score."
RANKED = "Everyone put the options in order."
METHOD_NOT_KNOWN = "How the group voted was not written down."

VOTES_COLUMN = "Votes"
DOTS_COLUMN = "Dots"
SCORE_COLUMN = "Mean score"
POINTS_COLUMN = "Points"
FIRST_CHOICES_COLUMN = "First choices"

OPEN = "Open"
CHOSEN = "Chosen"
NOT_CHOSEN = "Not chosen"

WITHHELD = {
    "not-kept": "How many votes each option got is not known.",
    "small-group": "How close it was is not told, to protect people in a small group.",
}
"""Why no numbers are told."""
BASE_NOT_KNOWN = "How many voted is not known, so there are no percentages."


def decided(names: Sequence[str]) -> str:
    """What was chosen; no names when nothing was."""
    return f"The group chose {listed(names)}." if names else "The group decided nothing."


def dots_to_give(dots: int) -> str:
    return f"Everyone had {counted(dots, 'dot')} to give away."


def people_voted(base: int, *, has_shares: bool) -> str:
    return f"{counted(base, 'person', 'people')} voted." + (" Percentages are of them." if has_shares else "")


def people_scored(base: int, *, has_shares: bool) -> str:  # noqa: ARG001 - a mean is no share; the words are asked alike
    return f"{counted(base, 'person', 'people')} gave a score."


def dots_given(base: int, *, has_shares: bool) -> str:  # noqa: ARG001 - told even when no dot was given
    return f"Percentages are of the {counted(base, 'dot')} that were given."


def turnout(took_part: int, present: int) -> str:
    return f"{took_part} of {present} people present took part."


def abstained(people: int) -> str:
    return f"{people} abstained."


def spoiled(papers: int) -> str:
    return f"{counted(papers, 'paper')} could not be counted."


def tie(names: Sequence[str], *, seats: int, open_seats: int) -> str:
    """Who drew level; `open_seats` is how many of the seats are open between them."""
    last = ""
    if open_seats < seats:
        last = " for the last place" if open_seats == 1 else f" for the last {open_seats} places"
    return f"It was a tie{last}: {listed(names)} drew level."


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
