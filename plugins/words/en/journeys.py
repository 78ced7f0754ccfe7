"""What somebody goes through, stage by stage."""

HEADING = "The journey, stage by stage"
JOURNEY_OF = "The journey of"
ACTIONS = "What they do"
TOUCHPOINTS = "Who and what they meet"
THOUGHTS = "What they think"
FEELING = "How it feels"
NOTES = "What we noticed"
FEELINGS = {-2: "Very bad", -1: "Bad", 0: "Neither good nor bad", 1: "Good", 2: "Very good"}


def caption(title: str) -> str:
    return f"{title}, stage by stage"


def age(age: str) -> str:
    return f"age {age}"
