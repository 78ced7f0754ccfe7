"""What a PDF is read for as a whole: pages that only an eye can read, revisions, what nobody can read."""

import random
import zlib
from collections.abc import Callable

import pytest

from plugins.pdf import Unreadable, document, is_pdf
from plugins.pdf.budget import Budget
from plugins.pdf.filters import unpacked
from plugins.pdf.objects import objects_of
from plugins.pdf.strings import strings_of
from tests.support.papers import Paper, literal, pages_of, paper, revised, shown

LINE = b"9 9 m 90 90 l S "
PICTURE = b"q 90 0 0 90 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q "


def eyes(content: bytes) -> tuple[int, ...]:
    return document(content).for_the_eye


def test_pages_without_a_word_that_draw_something_need_an_eye() -> None:
    pages = [b"", shown("Words"), LINE, PICTURE, PICTURE + shown("Words"), LINE + shown("7 a")]
    assert eyes(pages_of(pages).saved()) == (3, 4, 6)


@pytest.mark.parametrize(("kind", "needs"), [(b"/Link", ()), (b"/Popup", ()), (b"/Stamp", (1,)), (b"/Ink", (1,))])
def test_a_page_with_a_note_alone_needs_an_eye(kind: bytes, needs: tuple[int, ...]) -> None:
    made = Paper()
    made.page(entries=b"/Annots [<< /Type /Annot /Subtype %b /Rect [9 9 90 90] >> null]" % kind)
    assert eyes(made.saved()) == needs


def coded(text: str) -> bytes:
    """A page whose font has letters by number, and says of none what it is."""
    made = Paper()
    inner = made.add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Own) /Ordering (Own) /Supplement 0 >> "
        b"/FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 9 9] /ItalicAngle 0 /Ascent 9 /Descent 0 /StemV 9 >> >>"
    )
    outer = made.add(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [%d 0 R] >>" % inner
    )
    codes = "".join(f"{ord(letter) + 900:04x}" for letter in text).encode()
    made.page(shown("Words") + b"BT /F2 12 Tf 72 500 Td <%b> Tj ET" % codes, resources=b"")
    made.objects[made.pages[0] - 1] = made.objects[made.pages[0] - 1].replace(
        b"/F1 3 0 R", b"/F1 3 0 R /F2 %d 0 R" % outer
    )
    return made.saved()


def test_letters_that_mean_nothing_to_a_program_need_an_eye() -> None:
    assert eyes(coded("Quill")) == (1,)
    assert eyes(coded("Q")) == ()


def test_a_pdf_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = paper("Once").saved()
    assert document(content) is document(bytes(content))


def test_a_pdf_may_begin_a_little_later_and_so_may_what_it_says() -> None:
    assert is_pdf(b"\n" * 1000 + paper("Hello").saved())
    assert not is_pdf(b"\n" * 2000 + paper("Hello").saved())


def test_an_earlier_revision_that_cannot_be_opened_says_nothing() -> None:
    content = b"%PDF-1.7\n%%EOF\n" + paper("Hello").saved()
    assert "Hello" in document(content).pages


def test_too_many_revisions_are_refused() -> None:
    content = paper("Hello").saved()
    for _ in range(51):
        content = revised(content, {9: b"(more)"})
    with pytest.raises(Unreadable, match="it was saved more than 50 times over; print it to PDF again"):
        document(content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7\nbroken", "it cannot be read as PDF; save it as PDF again"),
        (pages_of([b"", b""]).saved().replace(b"/Kids [5 0 R 7 0 R]", b"/Kids [5 0 R 3 0 R]"), "page 2 cannot be read; save it as PDF again"),
        (paper("a").packed().replace(b"/Type /ObjStm", b"/Type /ObjStm /DecodeParms << /Predictor 12 >>"), "a part of it is packed in a way that nobody can search; print it to PDF again"),
    ],
)  # fmt: skip
def test_what_nobody_can_read_is_told(content: bytes, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        document(content)


def test_a_stream_is_read_whose_length_is_wrong_or_elsewhere() -> None:
    for length in (b"/Length 1", b"/Length 99999", b"/Length 1 0 R"):
        made = Paper()
        made.page()
        text = zlib.compress(b"<x>" + b"Quill " * 50 + b"</x>")
        made.add(b"<< /Type /Metadata /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (length, text))
        [(name, described)] = document(made.saved()).files
        assert (name, described) == ("description.xml", unpacked(text, ["FlateDecode"]))


def test_a_stream_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    content = paper("Hello").saved() + b"99 0 obj\n<< /Type /Metadata >>\nstream\nQuill"
    assert ("description.xml", b"Quill") in document(content).files


def test_numbers_are_no_words() -> None:
    made = Paper(trailer=b"/ID [%b %b]" % (literal("Jo"), literal("Jo")))
    made.page()
    made.add(b"[/Indexed /DeviceRGB 1 %b]" % literal("Jo"))
    made.add(b"<< /Type /Sig /ByteRange [0 1 2 3] /Contents %b >>" % literal("Jo"))
    made.add(b"<< /Type /FontDescriptor /FontFamily %b >>" % literal("Jo"))
    assert document(made.saved()).strings == ()


def test_pixels_are_no_words() -> None:
    """Neither those that are packed, nor those of a fax, nor fonts: every name of two letters is in so much noise."""
    noise, made = random.Random(7).randbytes(9000), Paper()
    made.page()
    for entries in (b"/Filter /FlateDecode", b"/Filter /CCITTFaxDecode", b""):
        made.stream(zlib.compress(noise) if b"Flate" in entries else noise, b"/Subtype /Image " + entries)
    made.stream(noise, b"/Length1 9000")
    read = document(made.saved())
    assert (read.files, read.strings) == ((), ())


def test_pages_that_share_a_stream_are_counted_and_refused() -> None:
    made = Paper()
    shared = made.stream(zlib.compress(shown("Hello there " * 50)), b"/Filter /FlateDecode")
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    )
    made.pages = [made.add(page % shared) for _ in range(900)]
    with pytest.raises(Unreadable, match="its pages hold more than 500,000 letters and lines; hand out a part of it"):
        document(made.saved())


@pytest.mark.parametrize(
    "more",
    [
        lambda made: [made.stream(zlib.compress(bytes(900_000), 1), b"/Filter /FlateDecode") for _ in range(3)],
        lambda made: made.add(b"1 0 obj (" * 900),
    ],
)
def test_what_takes_too_long_to_unpack_is_refused(more: Callable[[Paper], object]) -> None:
    made = Paper()
    made.page()
    more(made)
    with pytest.raises(Unreadable, match="it is larger than 200 MB when it is unpacked; print it to PDF again"):
        list(strings_of(objects_of(made.saved(), Budget(read=2_000_000))))
