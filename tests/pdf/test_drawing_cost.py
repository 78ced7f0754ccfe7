"""PDFs that are small on the disk and much work to draw are told before pdfium is asked."""

import time
import zlib

import pytest

from plugins.pdf.document import document
from plugins.pdf.failure import Unreadable

HEAVY = "its pages draw the same things over and over, which would take minutes; print it to PDF again"
NOTHING = b"q Q " * 250_000


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue, with their places at its end."""
    content, places = b"%PDF-1.5\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            len(content),
        )
    )


def stream(instructions: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(instructions, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (entries, len(packed), packed)


def pages(count: int, entries: bytes, *more: bytes) -> bytes:
    """Pages that are all alike; `more` begins with object 3."""
    first = 3 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]%b>>" % entries
    tree = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *more, *[page] * count)


def nested(depth: int, width: int) -> bytes:
    """A page that draws a drawing, which draws another `width` times, and so on."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    drawings = [stream(b"/X Do " * width, form % (5 + number)) for number in range(depth)]
    last = stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    entries = b"/Contents 3 0 R/Resources<</XObject<</X 4 0 R>>>>"
    return pages(1, entries, stream(b"/X Do"), *drawings, last)


BOMBS = {
    "3,000 pages that share a stream": lambda: pages(3000, b"/Contents 3 0 R", stream(NOTHING)),
    "a page that lists one stream 3,000 times": lambda: pages(
        1, b"/Contents[" + b"3 0 R " * 3000 + b"]", stream(NOTHING)
    ),
    "drawings within drawings": lambda: nested(8, 10),
    "drawings nested without end": lambda: nested(3000, 1),
    "saved often": lambda: pages(10, b"/Contents 3 0 R", stream(NOTHING)) + b"%%EOF\n" * 40,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_pdf_that_would_take_minutes_to_draw_is_told(name: str) -> None:
    content = BOMBS[name]()
    before = time.process_time()
    with pytest.raises(Unreadable) as refused:
        document(content)
    assert str(refused.value) == HEAVY
    assert time.process_time() - before < 5


def test_a_drawing_that_draws_itself_and_a_stream_of_a_few_pages_are_read() -> None:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>>>")
    document(pages(2, b"/Contents 4 0 R/Resources<</XObject<</X 3 0 R>>>>", form, stream(b"/X Do")))
    document(pages(20, b"/Contents 3 0 R", stream(b"q Q " * 1000)))
    form = b"<</X<</Type/XObject/Subtype/Form>>>>"
    document(pages(1, b"/Contents 3 0 R/Resources<</XObject%b>>" % form, stream(b"/X Do")))


def test_a_page_below_pages_below_pages_without_end_is_weighed() -> None:
    inner = [
        b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (number - 1, number + 1) for number in range(3, 63)
    ]
    page = b"<</Type/Page/Parent 62 0 R/MediaBox[0 0 9 9]>>"
    content = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", *inner, page)
    assert document(content).faults == ()
