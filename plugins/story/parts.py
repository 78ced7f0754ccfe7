"""What a story consists of: letters and tags in turn, and the pictures among them.

Which is which is told by its place, never by how it looks: what an author typed cannot become a tag. Letters and the
values of attributes stand as HTML writes them (`R&amp;D`), so that nothing is escaped twice.
"""

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain, zip_longest

from plugins.records import dataclass
from plugins.story.html import Html

VOID = frozenset({"br", "hr"})
"""Elements that no tag ends."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a post's photo: its number among them, and what the story says for it and under it, as plain text.

    It stands in no paragraph.
    """

    number: int
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A story, or a piece of one.

    Letters stand at the even places of `pieces` and may be empty; each of the others is a tag, written by us alone. An
    empty tag is where the next of the figures stands.
    """

    pieces: tuple[str, ...] = ("",)
    figures: tuple[Figure, ...] = ()


def tag(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    """The tag that begins an element; no value of an attribute holds a quotation mark, which HTML writes by name."""
    written = "".join(f' {attribute}="{value}"' for attribute, value in attributes)
    return f"<{name}{written}>"


def attributes_of(written: str) -> dict[str, str]:
    """The attributes that `tag` was given."""
    pieces = written.split('"')
    names = (piece.rpartition(" ")[2].removesuffix("=") for piece in pieces[:-1:2])
    return dict(zip(names, pieces[1::2], strict=True))


def name_of(written: str) -> str:
    """The name of the element that a tag begins or ends; empty for the place of a figure."""
    return written.strip("</>").partition(" ")[0]


def markup(parts: Parts) -> Html:
    """The HTML of the parts, without their pictures."""
    return Html("".join(parts.pieces))


def runs(parts: Parts) -> Iterator[tuple[Html, Figure | None]]:
    """The HTML up to each picture, with that picture; after the last one, with None.

    A picture may stand in a list: then no run is whole by itself.
    """
    begun, pieces, figures = 0, parts.pieces, iter(parts.figures)
    for place in range(1, len(pieces), 2):
        if not pieces[place]:
            yield Html("".join(pieces[begun:place])), next(figures)
            begun = place
    yield Html("".join(pieces[begun:])), None


def letters(parts: Parts) -> str:
    """What a reader reads, as plain text; the words on both sides of a picture stand apart."""
    if not parts.figures:
        return unescape("".join(parts.pieces[::2]))
    between = ("" if each else " " for each in parts.pieces[1::2])
    return unescape("".join(chain.from_iterable(zip_longest(parts.pieces[::2], between, fillvalue=""))))


def each_element(parts: Parts, *names: str) -> Iterator[tuple[str, Parts]]:
    """The name of each element at any depth that is called so, and what is in it, in the order in which they begin.

    Without names: of each element that stands in no other.
    """
    after, ends = 0, _ends(parts.pieces)
    for place in sorted(ends):
        name = name_of(parts.pieces[place])
        if name in names if names else place > after:
            after = ends[place]
            yield name, _between(parts, place, after)


def _ends(pieces: tuple[str, ...]) -> dict[int, int]:
    """The places of the tags that begin an element and of those that end it."""
    begun: list[int] = []
    ends: dict[int, int] = {}
    for place in range(1, len(pieces), 2):
        if pieces[place].startswith("</"):
            ends[begun.pop()] = place
        elif pieces[place] and name_of(pieces[place]) not in VOID:
            begun.append(place)
    return ends


def _between(parts: Parts, place: int, end: int) -> Parts:
    """What stands between two tags."""
    first = parts.pieces[1:place:2].count("")
    pieces = parts.pieces[place + 1 : end]
    return Parts(pieces, parts.figures[first : first + pieces[1::2].count("")])
