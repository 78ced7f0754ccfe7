"""What a document says, as plain text in blocks: nothing in it is markup, whatever it looks like."""

from collections.abc import Iterator
from dataclasses import replace
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
    it means, quotes the words and, perhaps, who said them. A line of easy read has its words, with a picture, and what
    is hard in it.
    """

    kind: Kind
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A way to set a document: on so many pages, and with so many rows a block, at most; 0 is any number.

    One that `is_tight` saves paper.
    """

    most_pages: int = 0
    most_rows: int = 0
    is_tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One PDF. `language` is that of its words where a cell says no other, `size` that of its letters in points.

    `above` stands over the title, `as_of` says from which day it is, and `pages`, at the foot of each page, has
    {page} and {pages} in it. It is set in the first of its `fits` that it fits; `more` says that {number} rows are
    left out.
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
    summary: str = ""
    fits: tuple[Fit, ...] = (Fit(),)
    more: Cell = Cell("")


def shortened(document: Document, most_rows: int) -> Document:
    """The document with so many rows a block at most; the heads of a table do not count."""
    return replace(document, blocks=tuple(_shortened(document, most_rows))) if most_rows else document


def _shortened(document: Document, most_rows: int) -> Iterator[Block]:
    for block in document.blocks:
        most = most_rows + (block.kind == "table")
        yield replace(block, rows=block.rows[:most])
        if left := len(block.rows[most:]):
            more = replace(document.more, text=document.more.text.replace("{number}", str(left)))
            yield Block("paragraph", ((more,),))
