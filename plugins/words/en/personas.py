"""People who were made up, each to stand for many."""

HEADING = "Who we had in mind"
GOALS = "Goals"
NEEDS = "Needs"
BARRIERS = "What stands in the way"
STRENGTHS = "Strengths"


def about(age: str | None) -> str:
    """What a persona is, and how old."""
    made_up = "A made-up person who stands for many."
    return f"Age {age}. {made_up}" if age else made_up
