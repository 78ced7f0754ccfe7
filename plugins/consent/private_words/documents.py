"""The texts of a PDF: its pages, what is noted on them, and what it says about itself."""

import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from plugins.consent.private_words.letters import text_of
from plugins.consent.private_words.markup import read_out

_NOTED = ("/Contents", "/T", "/TU", "/V", "/DV", "/URI", "/F", "/UF")


class Unsearchable(Exception):
    """A document that cannot be read, so that nobody knows what it holds; the message says what to do."""


def document_texts(content: bytes) -> tuple[str, ...]:
    """Every text of a PDF; raises Unsearchable."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # Its doubts about a file are not the build's.
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unsearchable("it is locked with a password; save it as PDF again, without one")
        return tuple(_texts(reader))
    except Unsearchable:
        raise
    except Exception as error:
        raise Unsearchable("it cannot be read as PDF; save it as PDF again") from error


def _texts(reader: PdfReader) -> Iterator[str]:
    yield from (str(value) for value in (reader.metadata or {}).values())
    described = reader.root_object.get("/Metadata")
    if described is not None:
        yield from read_out(text_of(described.get_object().get_data()), every_tag=True)
    yield from _titles(reader.outline)
    for page in reader.pages:
        text = page.extract_text()
        yield text
        yield text.replace("-\n", "")
        for note in page.get("/Annots") or ():
            yield from _noted(note.get_object())
    yield from (f"{name} {field}" for name, field in (reader.get_form_text_fields() or {}).items())
    for name, attached in reader.attachments.items():
        yield name
        yield from (text_of(each) for each in attached)


def _titles(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(entry.title)


def _noted(note: Any) -> Iterator[str]:
    action = note.get("/A")
    for part in (note, action.get_object() if action is not None else {}):
        yield from (str(part[name]) for name in _NOTED if name in part)
