"""PDFs for tests, written byte by byte, so that what is in them is known."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

FONT = 3
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


@dataclass
class Paper:
    """The objects of a PDF, numbered from 1: the catalogue, the page tree, a font, then pages and what is added."""

    objects: list[bytes] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    catalog: bytes = b""
    trailer: bytes = b""

    def __post_init__(self) -> None:
        self.objects += [b"", b"", _FONT]

    def add(self, content: bytes) -> int:
        """The number of a further object."""
        self.objects.append(content)
        return len(self.objects)

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        return self.add(b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data))

    def page(self, content: bytes = b"", entries: bytes = b"", resources: bytes = b"") -> int:
        """The number of a page that shows this content."""
        drawn = self.stream(content)
        page = self.add(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 %d 0 R >> %b >> %b >>" % (drawn, FONT, resources, entries)
        )
        self.pages.append(page)
        return page

    def saved(self) -> bytes:
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % self.catalog
        self.objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(self.pages))
        return written(dict(enumerate(self.objects, start=1)), trailer=self.trailer)

    def packed(self) -> bytes:
        """The same with every object but the streams in an object stream, packed, and a cross-reference stream."""
        plain = {number: each for number, each in self._numbered().items() if b"stream\n" not in each}
        streams = {number: each for number, each in self._numbered().items() if number not in plain}
        places, packed = [], b""
        for number, each in plain.items():
            places.append(b"%d %d" % (number, len(packed)))
            packed += each + b"\n"
        head = b" ".join(places) + b"\n"
        data = zlib.compress(head + packed)
        entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(plain), len(head))
        holder = len(self.objects) + 1
        streams[holder] = b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)
        rows = {number: (2, holder, index) for index, number in enumerate(plain)}
        return _with_stream_of_references(streams, rows)

    def _numbered(self) -> dict[int, bytes]:
        self.saved()
        return dict(enumerate(self.objects, start=1))


def written(
    objects: dict[int, bytes], *, trailer: bytes = b"", before: bytes = b"%PDF-1.7\n", previous: int = 0
) -> bytes:
    """The file of these objects, or, with `before`, its next revision."""
    out, places = bytearray(before), {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    out += b"".join(b"%d 1\n%010d 00000 n \n" % each for each in places.items())
    earlier = b"/Prev %d" % previous if previous else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R %b %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        earlier,
        trailer,
        start,
    )
    return bytes(out)


def revised(before: bytes, objects: dict[int, bytes]) -> bytes:
    """A further revision of a file, as programs append it: these objects take the place of earlier ones."""
    previous = int(before.rsplit(b"startxref\n", 1)[1].split()[0])
    return written(objects, before=before, previous=previous, trailer=b"")


def _with_stream_of_references(streams: dict[int, bytes], rows: dict[int, tuple[int, int, int]]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    for number, content in streams.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, own = len(out), max(rows) + 1
    rows |= {0: (0, 0, 65535), own: (1, start, 0)}
    data = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, place, index in (rows[number] for number in range(own + 1))
    )
    out += (
        b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n%b\nendstream\nendobj\n"
        % (
            own,
            own + 1,
            len(data),
            data,
        )
    )
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def shown(text: str, *, at: tuple[float, float] = (72, 720), size: float = 12, operators: str = "") -> bytes:
    """The operators that show a line of text."""
    return b"BT /F1 %g Tf %b %g %g Td %b Tj ET\n" % (size, operators.encode(), *at, literal(text))


def literal(text: str) -> bytes:
    """A string as it stands in content."""
    return b"<" + text.encode("cp1252").hex().encode() + b">"


def said(text: str) -> bytes:
    """A text string as it stands in dictionaries."""
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


def paper(*lines: str, catalog: bytes = b"", trailer: bytes = b"") -> Paper:
    """A page with these lines of text."""
    made = Paper(catalog=catalog, trailer=trailer)
    made.page(b"".join(shown(line, at=(72, 720 - 14 * number)) for number, line in enumerate(lines)))
    return made


def pages_of(contents: Sequence[bytes]) -> Paper:
    made = Paper()
    for content in contents:
        made.page(content)
    return made


def locked() -> bytes:
    return paper("Hello", trailer=b"/Encrypt << /Filter /Standard /V 1 >>").saved()


def owned(author: str) -> bytes:
    return paper("Hello", trailer=b"/Info << /Author %b >>" % said(author)).saved()
