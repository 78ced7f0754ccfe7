"""What a reader wrote, made fit to be kept: no letter that hides, turns text round or breaks a feed.

Nothing is judged here but form. Smileys, flags, accents and every script that people write are kept as they are.
"""

import re
import unicodedata
from collections.abc import Mapping

from plugins.records import dataclass
from plugins.unicode import is_unseen, without_stray_unseen
from plugins.words import comment_service

LONGEST_WORDS = 4_000
LONGEST_NAME = 60

_LINE_ENDS, _TABS = re.compile("\r\n|[\r\u0085\u2028\u2029]"), re.compile("[\t\v\f]")
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAPED = re.compile(f"({_MARKS}{{4}}){_MARKS}+")
"""No script that people write heaps more than four marks on one letter."""
_BLANK_LINES = re.compile("\n{3,}")


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
    text = unicodedata.normalize("NFC", _TABS.sub(" ", _LINE_ENDS.sub("\n", text)))
    return _HEAPED.sub(r"\1", unicodedata.normalize("NFC", without_stray_unseen(text)))


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _is_seen(letter: str) -> bool:
    """Whether there is anything to see: neither a blank nor a mark without its letter."""
    return not (letter.isspace() or is_unseen(letter) or unicodedata.category(letter).startswith("M"))
