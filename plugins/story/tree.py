"""Markdown's own tree, told as parts.

A picture cannot stand in a paragraph: the paragraph ends before it and goes on after it. What is left empty goes.
"""

from collections.abc import Iterator, Mapping
from html import unescape
from sys import intern
from xml.etree import ElementTree

from markdown.serializers import RE_AMP

from plugins.story.parts import VOID, Figure, Parts, tag

Figures = Mapping[ElementTree.Element, Figure]
"""Which picture an element of the tree is to be."""
_LINE_END = "<br>"


def story_parts(root: ElementTree.Element, figures: Figures) -> Parts:
    """What is in the root, without the blank space around it."""
    written = _Written(figures)
    written.inside(root)
    return written.trimmed()


def words_of(element: ElementTree.Element) -> str:
    """What a reader sees of an element, on one line, without the numbers of notes."""
    return " ".join(unescape("".join(_letters(element))).split())


def _letters(element: ElementTree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _letters(child)
        yield child.tail or ""


class _Written:
    """The pieces that are written so far; the last one is letters."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._pieces = [""]
        self._shown: list[Figure] = []

    def inside(self, element: ElementTree.Element) -> None:
        self._letters(element.text)
        for child in element:
            if child in self._figures:
                self._figure(child)
            else:
                self._element(child)
            self._letters(child.tail)

    def _element(self, element: ElementTree.Element) -> None:
        if element.tag == "p":
            self._paragraph(element)
            return
        self._tag(tag(element.tag, sorted((name, _quoted(value)) for name, value in element.items())))
        if element.tag not in VOID:
            self.inside(element)
            self._tag(f"</{element.tag}>")

    def _paragraph(self, element: ElementTree.Element) -> None:
        """A paragraph as blocks: its words and its pictures in turn."""
        words = _Written(self._figures)
        words._letters(element.text)
        for child in element:
            if child in self._figures:
                self._block(words.trimmed())
                self._figure(child)
                words = _Written(self._figures)
            else:
                words._element(child)
            words._letters(child.tail)
        self._block(words.trimmed())

    def _block(self, words: Parts) -> None:
        if words != Parts():
            self._pieces += [intern("<p>"), *words.pieces, intern("</p>"), ""]
            self._shown += words.figures

    def _letters(self, text: str | None) -> None:
        if text:
            self._pieces[-1] += _escaped(text)

    def _tag(self, written: str) -> None:
        self._pieces += [intern(written), ""]

    def _figure(self, element: ElementTree.Element) -> None:
        self._shown.append(self._figures[element])
        self._pieces += ["", ""]

    def trimmed(self) -> Parts:
        """Without blank space and ends of lines before the first word and after the last."""
        pieces = self._pieces
        pieces[0] = pieces[0].lstrip()
        while not pieces[0] and pieces[1:2] == [_LINE_END]:
            pieces[:3] = [pieces[2].lstrip()]
        pieces[-1] = pieces[-1].rstrip()
        while not pieces[-1] and pieces[-2:-1] == [_LINE_END]:
            pieces[-3:] = [pieces[-3].rstrip()]
        return Parts(tuple(pieces), tuple(self._shown))


def _escaped(text: str) -> str:
    """Letters for HTML; Markdown leaves characters in them that are spelt by name, and so do we."""
    return RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    return _escaped(value).replace('"', "&quot;")
