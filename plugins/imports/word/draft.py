"""A draft made of a Word document."""

from collections import Counter
from html import escape

from plugins.imports.drafts import Draft, Kind, Picture
from plugins.imports.errors import ImportRefused
from plugins.imports.pasting import pasted
from plugins.imports.tables import Offer, offers, taken_up
from plugins.imports.word.document import read_word
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class WordDraft:
    """The draft, what was met on the way, and the tables that could be fields: in `draft` they are, where asked for."""

    draft: Draft
    met: Counter[str]
    offered: tuple[Offer, ...]


def word_draft(
    content: bytes, *, kind: Kind, title: str, name: str, as_fields: bool, story: str | None = None
) -> WordDraft:
    """The draft of a document; without a title of its own, or one that is given, it has the `name` of its file.

    For a `story` that is there already, its title is a heading, and notes have names that the story has not.
    Raises ImportRefused.
    """
    document = read_word(content)
    heading = f"<h2>{escape(document.title)}</h2>" if document.title and story is not None else ""
    found = pasted(heading + document.html, story=story or "")
    if not found.text.strip():
        raise ImportRefused("there are no words in it that anybody sees")
    signs = [each.sign for each in document.pictures]
    offered = tuple(each for each in offers(found.text, signs) if kind == "workshop" or each.field != "agenda")
    fields, text = taken_up(found.text, offered) if as_fields else ({}, found.text)
    draft = Draft(
        kind=kind,
        title=" ".join((title or document.title or name).split()),
        story=text,
        fields={**({"workshop": {"status": "held"}} if kind == "workshop" else {}), **fields},
        pictures=[
            Picture(each.sign, each.content, each.alt, each.is_decorative, each.crop) for each in document.pictures
        ],
    )
    return WordDraft(draft, found.lost + document.met, offered)
