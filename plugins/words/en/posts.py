"""The top and the end of a post: who wrote it, how long it takes to read, when it was changed."""

from plugins.words.en.numbers import counted

CHANGED = "changed"
LAST_CHANGED = "Last changed:"


def by(author: str) -> str:
    return f"by {author}"


def reading_time(minutes: int) -> str:
    """How long it takes to read; empty for a story without words."""
    return f"{counted(minutes, 'minute')} to read" if minutes else ""
