"""PDFs for tests, written by hand and by pypdf."""

import io

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import DecodedStreamObject, NameObject, TextStringObject


def paper(*lines: str) -> PdfWriter:
    """A page with these lines of text."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(out))))


def saved(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def described(words: str) -> PdfWriter:
    """A paper whose XMP description holds words."""
    writer = paper("Hello")
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta><dc:creator>{words}</dc:creator></x:xmpmeta>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    return writer


def noted(words: str) -> PdfWriter:
    writer = paper("Hello")
    writer.add_annotation(0, FreeText(text=words, rect=(50, 50, 200, 100)))
    return writer


def linked(address: str) -> PdfWriter:
    writer = paper("Hello")
    writer.add_annotation(0, Link(rect=(50, 50, 200, 100), url=address))
    return writer


def outlined(words: str) -> PdfWriter:
    writer = paper("Hello")
    parent = writer.add_outline_item(title="First", page_number=0)
    writer.add_outline_item(title=words, page_number=0, parent=parent)
    return writer


def owned(words: str) -> PdfWriter:
    writer = paper("Hello")
    writer.add_metadata({"/Author": TextStringObject(words)})
    return writer


def carrying(name: str, words: str) -> PdfWriter:
    writer = paper("Hello")
    writer.add_attachment(name, words.encode())
    return writer


def locked() -> PdfWriter:
    writer = paper("Hello")
    writer.encrypt("secret", algorithm="RC4-128")
    return writer
