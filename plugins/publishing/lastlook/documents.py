"""Hand-outs: whether each is what its name says, and what a PDF says of its author, carries inside and does.

An author's name, an e-mail address and an older encoding are notices, since they may be meant; files and programs
inside are never meant.
"""

import re
from collections.abc import Iterator

from plugins.consent.disclosures import EMAIL
from plugins.consent.private_words.letters import text_of
from plugins.documents.epub import text_inside
from plugins.frontmatter.encodings import decoded
from plugins.patterns import lazy_pattern
from plugins.pdf import Unreadable, document, is_pdf
from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite

_LETTER = lazy_pattern(r"mailto:([^\s?]+)")
_PLAIN = (".csv", ".txt")
_NOT_IN_TEXT = lazy_pattern(r"[\x00-\x08\x0e-\x1f]")
_WEB_PAGE = lazy_pattern(
    r"\s*<(?:!doctype|!--|\?xml|(?:html|head|title|body|script|style|svg|table|div|p|h1)\b)", re.IGNORECASE
)


def document_faults(site: BuiltSite) -> Iterator[Problem]:
    """What hand-outs are and are not, and what they bring along."""
    for path, content in site.files.items():
        name = path.lower()
        if name.endswith(_PLAIN):
            found = _about_text(content)
            yield from (site.finding(path, line, message, "hand-out", stops=stops) for line, message, stops in found)
        if name.endswith(".epub"):
            try:
                text_inside(content)
            except Unreadable as unreadable:
                yield site.finding(path, 0, f"nobody knows what is in this EPUB: {unreadable}", "hand-out")
        if name.endswith(".pdf"):
            yield from (
                site.finding(path, 0, message, "hand-out", stops=stops) for message, stops in _brought_along(content)
            )


def _about_text(content: bytes) -> Iterator[tuple[int, str, bool]]:
    """What a text is instead; of one in an older encoding its name, as a notice, since most of it can be read."""
    text = text_of(content)
    _, line, message = decoded(content)
    if _NOT_IN_TEXT.search(text) or is_pdf(content) or decoded(text.encode())[0] is None:
        yield 0, message or "this is no text, whatever its name says; open it and save it as text (UTF-8)", True
    elif _WEB_PAGE.match(text):
        yield 0, "this is a web page, whatever its name says; open it and save it as text (UTF-8)", True
    elif message:
        yield line, message, False


def _brought_along(content: bytes) -> Iterator[tuple[str, bool]]:
    if not content.startswith(b"%PDF-"):
        yield "this is no PDF, whatever its name says; open it and save it as PDF", True
        return
    try:
        read = document(content)
    except Unreadable as unreadable:
        yield f"nobody knows what is in this PDF: {unreadable}", True
        return
    if read.names_author:
        yield "the PDF names its author; if readers need not know, save it again without its properties", False
    said = " ".join((*read.pages, *read.strings))
    meant = {link.casefold() for link in _LETTER.findall(said)}
    if any(address.casefold() not in meant for address in EMAIL.findall(said)):
        yield (
            "the PDF names an e-mail address to which no link of it writes; if readers need not know it, take it out",
            False,
        )
    yield from ((fault, True) for fault in read.faults)
