"""Quotation marks, apostrophes and dashes as a printer sets them."""

import re
from xml.etree.ElementTree import Element

_BEFORE_OPENING = frozenset(" \t\n\u00a0([{–—‘“")
_OPENING_SINGLE = re.compile(r"(^|[\s(\[{–—“])'(?=[\w…“])")
_SHORTENED = re.compile(
    # Letters are left out before these, however the sentence goes on; the last ones are Welsh.
    r"(?<!\w)'(?=\d\ds\b|n'|(?:til|tis|twas|em|bout|cos|nuff|na|ma|dw|dan|dach|sdim|roedd)\b)"
    # And before these, unless a quotation ends behind them.
    r"|(?<!\w)'(?=(?:\d\d|cause|round|n)\b(?![^']*[^\s']'(?!\w)))",
    re.IGNORECASE,
)
_DASH = re.compile(r" -{1,2} ")
_LOOSE = re.compile(r"(?<=“)[ \n](?=\S)|(?<=\S)[ \n](?=”)")
_FRENCH = re.compile(r"«[ \n](\S[^«»]*?)[ \n]»")
_ARABIC = re.compile(r"[\u0600-\u06ff]")

_BEGIN_ANEW = ("p", "li", "td", "th", "h2", "h3", "h4", "dd", "dt", "blockquote")


def set_in_type(text: str, before: str) -> str:
    """The text with curly quotes and dashes; `before` is the character before it, empty at a beginning.

    A quotation mark with blanks on both sides stays on the line of the words that it belongs to.
    """
    joined = before + text
    if '"' in joined:
        joined = _LOOSE.sub("\u00a0", _double(joined))
    if "'" in joined:
        joined = _OPENING_SINGLE.sub(r"\1‘", _SHORTENED.sub("’", joined)).replace("'", "’")
    if "«" in joined:
        joined = _FRENCH.sub("«\u00a0\\1\u00a0»", joined)
    return _DASH.sub(" – ", joined)[len(before) :]


def typeset(element: Element, before: str = "") -> str:
    """Set the words of an element in type, code and pictures apart; the last character that a reader sees."""
    if element.tag in ("code", "pre", "img"):
        return "x"
    if element.tag in _BEGIN_ANEW:
        before = ""
    if element.text:
        element.text = set_in_type(element.text, before)
        before = element.text[-1]
    for child in element:
        before = typeset(child, before)
        if child.tail:
            child.tail = set_in_type(child.tail, before)
            before = child.tail[-1]
    return before


def _double(text: str) -> str:
    pieces = text.split('"')
    shown = pieces[0]
    is_open = False
    for piece in pieces[1:]:
        is_open = _opens(shown[-1:], piece[:1], is_open=is_open)
        shown += ("“" if is_open else "”") + piece
    return shown


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    """Whether a quotation begins between two characters; Arabic writes small words right before it."""
    if not after.strip() and not before.strip():
        return not is_open
    if before in _BEFORE_OPENING or not before:
        return True
    return not is_open and bool(_ARABIC.match(before) and _ARABIC.match(after))
