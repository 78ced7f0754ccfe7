"""What the picture says that chats show of a link. Nothing here opens a file, or loads what draws."""

from unicodedata import category, name

from plugins.records import dataclass

_SCRIPTS = ("LATIN ", "GREEK ", "CYRILLIC ", "COMBINING ")
"""Whose letters stand by themselves: others change with their neighbours, which needs a program for shaping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """What a card says: who speaks, of what, and at most two lines more."""

    title: str
    site: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardColours:
    """Its paper, its two inks, and the notes that lie beside the words, as `#rrggbb`."""

    paper: str
    ink: str
    accent: str
    notes: tuple[str, ...] = ()


def can_be_said(words: str) -> bool:
    """Whether there is a letter or a number in it that a card can show."""
    return any(letter.isalnum() and stands_alone(letter) for letter in words)


def stands_alone(letter: str) -> bool:
    """Whether it is shown as it is, whatever stands beside it."""
    return category(letter)[0] not in "LM" or name(letter, "").startswith(_SCRIPTS)
