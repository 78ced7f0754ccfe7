"""What a PDF may do beside being read: lead to a web page, to an e-mail, to a place in itself. All else is told."""

import re
from collections.abc import Iterator

from plugins.pdf.objects import Objects
from plugins.pdf.strings import text_string
from plugins.pdf.syntax import Name, Value

PROGRAM = "the PDF carries a program inside; print it to PDF again"
FILE = "the PDF carries a file inside; take it out"
ACTION = (
    "something in the PDF leads elsewhere than to a web page, to an e-mail or to a place in it; "
    "take that link or button out, or print it to PDF again"
)
BEHIND = "something stands behind the end of the PDF; save it as PDF again"

_TOLD = {
    **dict.fromkeys(("JavaScript", "JS", "Launch", "XFA", "Rendition", "RichMedia", "RichMediaExecute"), PROGRAM),
    **dict.fromkeys(("EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment", "GoToE"), FILE),
    **dict.fromkeys(("GoToR", "SubmitForm", "ImportData", "GoTo3DView", "GoToDp"), ACTION),
}
"""Names that stand for nothing else, wherever they stand."""
_OTHER_ACTIONS = frozenset(("Thread", "Sound", "Movie", "Hide", "SetOCGState", "ResetForm", "Trans"))
_WITHIN = frozenset(("NextPage", "PrevPage", "FirstPage", "LastPage"))
_WEB_OR_LETTER = re.compile(r"\s*(?:https?://[^/\\]|mailto:.)", re.IGNORECASE)
_NOTHING_MORE = re.compile(rb"[\x00\t\n\f\r ]*\Z")


def doings(content: bytes, objects: Objects) -> Iterator[str]:
    """What is to be said of what a PDF does and carries; each sentence may come several times."""
    if not _NOTHING_MORE.match(content, content.rfind(b"%%EOF") + len(b"%%EOF")):
        yield BEHIND
    for each in objects.all:
        yield from _named(each.value)
    for entries in objects.dictionaries():
        yield from _in_dictionary(objects, entries)


def _named(value: Value) -> Iterator[str]:
    if isinstance(value, Name) and value in _TOLD:
        yield _TOLD[value]


def _in_dictionary(objects: Objects, entries: dict[str, Value]) -> Iterator[str]:
    yield from (_TOLD[key] for key in entries if key in _TOLD)
    for value in entries.values():
        for each in value if isinstance(value, list) else (value,):
            yield from _named(each)
    kinds = {str(kind) for kind in objects.meant(entries.get("S")) if isinstance(kind, Name)}
    goes_within = _WITHIN.issuperset(map(str, objects.meant(entries.get("N"))))
    if kinds & _OTHER_ACTIONS or ("Named" in kinds and not goes_within):
        yield ACTION
    for key in ("URI", "Base"):
        for address in objects.meant(entries[key]) if key in entries else ():
            if isinstance(address, bytes) and not _WEB_OR_LETTER.match(text_string(address)):
                yield ACTION
