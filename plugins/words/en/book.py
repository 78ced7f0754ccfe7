"""The whole diary as a book."""

PDF = "The diary as a book (PDF)"
EPUB = "The diary as a book (EPUB)"
CONTENTS = "What is in this book"
IDEAS = "Ideas, and what became of them"
DECISIONS = "Everything we decided"
ASKS = "You said, we did"
WHERE = "Where"
SUMMARY = (
    "Text with headings, lists and tables that are marked as such, and a list of contents. "
    "It has no pictures and no sound."
)


def dated(day: str) -> str:
    """From which day the book is, at its foot: what changed later is not in it."""
    return f"This book is from {day}."


def step(word: str, text: str, when: str) -> str:
    """A step of an idea’s story."""
    return f"{word}: {text} ({when})" if when else f"{word}: {text}"
