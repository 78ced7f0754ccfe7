"""What the site says within a story: at a list to tick, and at notes below it."""

DONE = "Done"
TO_DO = "To do"
NOTES = "Notes"


def note(number: int) -> str:
    """What a link to a note is called, for whoever hears it."""
    return f"Note {number}"


def back(number: int) -> str:
    """What the link from a note back to its place in the text is called, for whoever hears it."""
    return f"Back to note {number} in the text"
