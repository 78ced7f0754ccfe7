"""Sticky notes."""

KINDS = {
    "insight": "Insight",
    "problem": "Problem",
    "opportunity": "Opportunity",
    "idea": "Idea",
    "quote": "Quote",
}


def named(kind: str, name: str) -> str:
    """What a note is called, for whoever cannot see its colour: `Idea: Late Library`."""
    return f"{kind}: {name}"
