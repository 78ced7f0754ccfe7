"""The pages of a PDF as pdfium draws them: each letter with its place, and whether something else is drawn."""

import ctypes
import math
import sys
from collections.abc import Iterator
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from plugins.pdf.budget import PAGE, Budget
from plugins.pdf.failure import Broken
from plugins.pdf.layout import Glyph
from plugins.records import dataclass

_ONE_AT_A_TIME = Lock()
"""pdfium knows no threads."""
_NOT_DRAWN = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP))


@dataclass(frozen=True, slots=True)
class Page:
    """`text` is the page as pdfium tells it; `is_drawn`: there are pictures, lines or notes beside letters.

    `is_coded` says that letters in a row have no meaning but for the eye.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    is_drawn: bool
    is_coded: bool


def pages_of(content: bytes, budget: Budget | None = None) -> tuple[Page, ...]:
    """Every page; raises Broken, or Unreadable where they are more work than the budget allows."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise Broken("it cannot be read as PDF; save it as PDF again") from error
        try:
            return tuple(_page(document, number, budget or Budget()) for number in range(len(document)))
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, number: int, budget: Budget) -> Page:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Broken(f"page {number + 1} cannot be read; save it as PDF again") from error
    text = page.get_textpage()
    count = text.count_chars()
    budget.draw(PAGE + count + pdfium.FPDFPage_CountObjects(page))
    coded = [pdfium.FPDFText_HasUnicodeMapError(text, index) == 1 for index in range(count)]
    read = Page(
        text.get_text_range() if count else "",
        tuple(_glyphs(text, count)),
        is_drawn=_is_drawn(page),
        is_coded=any(one and other for one, other in pairwise(coded)),
    )
    text.close()
    page.close()
    return read


def _is_drawn(page: pypdfium2.PdfPage) -> bool:
    kinds = (
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index))
        for index in range(pdfium.FPDFPage_CountObjects(page))
    )
    return any(kind != pdfium.FPDF_PAGEOBJ_TEXT for kind in kinds) or any(_notes(page))


def _notes(page: pypdfium2.PdfPage) -> Iterator[bool]:
    """Of each note whether it may draw something."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if note:
            yield pdfium.FPDFAnnot_GetSubtype(note) not in _NOT_DRAWN
            pdfium.FPDFPage_CloseAnnot(note)


def _glyphs(text: pypdfium2.PdfTextPage, count: int) -> Iterator[Glyph]:
    """Every letter that is drawn; blanks that pdfium adds or that are drawn are gaps between them."""
    box, shown, run = pdfium.FS_RECTF(), 0, _Run(0, 0.0, 1.0, 0.0)
    for index in range(count):
        letter = chr(min(pdfium.FPDFText_GetUnicode(text, index), sys.maxunicode))
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        if not drawn or letter.isspace() or letter < " ":
            continue
        address = ctypes.addressof(drawn.contents)
        if address != shown:
            shown, run = address, _run(text, index, run.number + 1)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        if run.angle:
            yield _turned(text, index, letter, run)
        else:
            yield Glyph(letter, box.left, box.right, run.baseline, run.em, 0, run.number)


class _Run(NamedTuple):
    """What the letters that are drawn in one go have in common; `baseline` holds where they are not turned."""

    number: int
    angle: float
    em: float
    baseline: float


def _run(text: pypdfium2.PdfTextPage, index: int, number: int) -> _Run:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    em = abs(pdfium.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d)
    return _Run(number, math.atan2(matrix.b, matrix.a), em or 1.0, _origin(text, index)[1])


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def _turned(text: pypdfium2.PdfTextPage, index: int, letter: str, run: _Run) -> Glyph:
    """A letter on a line that is not level, with its place on that line; a box around it would be too wide."""
    x, y = _origin(text, index)
    cosine, sine = math.cos(run.angle), math.sin(run.angle)
    font, width = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, index)), ctypes.c_float()
    pdfium.FPDFFont_GetGlyphWidth(font, ord(letter), run.em, width)
    start, degrees = x * cosine + y * sine, round(math.degrees(run.angle)) % 360
    return Glyph(letter, start, start + (width.value or run.em / 2), y * cosine - x * sine, run.em, degrees, run.number)
