"""A PDF taken apart, in every way in which a reader or a program may read it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from plugins.pdf.actions import doings
from plugins.pdf.budget import Budget
from plugins.pdf.document import Document
from plugins.pdf.drawing_cost import weigh
from plugins.pdf.failure import Broken, Unreadable
from plugins.pdf.layout import readings
from plugins.pdf.objects import Objects, objects_of
from plugins.pdf.strings import comments_of, files_of, strings_of

if TYPE_CHECKING:
    from plugins.pdf.pages import Page

_END = re.compile(rb"%%EOF[ \t\r\n]*")
_MOST_REVISIONS = 50
_HIGHEST = 4_000_000
"""Objects with higher numbers pdfium passes over."""
_WORD = re.compile(r"[^\W\d_]{2}")


def read(content: bytes) -> Document:
    """A PDF; raises Unreadable."""
    budget = Budget()
    objects = objects_of(content, budget)
    weigh(objects, times=max(1, len(_END.findall(content))))
    newest = _pages_of(content, budget)
    pages = (*newest, *(page for file in _other_views(content, objects) for page in _as_far_as_read(file, budget)))
    return Document(
        pages=("\n".join(page.text.rstrip() for page in newest), *dict.fromkeys(_read(pages))),
        strings=tuple(dict.fromkeys((*strings_of(objects), *comments_of(content)))),
        files=tuple(files_of(objects)),
        faults=tuple(dict.fromkeys(doings(content, objects))),
        names_author=any(entries.get("Author") for entries in objects.dictionaries()),
        for_the_eye=tuple(number for number, page in enumerate(newest, start=1) if _needs_an_eye(page)),
    )


def _pages_of(content: bytes, budget: Budget) -> "tuple[Page, ...]":
    """A late import: pdfium takes long to load, and not every file gets so far."""
    from plugins.pdf.pages import pages_of

    return pages_of(content, budget)


def _read(pages: "Iterable[Page]") -> Iterator[str]:
    for page in pages:
        yield page.text
        yield from readings(page.glyphs)


def _needs_an_eye(page: "Page") -> bool:
    return page.is_coded or (page.is_drawn and not _WORD.search(page.text))


def _other_views(content: bytes, objects: Objects) -> Iterator[bytes]:
    """What else pdfium is given to read: the drawings of the newest revision, each earlier one, and its drawings."""
    ends = [end.end() for end in _END.finditer(content)]
    if len(ends) > _MOST_REVISIONS:
        raise Unreadable(f"it was saved more than {_MOST_REVISIONS} times over; print it to PDF again")
    drawings = sorted({each.number for each in objects.all if "Form" in objects.kinds(each)})
    first_free = max(each.number for each in objects.all if each.number < _HIGHEST) + 1
    for end in ends:
        revision = content[:end]
        if revision != content:
            yield revision
        if drawings:
            yield revision + _pages_of_drawings(drawings, first_free)


def _as_far_as_read(file: bytes, budget: Budget) -> "tuple[Page, ...]":
    """What cannot be opened now could be read by nobody then."""
    try:
        return _pages_of(file, budget)
    except Broken:
        return ()


def _pages_of_drawings(drawings: Sequence[int], first_free: int) -> bytes:
    """A page for each drawing that pages, notes and fields use, since pdfium tells the text of pages alone.

    The table of references leads nowhere: so pdfium looks for every object itself.
    """
    catalog, tree, content = range(first_free, first_free + 3)
    pages = range(first_free + 3, first_free + 3 + len(drawings))
    added = {
        catalog: b"<< /Type /Catalog /Pages %d 0 R >>" % tree,
        tree: b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(pages), b" ".join(b"%d 0 R" % page for page in pages)),
        content: b"<< /Length 5 >>\nstream\n/D Do\nendstream",
    }
    for page, drawing in zip(pages, drawings, strict=True):
        added[page] = (
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /XObject << /D %d 0 R >> >> >>" % (tree, content, drawing)
        )
    written = b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in added.items())
    return b"\n%btrailer\n<< /Root %d 0 R /Size %d >>\nstartxref\n0\n%%%%EOF\n" % (written, catalog, pages.stop)
