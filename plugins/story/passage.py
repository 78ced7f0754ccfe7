"""What a piece of Markdown becomes, and who is asked where its links lead."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape, unescape
from typing import Protocol, Self

from plugins.files.names import slug
from plugins.problems import Code, Problem
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.story.parts import Figure, Parts, attributes_of, letters, markup, name_of, tag
from plugins.unicode import without_unseen

_LINK = "<a "


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or two, as parts; what follows from them is worked out when somebody asks, and not kept."""

    parts: Parts = Parts()

    @property
    def html(self) -> Html:
        """Its HTML; pictures are left out of it."""
        return markup(self.parts)

    @property
    def text(self) -> str:
        """Its words without markup, in lines as they were written."""
        return letters(self.parts)

    @property
    def plain(self) -> str:
        """Its words without markup, on one line."""
        return " ".join(self.text.split())

    @property
    def links(self) -> tuple[str, ...]:
        found = (attributes_of(each).get("href") for each in self.parts.pieces[1::2] if each.startswith(_LINK))
        return tuple(unescape(href) for href in found if href is not None)

    def elsewhere(self, root: str, address: str) -> Self:
        """The same for who reads it elsewhere: what leads to the site's `root` here leads to its whole `address`."""
        if not any(href.startswith(root) for href in self.links):
            return self
        here, there = escape(root), escape(address)

        def led(written: str) -> str:
            attributes = attributes_of(written) if written.startswith(_LINK) else {}
            href = attributes.get("href", "")
            if not href.startswith(here):
                return written
            return tag("a", (attributes | {"href": there + href.removeprefix(here)}).items())

        pieces = list(self.parts.pieces)
        pieces[1::2] = map(led, pieces[1::2])
        return replace(self, parts=replace(self.parts, pieces=tuple(pieces)))


@dataclass(frozen=True, slots=True)
class Story(Passage):
    """The story of a post."""

    word_count: int = 0

    @classmethod
    def of(cls, parts: Parts) -> Self:
        return cls(parts, len(letters(parts).split()))

    @property
    def first_paragraph(self) -> Passage:
        """Its first paragraph, without links and notes."""
        tags = self.parts.pieces[1::2]
        if "<p>" not in tags:
            return Passage()
        begin = tags.index("<p>")
        end = tags.index("</p>", begin)
        return Passage(Parts(tuple(_without_links(self.parts.pieces[2 * begin + 2 : 2 * end + 1]))))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its pictures, in their order."""
        return self.parts.figures

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids of its headings, in their order."""
        found = (attributes_of(each).get("id") for each in self.parts.pieces[1::2] if '"' in each)
        return tuple(anchor for anchor in found if anchor is not None)


def _without_links(pieces: Sequence[str]) -> list[str]:
    """Without the tags of links, and without notes and what is in them."""
    kept, is_note = [pieces[0]], False
    for written, text in zip(pieces[1::2], pieces[2::2], strict=True):
        name = name_of(written)
        if name == "sup":
            is_note = written == "<sup>"
        if is_note:
            continue
        if name in ("a", "sup"):
            kept[-1] += text
        else:
            kept += [written, text]
    return kept


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

    def words(self, text: str, *, source: str, line: int = 0, place: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        """One value of front matter; whoever knows where it is written tells of that."""


def heading_anchor(words: str) -> str:
    """The name of a heading's place: the slug of its words, or else the numbers of its signs; of a smiley `1f389`."""
    return slug(words) or "-".join(f"{ord(sign):x}" for sign in without_unseen(words) if not sign.isspace())


def in_story(anchor: str) -> str:
    """The id of a story's heading: apart from the ids that the page around the story has of its own."""
    return f"story-{anchor}"
