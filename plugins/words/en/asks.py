"""You said, we did: what people asked for, and what was answered."""

TITLE = "You said, we did"
DESCRIPTION = "What people asked for in our workshops, and what was done about it."
INTRODUCTION = "What people asked for in our workshops, and what was done about it. Nothing is dropped."
EMPTY = "Nobody has asked for anything yet."
YOU_SAID = "You said:"
WE_DID = "We did:"
TOLD_IN = "Told in"
ASKED_IN = "Asked in"
STATUSES = {
    "open": "Waiting for an answer",
    "doing": "We are doing it",
    "done": "Done",
    "not-possible": "Not possible",
}
HEADINGS = {
    "open": "Waiting for an answer",
    "doing": "We are doing it",
    "done": "Done",
    "not-possible": "Not possible, and why",
}


def waited(workshops: int | None) -> str:
    """How long an ask has waited, counted in workshops held since; empty when it is settled."""
    if workshops is None:
        return ""
    if workshops == 0:
        return "No workshop has been held since."
    return f"{'One workshop has' if workshops == 1 else f'{workshops} workshops have'} been held since."
