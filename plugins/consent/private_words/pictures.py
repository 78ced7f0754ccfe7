"""What a picture says beside its pixels: remarks, descriptions, and whatever was put behind its end.

A picture of the diary is made anew from its pixels and says nothing. This looks all the same, at the bytes as they are:
the parts that hold pixels or colour profiles are numbers, in which every short word would be found by chance.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from plugins.consent.private_words.letters import text_of
from plugins.consent.private_words.markup import read_out

_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBERS_OF_PNG = (b"IDAT", b"PLTE", b"iCCP", b"fdAT")
_NUMBERS_OF_WEBP = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANMF", b"ICCP")
_NUMBERS_OF_JPEG_2000 = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
_MANY = re.compile(rb"[\x20-\x7e\x80-\xff]{8,}")
_WIDE = (re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){2,}"), re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){2,}"))
_LARGEST_REMARK = 1_000_000
_START_OF_PIXELS = 0xDA


def picture_texts(content: bytes) -> tuple[str, ...] | None:
    """The texts in a picture or another file that is no text; None for text."""
    if content.startswith(b"\xff\xd8\xff"):
        parts = tuple(_jpeg(content))
    elif content.startswith(_PNG):
        parts = tuple(_png(content))
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        parts = tuple(_webp(content))
    elif content[4:8] == b"jP  ":
        parts = tuple(_jpeg_2000(content))
    elif b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        parts = tuple(_MANY.findall(content))
    else:
        return None
    return tuple(text for part in parts for text in _said(part))


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Segments up to the pixels [ITU-T T.81, B.1], and what stands behind the end."""
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker, length = content[place + 1], struct.unpack_from(">H", content, place + 2)[0]
        part = content[place + 4 : place + 2 + length]
        if (0xE0 <= marker <= 0xEF or marker == 0xFE) and not part.startswith(b"ICC_PROFILE"):
            yield part
        if marker == _START_OF_PIXELS:
            break
        place += 2 + length
    yield content[content.rfind(b"\xff\xd9") + 2 :] if b"\xff\xd9" in content else b""


def _png(content: bytes) -> Iterator[bytes]:
    """Chunks without numbers, remarks unpacked [PNG, 11.3.3], and what stands behind the end."""
    place = len(_PNG)
    while place + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        part = content[place + 8 : place + 8 + length]
        place += 12 + length
        if kind not in _NUMBERS_OF_PNG:
            yield part
        if kind in (b"zTXt", b"iTXt"):
            yield _unpacked(part)
        if kind == b"IEND":
            break
    yield content[place:]


def _unpacked(part: bytes) -> bytes:
    """What was packed in a remark; nothing when it was not."""
    start = part.find(b"\x78")
    try:
        return zlib.decompressobj().decompress(part[start:], _LARGEST_REMARK)
    except zlib.error:
        return b""


def _webp(content: bytes) -> Iterator[bytes]:
    place = 12
    while place + 8 <= len(content):
        kind, length = struct.unpack_from("<4sI", content, place)
        if kind not in _NUMBERS_OF_WEBP:
            yield content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _jpeg_2000(content: bytes) -> Iterator[bytes]:
    """Boxes but those of pixels [ITU-T T.800, I.4]; a length of 0 reaches to the end, one of 1 is written behind."""
    place = 0
    while place + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        if length == 1 and place + 16 <= len(content):
            length = struct.unpack_from(">Q", content, place + 8)[0]
        end = place + length if length >= 8 else len(content)
        if kind not in _NUMBERS_OF_JPEG_2000:
            yield content[place + 8 : end]
        place = end


def _said(part: bytes) -> Iterator[str]:
    """A part read as programs may have written it: letters of one byte, of UTF-8, and of two bytes each."""
    text = text_of(part)
    yield from read_out(text, every_tag=True) if "<" in text else (text,)
    for wide, order in zip(_WIDE, ("utf-16-le", "utf-16-be"), strict=True):
        yield from (found.decode(order, "replace") for found in wide.findall(part))
