"""Stories in short sentences."""

TITLE = "Easy read"
INTRODUCTION = "Our posts in short sentences, one idea each."
EMPTY = "We have not written anything in short sentences yet."
HEADING = "In short sentences"
SHORT_VERSION = "Short version"
FULL_STORY = "Full story"


def whole(title: str) -> str:
    """The link to the post that short sentences are of."""
    return f"Read all of “{title}”"
