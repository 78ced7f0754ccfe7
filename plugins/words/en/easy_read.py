"""Stories in short sentences."""

TITLE = "Easy read"
INTRODUCTION = "Our posts in short sentences, one idea each. The newest comes first."
EMPTY = "We have not written anything in short sentences yet."
HEADING = "In short sentences"
SHORT_VERSION = "Short version"
FULL_STORY = "Full story"

BOOKLET = "Easy read (PDF)"
CREDIT = "The drawn pictures are from OpenMoji. Licence: CC BY-SA 4.0."


def booklet(site: str) -> str:
    """Over the title of a booklet."""
    return f"{site}: easy read"


def means(term: str, meaning: str) -> str:
    """What a hard word means, in the line after it. Both are text, or both HTML."""
    end = "" if meaning.endswith((".", "!", "?")) else "."
    return f"“{term}” means: {meaning}{end}"


def whole(title: str) -> str:
    """The link to the post that short sentences are of."""
    return f"Read all of “{title}”"
