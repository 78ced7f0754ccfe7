"""Pasted words that nothing hides and nobody sees, since they have the colour of what lies behind them.

A page that is dark as a whole need not say so in what is pasted of it: where every word is white, all are seen.
"""

import re
from collections import Counter

from bs4 import BeautifulSoup, Tag

from plugins.assets.accent import contrast
from plugins.records import dataclass

_LEAST_CONTRAST = 1.2
_WHITE = "#ffffff"
_NAMED = {"white": _WHITE, "black": "#000000", "windowtext": "#000000"}
_ATTRIBUTES = (("bgcolor", "background"), ("color", "color"))
_PARTS = re.compile(r"rgba?\(\s*(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})(?:,\s*([\d.]+)\s*)?\)")


@dataclass(frozen=True, slots=True)
class _Look:
    """How letters look: their colour and the one behind them, empty where nothing says it or we do not know it."""

    ink: str = ""
    ground: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether they have the colour of what lies behind them: of paper, where nothing says it."""
        return bool(self.ink) and contrast(self.ink, self.ground or _WHITE) < _LEAST_CONTRAST


def take_unseen(soup: BeautifulSoup, lost: Counter[str]) -> None:
    """Take words out that nobody sees, and count them as hidden."""
    looks = {id(soup): _Look()}
    for element in soup.find_all(True):  # Each comes after the one that it lies in.
        around = looks[id(element.parent)]
        looks[id(element)] = _own(element, around)
    words = [(text, looks[id(text.parent)]) for text in soup.find_all(string=True) if text.strip()]
    unseen = [(text, look) for text, look in words if look.is_lost]
    is_dark = len(unseen) == len(words) and not any(look.ground for _, look in unseen)
    for text, _ in () if is_dark else unseen:
        text.replace_with("")
        lost["hidden words"] += 1


def _own(element: Tag, around: _Look) -> _Look:
    """How letters look in an element; programs for e-mail still write `color` and `bgcolor`."""
    attributes = ";".join(f"{style}:{element.get(name)}" for name, style in _ATTRIBUTES if element.has_attr(name))
    style = f"{attributes};{element.get('style') or ''}"
    if style == ";":
        return around
    pairs = (each.partition(":") for each in style.casefold().split(";"))
    said = {name.strip(): value.strip() for name, _, value in pairs}
    return _Look(
        ink=_colour(said["color"]) if "color" in said else around.ink,
        ground=_colour(said.get("background-color", "") or said.get("background", "")) or around.ground,
    )


def _colour(value: str) -> str:
    if value in _NAMED:
        return _NAMED[value]
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        return "#" + "".join(letter * 2 for letter in value[1:])
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        return value
    parts = _PARTS.fullmatch(value)
    if parts is None or (parts[4] is not None and parts[4] in ("0", "0.0")):
        return ""
    return "#" + "".join(f"{min(int(part), 255):02x}" for part in parts.groups()[:3])
