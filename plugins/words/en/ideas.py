"""Ideas: what each grew from, what was decided about it, and what became of it."""

TITLE = "Ideas"
INTRODUCTION = "Services that somebody in the group proposed, and what became of each."
EMPTY = "Nobody has proposed a service yet. The first will stand here."
HEADING = "Ideas we came up with"
STORY = "Its story so far"
FROM = "From"

PROPOSED_STANDING = "Proposed"
CHOSEN_STANDING = "Chosen by the group"
NOT_CHOSEN_STANDING = "Not chosen"
DRAWN_STANDING = "Drawn as a blueprint"

STEPS = {
    "insight": "Insight",
    "problem": "Problem",
    "opportunity": "Opportunity",
    "idea": "Idea",
    "vote": "Vote",
    "blueprint": "Blueprint",
    "prototype": "Prototype",
    "verdict": "Verdict",
}
PROPOSED = "Somebody proposed it."
DRAWN = "We drew how it works, seen from the people who use it."


def description(name: str) -> str:
    """What the page of an idea holds."""
    return f"The story of the idea “{name}”: where it came from and what became of it."


def vote(question: str, *, was_chosen: bool | None) -> str:
    """What a vote decided about an idea; None where it decided nothing, or that is not known."""
    if was_chosen is None:
        return f"{question} The group voted, and nothing was decided."
    return f"{question} The group chose {'it' if was_chosen else 'something else'}."
