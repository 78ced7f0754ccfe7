"""What somebody goes through, stage by stage."""

from collections.abc import Sequence

HEADING = "The journey, stage by stage"
JOURNEY_OF = "The journey of"
ACTIONS = "What they do"
TOUCHPOINTS = "Who and what they meet"
THOUGHTS = "What they think"
FEELING = "How it feels"
NOTES = "What we noticed"
FEELINGS = {-2: "very bad", -1: "bad", 0: "neither good nor bad", 1: "good", 2: "very good"}


def caption(title: str) -> str:
    return f"{title}, stage by stage"


def age(age: str) -> str:
    return f"age {age}"


def line(stages: Sequence[tuple[str, int]]) -> str:
    """The drawn line in words: how each stage feels."""
    return f"How it feels. {'; '.join(f'{stage}: {FEELINGS[feeling]}' for stage, feeling in stages)}."
