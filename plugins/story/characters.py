"""Characters that a text spells by name or number: `&amp;`, `&#8217;`."""

import re
from html import escape, unescape
from html.entities import html5

from plugins.frontmatter.source import UNSEEN
from plugins.patterns import lazy_pattern

_SPELT = lazy_pattern(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);|[a-zA-Z][a-zA-Z0-9]*;)?")
_NUMBER = lazy_pattern(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+);")
_UNKNOWN = "\ufffd"


def no_characters(text: str) -> "list[re.Match[str]]":
    """Where a text spells by its number what is no character, or one that no page may hold."""
    return [found for found in _NUMBER.finditer(text) if _is_none(unescape(found[0]))]


def spelt_out(text: str) -> str:
    """The text of an element with every `&` either at the beginning of a character's name or written as its own."""
    return _SPELT.sub(lambda found: _character(found[0]), text) if "&" in text else text


def _character(spelt: str) -> str:
    if spelt.startswith("&#"):
        return escape(unescape(spelt).replace("\r", " "), quote=False)
    return spelt if spelt[1:] in html5 else spelt.replace("&", "&amp;", 1)


def _is_none(character: str) -> bool:
    return character in ("", _UNKNOWN) or bool(UNSEEN.match(character))
