"""What the site says within a story: at a list to tick, and at notes below it."""

DONE = "Done"
TO_DO = "To do"
NOTES = "Notes"


def note(number: int) -> str:
    """What a link to a note is called, for whoever hears it."""
    return f"Note {number}"


def back(number: int, use: int) -> str:
    """What the link from a note back to its place in the text is called; a text may refer to a note more than once."""
    place = f", place {use}" if use > 1 else ""
    return f"Back to note {number} in the text{place}"
