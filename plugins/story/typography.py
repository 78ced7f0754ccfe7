"""Quotation marks, apostrophes and dashes as a printer sets them, over the whole of a paragraph.

Where a language has other quotation marks than English has, those that are typed stay as they are.
"""

import re
from xml.etree.ElementTree import Element

from plugins.patterns import lazy_pattern

_LIKE_ENGLISH = lazy_pattern(
    "(?:ar|bn|cy|en|g[advu]|hi|id|k[now]|m[lrs]|n[el]|p[at]|s[ow]|t[aehilr]|ur|vi|zh)(?:-|$)", re.IGNORECASE
)
"""Languages that are quoted “so” and ‘so’ [CLDR, delimiters]."""
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{–—‘“/")
_OPENING_SINGLE = lazy_pattern(r"(?<![^\s(\[{–—“/])'(?=[\w…“(\[])")
_CLOSING_SINGLE = lazy_pattern(r"(?<=\S)'(?!\w)")
_SHORTENED = lazy_pattern(
    # Letters are left out before these, however the sentence goes on; the last ones are Welsh.
    r"(?<!\w)['‘](?=\d\ds\b|n['’]|(?:til|tis|twas|em|bout|cos|nuff|na|ma|dw|dan|dach|sdim|roedd)\b)"
    # And before these, unless a quotation ends behind them.
    r"|(?<!\w)['‘](?=(?:\d\d|cause|round|n)\b(?![^'’]*[^\s'’]['’](?!\w)))",
    re.IGNORECASE,
)
_FEET_AND_INCHES = lazy_pattern(r"(?<=\d)'( ?\d+(?:[.½¼¾]\d*)?)\"")
_DASH = lazy_pattern(r" -{1,2} ")
_LOOSE = lazy_pattern(r"(?<=“)[ \n](?=\S)|(?<=\S)[ \n](?=”)")
_FRENCH = lazy_pattern(r"«[ \n](\S[^«»]*?)[ \n]»")
_ARABIC = lazy_pattern(r"[\u0600-\u06ff]")
_WITHIN = lazy_pattern(r"(?<=[^\W\d_])'(?=[^\W\d_])")

_BEGIN_ANEW = frozenset(("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "blockquote"))
_LEFT_ALONE = frozenset(("code", "pre", "img"))

Slot = tuple[Element, str]
"""Letters of an element: its `text`, or its `tail`."""


def set_in_type(text: str, language: str = "en") -> str:
    """The text with curly quotes and dashes."""
    return _DASH.sub(" – ", _quoted(text, language)) if _has_signs(text) else text


def typeset(root: Element, language: str = "en") -> None:
    """Set all words in type, code and pictures apart; a paragraph as one, whatever elements are in it."""
    run: list[Slot] = []
    _set_below(root, run, language)
    _set_run(run, language)


def _set_below(element: Element, run: list[Slot], language: str) -> None:
    """Gather in `run` where letters stand, in their order, and set what was gathered where words begin anew."""
    if element.tag in _BEGIN_ANEW:
        _set_run(run, language)
    if element.text or element.tag in _LEFT_ALONE:
        run.append((element, "text"))
    if element.tag not in _LEFT_ALONE:
        for child in element:
            _set_below(child, run, language)
            if child.tail:
                run.append((child, "tail"))
    if element.tag in _BEGIN_ANEW:
        _set_run(run, language)


def _set_run(run: list[Slot], language: str) -> None:
    letters = [_letters(slot) for slot in run]
    written = "".join(letters)
    if _has_signs(written):
        shown = _quoted(written, language)
        begun = 0
        for slot, typed in zip(run, letters, strict=True):
            if not _is_left_alone(slot):
                setattr(*slot, _DASH.sub(" – ", shown[begun : begun + len(typed)]))
            begun += len(typed)
    run.clear()


def _has_signs(text: str) -> bool:
    """Whether there is anything to set: most words have none of these."""
    return " -" in text or "'" in text or '"' in text or "‘" in text or "«" in text


def _letters(slot: Slot) -> str:
    """What a reader sees there; of code and pictures, that something is there."""
    return "x" if _is_left_alone(slot) else getattr(*slot) or ""


def _is_left_alone(slot: Slot) -> bool:
    element, name = slot
    return name == "text" and element.tag in _LEFT_ALONE


def _quoted(text: str, language: str) -> str:
    """As long as it was: each sign becomes another.

    A quotation mark with blanks on both sides stays on the line of the words that it belongs to.
    """
    if "«" in text:
        text = _FRENCH.sub("«\u00a0\\1\u00a0»", text)
    if not _LIKE_ENGLISH.match(language):
        return _WITHIN.sub("’", text)
    if '"' in text:
        text = _FEET_AND_INCHES.sub("′\\1″", text)
        text = _LOOSE.sub("\u00a0", _double(text))
    if "'" in text or "‘" in text:
        text = _single(_SHORTENED.sub("’", text))
    return text


def _single(text: str) -> str:
    """A quotation begins only where one ends further on: else letters are left out, as in ’ello."""
    last = max((found.start() for found in _CLOSING_SINGLE.finditer(text)), default=-1)
    opened = _OPENING_SINGLE.sub(lambda found: "‘" if found.start() < last else "’", text)
    return opened.replace("'", "’")


def _double(text: str) -> str:
    pieces = text.split('"')
    shown = [pieces[0]]
    before = pieces[0]
    is_open = False
    for piece in pieces[1:]:
        last = before.rstrip("'")[-1:]
        if last.isdigit() and not is_open and before[-1:] == last:
            mark = "″"
        else:
            is_open = _opens(last, piece[:1], is_open=is_open)
            mark = "“" if is_open else "”"
        shown += (mark, piece)
        before = mark + piece
    return "".join(shown)


def _opens(before: str, after: str, *, is_open: bool) -> bool:
    """Whether a quotation begins between two characters; Arabic writes small words right before it."""
    if not after.strip() and not before.strip():
        return not is_open
    if before == "“" and is_open and not after.strip():
        return False
    if before in _BEFORE_OPENING or not before:
        return True
    if is_open or not (after.isalnum() or after == "'"):
        return False
    return not before.isalnum() or bool(_ARABIC.match(before) and _ARABIC.match(after))
