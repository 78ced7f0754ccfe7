"""The pages of a PDF as pdfium draws them: each letter with its place, and whether something else is drawn."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from plugins.pdf.failure import Unreadable
from plugins.pdf.layout import Glyph

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


def pages_of(content: bytes) -> tuple[Page, ...]:
    """Every page; raises Unreadable."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise Unreadable("it cannot be read as PDF; save it as PDF again") from error
        try:
            return tuple(_page(document, number) for number in range(len(document)))
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"page {number + 1} cannot be read; save it as PDF again") from error
    text = page.get_textpage()
    count = text.count_chars()
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
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    shown, number, angle, em = 0, 0, 0.0, 1.0
    for index in range(count):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        if not drawn or letter.isspace() or letter < " ":
            continue
        if ctypes.addressof(drawn.contents) != shown:
            shown, number = ctypes.addressof(drawn.contents), number + 1
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            angle = math.atan2(matrix.b, matrix.a)
            em = abs(pdfium.FPDFText_GetFontSize(text, index)) * math.hypot(matrix.c, matrix.d) or 1.0
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        yield Glyph(letter, *_turned(x.value, y.value, box, angle), em, round(math.degrees(angle)) % 360, number)


def _turned(x: float, y: float, box: pdfium.FS_RECTF, angle: float) -> tuple[float, float, float]:
    """Where a letter begins and ends on its line, and where its line is, the line turned level."""
    cosine, sine = math.cos(angle), math.sin(angle)
    width, height = abs(box.right - box.left), abs(box.top - box.bottom)
    level = cosine**2 - sine**2
    advance = (width * abs(cosine) - height * abs(sine)) / level if abs(level) > 0.2 else (width + height) / 3
    start = x * cosine + y * sine
    return start, start + advance, y * cosine - x * sine
