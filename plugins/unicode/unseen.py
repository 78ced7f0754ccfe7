"""Letters that nobody sees, by their numbers.

By number, and not by Python's own table of letters, which is as old as the interpreter: a smiley that is newer than it
is seen, and a number that Unicode keeps for letters that will hide is not.
"""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern

_DEFAULT_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Default_Ignorable_Code_Point [Unicode 17.0, DerivedCoreProperties.txt]: what is shown as nothing where it is not
understood. Soft hyphens, fillers, joiners, marks of direction, variation selectors, formats of music, tags."""
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
"""All but tabs and line ends."""
_ALSO_UNSEEN = "\u2800\u2d7f\ufff9-\ufffc\U0001107f\U00013430-\U0001343f\U00016fe4\U0001d159"
"""Blank or shown as nothing, and not of that property: the braille blank, joiners and fillers of old scripts,
anchors of notes between lines, the place of an object, a note without a head."""
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
"""Letters of private use: each font draws them in its own way."""
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)
)
UNSEEN = _DEFAULT_IGNORABLE + _CONTROLS + _ALSO_UNSEEN + _NO_CHARACTERS
"""Every letter that nobody sees, to be put between the brackets of a regular expression."""

_UNSEEN = lazy_pattern(f"[{UNSEEN}]")
_RUN = lazy_pattern(f"[{UNSEEN}]+")
_BASE = rf"(?![{UNSEEN}{_PRIVATE}\s])[\u0590-\U0010ffff]"
_FLAG = "\U0001f3f4[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,4}\U000e007f"
_SELECTOR = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_CHOSEN = rf"{_BASE}(?:{_SELECTOR}[\u200c\u200d]?|[\u200c\u200d])|[#*0-9©®][\ufe0e\ufe0f]"
_IN_USE = rf"({_FLAG}\u200d?|{_CHOSEN})|[{UNSEEN}{_PRIVATE}]"
"""Where an unseen letter does its work: a flag of a nation, a number in a box, a joined or chosen form of a sign
[Unicode, UTS 51, ED-14 to 17], or of a letter whose script has such forms: Arabic, Mongolian, Chinese, India's."""
_TAGS = lazy_pattern("[\U000e0020-\U000e007e]+")
_CONTROL = lazy_pattern(f"[{_CONTROLS}]")
_WITH_UNSEEN = lazy_pattern(rf"(?<!\S)[^\s{UNSEEN}]*+[{UNSEEN}]\S*+")
_PRINTED = bytes((9, 10, 13, *range(0x20, 0x7F)))
_MANY, _TOGETHER, _TOGETHER_OF_MANY = 64, 24, 4
"""So many pieces are more than a word has: of them fewer are read together, so that no file takes long."""


def is_unseen(letter: str) -> bool:
    """Whether nobody sees a letter by itself."""
    return bool(_UNSEEN.match(letter))


def without_unseen(text: str) -> str:
    """The text as an eye reads it, to look for something in it; signs that need unseen letters fall apart."""
    return without(_UNSEEN, text)


def without(letters: re.Pattern[str], text: str) -> str:
    """The text without these letters; of most texts it is soon told that they hold none."""
    return letters.sub("", text) if holds(letters, text) else text


def holds(letters: re.Pattern[str], text: str) -> bool:
    """Whether one of these letters is in a text; none of them may be a printed letter of ASCII, a blank or a line end.

    What is printed of ASCII is taken out first, at once: that is nearly all of most texts.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PRINTED)
    return bool(rest) and bool(letters.search(rest.decode("utf-8", "surrogatepass")))


def without_stray_unseen(text: str, *, instead: str = "") -> str:
    """A text as it may be shown: unseen letters only where they make a flag, a smiley or a letter what it is.

    Letters of private use go as well. `instead` stands for each letter that goes.
    """
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_IN_USE, lambda found: found[1] or instead, text)


def readings(text: str) -> tuple[str, ...]:
    """Every way in which a text can be read, for something that is looked for: one, if nothing in it is unseen.

    An unseen letter may hide a word, or stand between two. So each is nothing in the first reading and a blank in the
    second; the third says all that the pieces of a word spell, one by one and together, and the fourth what tags spell.
    """
    joined = without_unseen(text)
    if len(joined) == len(text):
        return (text,)
    parted = _UNSEEN.sub(" ", text)
    spelt = _WITH_UNSEEN.sub(lambda word: " ".join(_spelt(word[0])), _CONTROL.sub(" ", text))
    tags = (without_unseen(_TAGS.sub(_untagged, text)),) if _TAGS.search(text) else ()
    return tuple(dict.fromkeys((joined, parted, spelt, *tags)))


def _untagged(tags: re.Match[str]) -> str:
    return f" {''.join(chr(ord(tag) - 0xE0000) for tag in tags[0])} "


def _spelt(word: str) -> Iterator[str]:
    pieces = [piece for piece in _RUN.split(word) if piece]
    most = _TOGETHER if len(pieces) <= _MANY else _TOGETHER_OF_MANY
    for start in range(len(pieces)):
        for end in range(start + 1, min(len(pieces), start + most) + 1):
            yield "".join(pieces[start:end])
