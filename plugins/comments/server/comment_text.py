"""What a reader wrote, made fit to be kept: no letter that hides, turns text round or breaks a feed.

Nothing is judged here but form. Smileys, flags, accents and every script that people write are kept as they are.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.words import comment_service

LONGEST_WORDS = 4_000
LONGEST_NAME = 60

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_FLAG_OR_STRAY_TAG = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]")
"""Three flags (England, Scotland, Wales) are spelt with letters that nobody sees; anywhere else these hide text."""
_UNSEEN = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ufdd0-\ufdef\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Marks that turn text round or hide in it, and numbers that will never be letters. The joiners
U+200C and U+200D stay: smileys and Persian need them."""
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAPED = re.compile(f"({_MARKS}{{4}}){_MARKS}+")
"""No script that people write heaps more than four marks on one letter."""
_BLANK_LINES = re.compile("\n{3,}")
_BRAILLE_BLANK = "\u2800"
"""A sign by its category, and to the eye a space."""
_DROPPED = frozenset({"Cc", "Cs", "Co"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentText:
    """A name, which may be empty, and words, in the form in which they are kept."""

    name: str
    words: str


def normalised(name: str, words: str) -> CommentText:
    """What is kept of what was typed."""
    return CommentText(name=" ".join(_plain(name).split()), words=_paragraphs(_plain(words)))


def faults(written: CommentText) -> Mapping[str, str]:
    """What is to be mended, field by field; empty if nothing."""
    found = {}
    if len(written.name) > LONGEST_NAME:
        found["name"] = comment_service.long_name(len(written.name), LONGEST_NAME)
    if not any(map(_is_seen, written.words)):
        found["words"] = comment_service.NO_WORDS
    elif len(written.words) > LONGEST_WORDS:
        found["words"] = comment_service.long_words(len(written.words), LONGEST_WORDS)
    return found


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    text = _FLAG_OR_STRAY_TAG.sub(lambda found: found[1] or "", text)
    text = _HEAPED.sub(r"\1", _UNSEEN.sub("", text.replace("\t", " ")))
    return "".join(letter for letter in text if letter == "\n" or unicodedata.category(letter) not in _DROPPED)


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _is_seen(letter: str) -> bool:
    """Whether there is anything to see. A letter that this Python's table does not know yet is newer than it."""
    category = unicodedata.category(letter)
    return (category[0] in "LNPS" or category == "Cn") and letter != _BRAILLE_BLANK
