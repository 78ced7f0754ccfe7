"""Private words in pictures: in every place where a program leaves words beside the pixels."""

import io
import random
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin

from tests.consent.private_words.lists import lines_found

NAME = "Siân Quillfeather"
XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Siân Quillfeather</dc:creator></x:xmpmeta>'


def picture(kind: str, **saving: object) -> bytes:
    """Noise, so that pixels are packed into bytes of every kind."""
    image = Image.frombytes("RGB", (64, 64), random.Random(7).randbytes(64 * 64 * 3))
    stream = io.BytesIO()
    image.save(stream, kind, **saving)
    return stream.getvalue()


def exif(tag: int, value: object) -> bytes:
    found = Image.Exif()
    found[tag] = value
    return found.tobytes()


def png_with(**texts: object) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Nobody")
    for kind, value in texts.items():
        if kind == "text":
            info.add_text("Comment", str(value))
        elif kind == "packed":
            info.add_text("Comment", str(value), zip=True)
        else:
            info.add_itxt("Comment", str(value), zip=True)
    return picture("PNG", pnginfo=info)


def box(kind: bytes, content: bytes, *, long: bool = False) -> bytes:
    """A part of a JPEG 2000."""
    head = struct.pack(">I4sQ", 1, kind, len(content) + 16) if long else struct.pack(">I4s", len(content) + 8, kind)
    return head + content


JPEG_2000 = (
    box(b"jP  ", b"\r\n\x87\n")
    + box(b"ftyp", b"jp2 \x00\x00\x00\x00jp2 ")
    + box(b"jp2c", random.Random(7).randbytes(4096))
)
ARTIST, XP_AUTHOR = 0x013B, 0x9C9D
PICTURES = {
    "EXIF in JPEG": picture("JPEG", exif=exif(ARTIST, "Sian Quillfeather")),
    "Windows' own field": picture("JPEG", exif=exif(XP_AUTHOR, "Siân Quillfeather".encode("utf-16-le"))),
    "the other order": picture("JPEG", comment=b"\x00" + "Siân Quillfeather".encode("utf-16-be")),
    "a remark in JPEG": picture("JPEG", comment="Siân Quillfeather".encode()),
    "XMP in JPEG": picture("JPEG", xmp=XMP.encode()),
    "behind the end of JPEG": picture("JPEG") + "Siân Quillfeather".encode(),
    "EXIF in WebP": picture("WEBP", exif=exif(ARTIST, "Sian Quillfeather")),
    "XMP in WebP": picture("WEBP", xmp=XMP.encode()),
    "text in PNG": png_with(text="Siân Quillfeather"),
    "packed text in PNG": png_with(packed="Siân Quillfeather"),
    "packed Unicode in PNG": png_with(unicode="Siân Quillfeather"),
    "behind the end of PNG": picture("PNG") + "Siân Quillfeather".encode(),
    "XMP in JPEG 2000": JPEG_2000 + box(b"uuid", bytes(16) + XMP.encode()),
    "a long box in JPEG 2000": JPEG_2000 + box(b"xml ", XMP.encode(), long=True),
    "the last box of JPEG 2000": JPEG_2000 + struct.pack(">I4s", 0, b"xml ") + XMP.encode(),
    "another kind of file": b"\x00\x01\x02" + "xx Siân Quillfeather xx".encode() + b"\x00",
}


@pytest.mark.parametrize("where", PICTURES)
def test_a_name_is_found_in_a_picture(where: str) -> None:
    assert lines_found("photos/a1b2.jpg", PICTURES[where], NAME) == [1]


@pytest.mark.parametrize("content", [*(picture(kind) for kind in ("JPEG", "PNG", "WEBP")), JPEG_2000])
def test_pixels_are_no_words(content: bytes) -> None:
    """Every name of two letters is somewhere in so much noise."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [one + other for one in letters for other in letters if one + other not in ("jf", "if")]
    assert lines_found("photos/a1b2.jpg", content, *names) == []


@pytest.mark.parametrize("content", [picture("JPEG")[:40], picture("PNG")[:40], picture("WEBP")[:40]])
def test_a_picture_that_was_cut_off_is_searched_as_far_as_it_goes(content: bytes) -> None:
    assert lines_found("photos/a1b2.jpg", content, NAME) == []


def test_a_remark_that_cannot_be_unpacked_is_let_be() -> None:
    part = b"Comment\x00\x00\x78nothing"
    chunk = struct.pack(">I", len(part)) + b"zTXt" + part + struct.pack(">I", zlib.crc32(b"zTXt" + part))
    whole = picture("PNG")
    assert lines_found("a.png", whole[:33] + chunk + whole[33:], NAME) == []
