"""Names of Office Open XML's elements and attributes, written as in its standard: `w:vanish` [ISO/IEC 29500]."""

from functools import cache
from xml.etree.ElementTree import Element

_SCHEMAS = "http://schemas.openxmlformats.org"
_SPACES = {
    "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
    "r": f"{_SCHEMAS}/officeDocument/2006/relationships",
    "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_SCHEMAS}/drawingml/2006/main",
    "m": f"{_SCHEMAS}/officeDocument/2006/math",
    "mc": f"{_SCHEMAS}/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}


@cache
def full(name: str) -> str:
    """`w:p` as a tree names it."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def path(*names: str) -> str:
    """The way down from an element to one below it."""
    return "/".join(map(full, names))


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a switch stands among properties, and is on; None where it does not stand there."""
    switch = parent.find(full(name)) if parent is not None else None
    return None if switch is None else switch.get(full("w:val")) not in ("0", "false", "off")


def value(parent: Element | None, *names: str) -> str:
    """What a property says; empty where it does not stand there."""
    found = parent.find(path(*names)) if parent is not None else None
    return found.get(full("w:val"), "") if found is not None else ""
