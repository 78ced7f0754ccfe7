"""What a story consists of, as a tree: letters, elements, pictures, and words that are explained.

Letters and the values of attributes stand in it as HTML writes them (`R&amp;D`), so that nothing is escaped twice.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape, unescape
from typing import TypeAlias

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import jargon

_VOID = frozenset({"br", "hr"})


@dataclass(frozen=True, slots=True)
class Text:
    """Letters, with no tag among them."""

    html: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element, its attributes, and what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    parts: tuple["Part", ...] = ()

    def get(self, name: str) -> str | None:
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a post's photo: its number among them, and what the story says for it and under it, as plain text.

    It stands in no paragraph.
    """

    number: int
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means, and the link to where all such words are explained.

    The attributes say in which language the explanation is, and the words of the link, where it is not the story's.
    """

    term: str
    anchor: str
    means: Html
    href: str
    attributes: str = ""
    more_attributes: str = ""


@dataclass(frozen=True, slots=True)
class UsedTerm:
    """The first use of a term: the letters that the story has for it."""

    html: str
    term: Term


Part: TypeAlias = Text | Element | Figure | UsedTerm
Parts: TypeAlias = tuple[Part, ...]


def markup(parts: Iterable[Part]) -> Html:
    """The HTML of the parts, without their pictures."""
    return Html("".join(run.html for run, _ in runs(parts)))


def runs(parts: Iterable[Part]) -> Iterator[tuple[Html, Figure | None]]:
    """The HTML up to each picture, with that picture; after the last one, with None.

    A picture may stand in a list: then no run is whole by itself.
    """
    written: list[str | Figure] = []
    _write(parts, written)
    run: list[str] = []
    for piece in written:
        if isinstance(piece, Figure):
            yield Html("".join(run)), piece
            run = []
        else:
            run.append(piece)
    yield Html("".join(run)), None


def _write(parts: Iterable[Part], written: list[str | Figure]) -> None:
    for part in parts:
        if isinstance(part, Text):
            written.append(part.html)
        elif isinstance(part, Element):
            attributes = "".join(f' {name}="{value}"' for name, value in part.attributes)
            written.append(f"<{part.tag}{attributes}>")
            if part.tag not in _VOID:
                _write(part.parts, written)
                written.append(f"</{part.tag}>")
        elif isinstance(part, Figure):
            written.append(part)
        else:
            written.append(_explained(part))


def _explained(used: UsedTerm) -> str:
    """A button that opens the explanation [HTML popover]: by touch, mouse and keyboard, without a script.

    The brackets are for paper, and for text browsers, which show the explanation where it stands.
    """
    term = used.term
    return (
        f'<button type="button" class="term" popovertarget="term-{term.anchor}">{used.html}</button>'
        f'<span class="term-means" id="term-{term.anchor}" popover{term.attributes}>'
        f'<span class="term-means__bracket"> (</span><span class="term-means__word">{escape(term.term)}: </span>'
        f'{term.means}<span class="term-means__more"{term.more_attributes}> '
        f'<a href="{escape(term.href)}">{jargon.MORE}</a> <button type="button" class="term-means__close" '
        f'popovertarget="term-{term.anchor}" popovertargetaction="hide">{jargon.CLOSE}</button></span>'
        f'<span class="term-means__bracket">)</span></span>'
    )


def every(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part at any depth, in the order in which it is read."""
    for part in parts:
        yield part
        if isinstance(part, Element):
            yield from every(part.parts)


def letters(parts: Iterable[Part]) -> str:
    """What a reader reads, as plain text; the words on both sides of a picture stand apart."""
    return unescape("".join(map(_letters, every(parts))))


def _letters(part: Part) -> str:
    if isinstance(part, Figure):
        return " "
    return "" if isinstance(part, Element) else part.html


def changed(parts: Iterable[Part], change: Callable[[Element], Iterable[Part]]) -> Parts:
    """The parts with every element, innermost first, replaced by what `change` makes of it."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Element):
            found.extend(change(Element(part.tag, part.attributes, changed(part.parts, change))))
        else:
            found.append(part)
    return tuple(found)
