"""Ideas: what each grew from, what was decided about it, and what became of it."""

TITLE = "Ideas"
INTRODUCTION = "Ideas we had, and what happened to them. The newest comes first."
EMPTY = "There are no ideas here yet."
HEADING = "Ideas we came up with"
STORY = "Its story so far"
READ_MORE = "Read more in"

PROPOSED_STANDING = "An idea so far"
CHOSEN_STANDING = "We chose it"
NOT_CHOSEN_STANDING = "Not chosen"
DRAWN_STANDING = "We drew how it would work"

STEPS = {
    "insight": "Insight",
    "problem": "Problem",
    "opportunity": "Opportunity",
    "idea": "Idea",
    "vote": "Vote",
    "blueprint": "Blueprint",
    "prototype": "Prototype",
    "verdict": "Result",
}
PROPOSED = "Someone in the group came up with it."
DRAWN = "We drew how it would work for the people who use it."


def description(name: str) -> str:
    """What the page of an idea holds."""
    return f"The idea “{name}”: where it came from, and what happened to it."


VOTES = {
    "chosen": "We chose it.",
    "not-chosen": "We chose something else.",
    "highest": "It scored highest.",
    "not-highest": "Something else scored higher.",
    "nothing": "We did not choose.",
    "tie": "It was a tie.",
    "untold": "We voted. What came of it was not written down.",
}


VOTES_DRAWN = {**{outcome: said.removesuffix(".") for outcome, said in VOTES.items()}, "untold": "We voted"}
"""The same in a drawing, where there is less room."""
DRAWING = "How one step led to the next"
DRAWING_IN_WORDS = "A drawing of how one step led to the next. The list has each of its steps in words."
IN_A_POST = "Between workshops"


def step_at(step: str, where: str) -> str:
    """`Vote, Workshop 2`, for example: under a step of the drawing."""
    return f"{step}, {where}"


def vote(question: str, outcome: str, *, figure: str = "", amount: str = "") -> str:
    """What a vote decided about an idea, and how much it had, where that is told."""
    decided = f"{question} {VOTES[outcome]}"
    return f"{decided} {figure}: {amount}." if amount else decided
