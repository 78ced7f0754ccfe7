"""What a piece of Markdown becomes, and who is asked where its links lead."""

from dataclasses import replace
from functools import cached_property
from html import escape, unescape
from typing import Protocol, Self

from plugins.files.names import slug
from plugins.problems import Code, Problem
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.story.parts import Element, Figure, Part, Parts, changed, every, letters, markup
from plugins.unicode import without_unseen


@dataclass(frozen=True)
class Passage:
    """A sentence or two, as parts, and what is worked out from them when somebody asks."""

    parts: Parts = ()

    @cached_property
    def html(self) -> Html:
        """Its HTML; pictures are left out of it."""
        return markup(self.parts)

    @cached_property
    def text(self) -> str:
        """Its words without markup, in lines as they were written."""
        return letters(self.parts)

    @cached_property
    def plain(self) -> str:
        """Its words without markup, on one line."""
        return " ".join(self.text.split())

    @cached_property
    def word_count(self) -> int:
        return len(self.text.split())

    @cached_property
    def links(self) -> tuple[str, ...]:
        hrefs = (part.get("href") for part in every(self.parts) if isinstance(part, Element) and part.tag == "a")
        return tuple(unescape(href) for href in hrefs if href is not None)

    def elsewhere(self, root: str, address: str) -> Self:
        """The same for who reads it elsewhere: what leads to the site's `root` here leads to its whole `address`."""
        if not any(href.startswith(root) for href in self.links):
            return self
        here, there = escape(root), escape(address)

        def led(element: Element) -> tuple[Part, ...]:
            attributes = tuple(
                (name, there + value.removeprefix(here) if name == "href" and value.startswith(here) else value)
                for name, value in element.attributes
            )
            return (replace(element, attributes=attributes),)

        return replace(self, parts=changed(self.parts, led))


@dataclass(frozen=True)
class Story(Passage):
    """The story of a post."""

    @property
    def html(self) -> Html:
        """Its HTML, and its words below: made when somebody asks, since all stories together fill the memory."""
        return markup(self.parts)

    @property
    def text(self) -> str:
        return letters(self.parts)

    @property
    def plain(self) -> str:
        return " ".join(self.text.split())

    @cached_property
    def first_paragraph(self) -> Passage:
        """Its first paragraph, without links and notes."""
        first = (part.parts for part in every(self.parts) if isinstance(part, Element) and part.tag == "p")
        return Passage(changed(next(first, ()), _without_links))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its pictures, in their order."""
        return tuple(part for part in every(self.parts) if isinstance(part, Figure))

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The ids of its headings, in their order."""
        found = (part.get("id") for part in every(self.parts) if isinstance(part, Element))
        return tuple(anchor for anchor in found if anchor is not None)


def _without_links(element: Element) -> Parts:
    return () if element.tag == "sup" else element.parts if element.tag == "a" else (element,)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a relative link leads."""

    href: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a link or a picture leads nowhere, in words that follow `found "…": `, and the code of the finding."""

    message: str
    code: Code


class Resolver(Protocol):
    """Knows the diary that a story is part of."""

    def link(self, source: str, href: str) -> Resolved | Unresolved | None:
        """Where `href`, a relative link written in the file `source`, leads; None when that is left out."""

    def file(self, source: str, name: str, /) -> str:
        """The file of the post that is called so, as a link in the file `source` is written; there may be none."""

    def language(self, source: str, /) -> str:
        """The language in which the file `source` is written, such as `en-GB`."""

    def picture(self, source: str, file: str, alt: str, /) -> Figure | Unresolved | None:
        """The picture that `file` is; None when it is left out."""


class Teller(Protocol):
    """Reads Markdown, one post after the other."""

    def story(self, text: str, *, source: str, line: int) -> tuple[Story, tuple[Problem, ...]]:
        """The story of a post; `line` is where it begins in its file."""

    def words(self, text: str, *, source: str, line: int, place: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        """One value of front matter."""


def heading_anchor(words: str) -> str:
    """The name of a heading's place: the slug of its words, or else the numbers of its signs; of a smiley `1f389`."""
    return slug(words) or "-".join(f"{ord(sign):x}" for sign in without_unseen(words) if not sign.isspace())


def in_story(anchor: str) -> str:
    """The id of a story's heading: apart from the ids that the page around the story has of its own."""
    return f"story-{anchor}"
