"""A page as the last look reads it: every element with its attributes, its line and its words.

Whether the page is valid HTML is for the HTML checker to say (`validity.py`); this reading only has to be quick.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from html.parser import HTMLParser

from plugins.records import dataclass

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list of words
)


@dataclass(frozen=True, slots=True)
class Element:
    """One start tag; `text` is what stands in it, `within` the places of the elements around it, outermost first."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    text: str
    within: tuple[int, ...]


@dataclass(frozen=True)
class Page:
    """The elements of a page in their order."""

    elements: tuple[Element, ...]

    def all(self, *tags: str) -> Iterator[Element]:
        """Every element of these kinds."""
        return (element for element in self.elements if element.tag in tags)

    def around(self, element: Element) -> Iterator[Element]:
        """The elements that an element stands in, outermost first."""
        return (self.elements[place] for place in element.within)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Where a link with a `#` can lead on this page."""
        named = {element.attributes["name"] for element in self.all("a") if "name" in element.attributes}
        return frozenset(named | {element.attributes["id"] for element in self.elements if "id" in element.attributes})

    @cached_property
    def is_kept_from_search(self) -> bool:
        """Whether the page asks search engines not to list it."""
        named = (meta.attributes for meta in self.all("meta"))
        return any("noindex" in meta.get("content", "") for meta in named if meta.get("name") == "robots")


def parsed(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Page(tuple(reader.elements()))


class _Reader(HTMLParser):
    """Gathers start tags, and for each the words up to its end tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tags: list[tuple[str, Mapping[str, str], int, tuple[int, ...]]] = []
        self._words: list[list[str]] = []
        self._open: list[int] = []

    def elements(self) -> Iterator[Element]:
        """The elements whose start tags were read, each with the words up to its end tag."""
        for (tag, attributes, line, within), words in zip(self._tags, self._words, strict=True):
            yield Element(tag, attributes, line, "".join(words), within)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first_wins = {name: value or "" for name, value in reversed(attrs)}
        self._tags.append((tag, first_wins, self.getpos()[0], tuple(self._open)))
        self._words.append([])
        if tag not in _VOID:
            self._open.append(len(self._tags) - 1)

    def handle_endtag(self, tag: str) -> None:
        while any(self._tags[place][0] == tag for place in self._open):
            if self._tags[self._open.pop()][0] == tag:
                break

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self._words[place].append(data)
