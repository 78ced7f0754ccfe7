"""Hand-outs: what a PDF says of its author, and what it carries inside.

An author's name is a notice, since it may be meant; files and programs inside are never meant.
"""

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite

_PROGRAMS = ("/JavaScript", "/JS", "/Launch")


def document_faults(site: BuiltSite) -> Iterator[Problem]:
    """What hand-outs bring along."""
    for path, content in site.files.items():
        if path.endswith(".pdf"):
            try:
                told = list(_brought_along(content))
            except Exception:  # noqa: BLE001 - pypdf raises whatever a broken file leads it to.
                told = [("this cannot be read as a PDF; save it as PDF again", True)]
            yield from (site.finding(path, 0, message, stops=stops) for message, stops in told)


def _brought_along(content: bytes) -> Iterator[tuple[str, bool]]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # Its doubts about a file are not ours.
    reader = PdfReader(BytesIO(content))
    author = str(reader.metadata.author or "").strip() if reader.metadata else ""
    if author:
        yield (
            f"the PDF names “{author}” as its author; if readers need not know, save it again without its properties",
            False,
        )
    for name in reader.attachments:
        yield f"the PDF carries a file inside, “{name}”; take it out", True
    if any(program.encode() in content for program in _PROGRAMS):
        yield "the PDF carries a program inside; print it to PDF again", True
