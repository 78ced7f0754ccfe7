"""Spaces that are not the keyboard's, and what comes along unseen when text is copied from elsewhere."""

import re

from plugins.patterns import lazy_pattern
from plugins.unicode import UNSEEN as _THIN

_SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INDENT = lazy_pattern(f"[{_SPACE}]*")
_FRONT = lazy_pattern(rf"(?:-[{_SPACE}]+)*(?:[\w-]{{1,60}}[{_SPACE}]*:(?:[{_SPACE}]+|$))?")
_WIDE = lazy_pattern(r"[^\S\t]")
_STRANGE = lazy_pattern(f"[{_THIN}]")
_BEFORE = lazy_pattern(rf"[ -]*([{_THIN}])")
_IN_NAME = lazy_pattern(rf"[ -]*[\w -]{{1,60}}([{_THIN}])[\w {_THIN}-]{{0,60}}:(?:\s|$)")
_BEHIND_COLON = lazy_pattern(rf"[ -]*[\w -]{{1,60}}:([{_THIN}])")
_PLAIN_NAME = lazy_pattern(r"[a-z_-]+", re.IGNORECASE)


def plain_spaces(line: str) -> str:
    """The line with a space for each tab inside it, and for each wide space up to where a value begins.

    A tab at the front of a line stays, and is a finding; one in an empty line means nothing.
    """
    if line.isascii() and "\t" not in line:
        return line
    indent = _matched(_INDENT, line)
    rest = line[len(indent) :].replace("\t", " ")
    front = _matched(_FRONT, rest)
    return (_WIDE.sub(" ", indent + front) if rest else "") + rest[len(front) :]


def _matched(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found[0] if found else ""


def unseen_in_name(line: str) -> str | None:
    """The answer to a line whose beginning, up to the text behind the colon, holds something that cannot be seen."""
    found = _BEFORE.match(line) or _IN_NAME.match(line) or _BEHIND_COLON.match(line)
    return _sentence(found[1]) if found else None


def strange_name(name: str) -> str | None:
    """The answer to a field's name that only looks like one; names in other scripts may need such characters."""
    found = _STRANGE.search(name)
    return _sentence(found[0]) if found and _PLAIN_NAME.fullmatch(_STRANGE.sub("", name)) else None


def _sentence(character: str) -> str:
    return (
        f"this line holds a character that cannot be seen (U+{ord(character):04X}), as web pages and word processors "
        "make them; type the name of the field and its colon again"
    )
