"""Hand-outs: what a PDF says of its author and carries inside, and whether a text is one.

An author's name and an e-mail address are notices, since they may be meant; files and programs inside are never meant.
"""

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from plugins.consent.disclosures import EMAIL
from plugins.consent.private_words.documents import document_texts
from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite

_LETTER = re.compile(r"mailto:([^\s?]+)")
_PLAIN = (".csv", ".txt")
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_PROGRAMS = ("/JavaScript", "/JS", "/Launch")


def document_faults(site: BuiltSite) -> Iterator[Problem]:
    """What hand-outs bring along."""
    for path, content in site.files.items():
        name = path.lower()
        if name.endswith(_PLAIN) and _NOT_IN_TEXT.search(content):
            yield site.finding(path, 0, "this is no text, whatever its name says; open it and save it as text (UTF-8)")
        if name.endswith(".pdf"):
            try:
                faults = list(_brought_along(content))
            except Exception:  # noqa: BLE001 - pypdf raises whatever a broken file leads it to.
                faults = [("this cannot be read as a PDF; save it as PDF again", True)]
            yield from (site.finding(path, 0, message, stops=stops) for message, stops in faults)


def _brought_along(content: bytes) -> Iterator[tuple[str, bool]]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # Its doubts about a file are not ours.
    reader = PdfReader(BytesIO(content))
    author = str(reader.metadata.author or "").strip() if reader.metadata else ""
    if author:
        yield (
            f"the PDF names “{author}” as its author; if readers need not know, save it again without its properties",
            False,
        )
    said = " ".join(document_texts(content))
    meant = {link.casefold() for link in _LETTER.findall(said)}
    for address in dict.fromkeys(EMAIL.findall(said)):
        if address.casefold() not in meant:
            yield (
                f"the PDF names “{address}”, to which no link of it writes; if readers need not know it, take it out",
                False,
            )
    for name in reader.attachments:
        yield f"the PDF carries a file inside, “{name}”; take it out", True
    if any(program.encode() in content for program in _PROGRAMS):
        yield "the PDF carries a program inside; print it to PDF again", True
