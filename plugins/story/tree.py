"""Markdown's own tree, told as parts.

A picture cannot stand in a paragraph: the paragraph ends before it and goes on after it. What is left empty goes.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import groupby
from xml.etree import ElementTree

from markdown.serializers import RE_AMP

from plugins.story.parts import Element, Figure, Part, Parts, Text

Figures = Mapping[ElementTree.Element, Figure]
"""Which picture an element of the tree is to be."""


def story_parts(root: ElementTree.Element, figures: Figures) -> Parts:
    """What is in the root, without the blank space around it."""
    return _trimmed(_inside(root, figures))


def words_of(element: ElementTree.Element) -> str:
    """What a reader sees of an element, on one line, without the numbers of notes."""
    return " ".join(unescape("".join(_letters(element))).split())


def _letters(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _letters(child)
        yield child.tail or ""


def _inside(element: ElementTree.Element, figures: Figures) -> list[Part]:
    found: list[Part] = []
    if element.text:
        found.append(Text(_escaped(element.text)))
    for child in element:
        if child in figures:
            found.append(figures[child])
        elif child.tag == "p":
            found.extend(_blocks(_inside(child, figures)))
        else:
            attributes = tuple(sorted((name, _quoted(value)) for name, value in child.items()))
            found.append(Element(child.tag, attributes, tuple(_inside(child, figures))))
        if child.tail:
            found.append(Text(_escaped(child.tail)))
    return found


def _blocks(parts: Iterable[Part]) -> Iterable[Part]:
    """A paragraph as blocks: its words and its pictures in turn."""
    for is_figure, run in groupby(parts, lambda part: isinstance(part, Figure)):
        if is_figure:
            yield from run
        elif words := _trimmed(run):
            yield Element("p", (), words)


def _trimmed(parts: Iterable[Part]) -> Parts:
    """The parts without blank space and ends of lines before the first word and after the last."""
    kept = list(parts)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept and _is_blank(kept[end]):
            kept.pop(end)
        if kept and isinstance(word := kept[end], Text):
            kept[end] = Text(strip(word.html))
    return tuple(kept)


def _is_blank(part: Part) -> bool:
    return part.tag == "br" if isinstance(part, Element) else isinstance(part, Text) and not part.html.strip()


def _escaped(text: str) -> str:
    """Letters for HTML; Markdown leaves characters in them that are spelt by name, and so do we."""
    return RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
