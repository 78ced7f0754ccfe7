"""What a piece of Markdown becomes, and who is asked where its links lead."""

from dataclasses import dataclass
from typing import Protocol

from plugins.story.html import Html


@dataclass(frozen=True, slots=True)
class Passage:
    """A story, or a sentence or two: its HTML, its words without markup, and its first paragraph without links."""

    html: Html
    plain: str
    word_count: int
    first_paragraph: Html


NOTHING = Passage(Html(""), "", 0, Html(""))


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where a relative link leads."""

    href: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a link or a picture leads nowhere, in words that follow `found "…": `."""

    message: str


class Resolver(Protocol):
    """Knows the diary that a story is part of."""

    def link(self, source: str, href: str) -> Resolved | Unresolved | None:
        """Where `href`, a relative link written in the file `source`, leads; None when that is left out."""

    def picture(self, source: str, file: str, alt: str, /) -> Html | Unresolved | None:
        """The markup of a picture; None when it is left out."""


def in_story(anchor: str) -> str:
    """The id of a story's heading: apart from the ids that the page around the story has of its own."""
    return f"story-{anchor}"
