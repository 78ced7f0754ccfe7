"""Pictures that are small on the disk and much work to open, made by the bytes."""

import io
import struct
import zlib

from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"


def progressive_jpeg(side: int, *, scans: int) -> bytes:
    """A progressive JPEG whose last scan stands there `scans` times more."""
    buffer = io.BytesIO()
    Image.new("RGB", (side, side), (200, 10, 10)).save(buffer, "JPEG", progressive=True)
    plain = buffer.getvalue()
    end = plain.rindex(b"\xff\xd9")
    return plain[:end] + plain[plain.rindex(b"\xff\xda") : end] * scans + plain[end:]


def jpeg_of_parts(marker: int, content: bytes, *, parts: int) -> bytes:
    """A JPEG with a part that says next to nothing, over and over."""
    plain = progressive_jpeg(64, scans=0)
    part = b"\xff" + bytes([marker]) + struct.pack(">H", 2 + len(content)) + content
    return plain[:2] + part * parts + plain[2:]


def png(side: int, *chunks: tuple[bytes, bytes], pixels: bytes | None = None) -> bytes:
    """A PNG with these chunks before its pixels; or with other bytes than its pixels need."""
    packed = zlib.compress(b"\0" * (side * 3 + 1) * side) if pixels is None else pixels
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    every = [(b"IHDR", head), *chunks, (b"IDAT", packed), (b"IEND", b"")]
    return PNG + b"".join(_chunk(kind, content) for kind, content in every)


def frames(form: str, *, count: int) -> bytes:
    """An animation."""
    buffer = io.BytesIO()
    first, *others = (Image.new("RGB", (64, 64), (number, 0, 0)) for number in range(count))
    first.save(buffer, form, save_all=True, append_images=others)
    return buffer.getvalue()


def packed(size: int) -> bytes:
    """Very little that unpacks to `size` bytes."""
    return zlib.compress(b"a" * size, 9)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
