"""What a document says, as plain text in blocks: nothing in it is markup, whatever it looks like."""

from datetime import date
from typing import Literal

from plugins.records import dataclass

Kind = Literal[
    "heading",
    "lead",
    "paragraph",
    "list",
    "steps",
    "table",
    "terms",
    "quote",
    "easy-read",
    "contents",
    "chapter",
    "section",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """Some words; `language` is their own tag [BCP 47], empty where they speak the document's.

    A `picture` (SVG or JPEG) may stand beside them; `alt` is empty where it says what the words say. What the group
    chose stands out (`is_chosen`).
    """

    text: str
    language: str = ""
    picture: bytes = b""
    alt: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document, with its rows of cells; the first row of a table holds the headings of its columns.

    A chapter begins a page; a section is a part of one. `contents` are listed where it stands.
    A heading, a lead and a paragraph have one cell, a list and steps in order one a row; terms have the word and what
    it means, a quote the words and, perhaps, who said them. A line of easy read has its words, with a picture, and what
    is hard in it.
    """

    kind: Kind
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One PDF. `language` is that of its words where a cell says no other, `size` that of its letters in points.

    `above` stands over the title, `as_of` says from which day it is, and `pages`, at the foot of each page, has
    {page} and {pages} in it. It is refused where it takes more than `most_pages`, if that is not 0; `is_tight` saves
    paper.
    `summary` says in what form it is, for those who need to know before they open it.
    `address` is where the same is read on the web: it stands as a QR code too, described by `code`.
    """

    title: str
    language: str
    dated: date
    size: int
    above: str
    below: str
    blocks: tuple[Block, ...]
    address: str
    invitation: str
    code: str
    as_of: str
    pages: str
    most_pages: int = 0
    is_tight: bool = False
    summary: str = ""
