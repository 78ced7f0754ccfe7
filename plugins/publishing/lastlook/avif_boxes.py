"""What an AVIF picture is made of [ISO/IEC 14496-12, 23008-12]: boxes within boxes, and items told of in one."""

from collections.abc import Iterator
from dataclasses import dataclass

_AT_TOP = frozenset((b"ftyp", b"meta", b"mdat", b"free", b"moov"))
_IN_META = frozenset((b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref", b"idat", b"grpl"))
_ITEMS = frozenset((b"av01", b"grid", b"iovl", b"tmap"))
_FULL = 4
"""A full box begins with its version and flags."""


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    content: bytes
    size: int


def avif_extras(content: bytes) -> Iterator[str]:
    """What it holds besides pixels."""
    if content[4:8] != b"ftyp":
        yield "no AVIF at all, whatever its name says"
        return
    boxes = list(_boxes(content))
    for box in boxes:
        if box.kind not in _AT_TOP:
            yield _named(box)
        if box.kind == b"free" and box.content.strip(b"\0"):
            yield "something in a space that should be empty"
        if box.kind == b"meta":
            yield from _in_meta(box.content[_FULL:])
    if sum(box.size for box in boxes) < len(content):
        yield "bytes behind its end"


def _in_meta(content: bytes) -> Iterator[str]:
    for box in _boxes(content):
        if box.kind not in _IN_META:
            yield _named(box)
        if box.kind == b"iinf":
            count = 2 if box.content[0] == 0 else 4
            for item in _boxes(box.content[_FULL + count :]):
                yield from _item(item.content)
        if box.kind == b"iprp" and any(kind in box.content for kind in (b"colrprof", b"colrrICC")):
            yield "a colour profile"


def _item(content: bytes) -> Iterator[str]:
    """An item's kind stands behind its version, its number (two or four bytes) and its protection."""
    start = _FULL + (2 if content[0] == 2 else 4) + 2
    kind = content[start : start + 4]
    if kind not in _ITEMS:
        yield {b"Exif": "EXIF data (place, time, camera)", b"mime": "XMP data"}.get(
            kind, f"an item of the kind {kind!r}"
        )


def _boxes(content: bytes) -> Iterator[_Box]:
    """A box of size 0 lasts to the end; one of size 1 brings a longer size."""
    at = 0
    while at + 8 <= len(content):
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        if size == 0:
            size = len(content) - at
        if size < head or at + size > len(content):
            return
        yield _Box(content[at + 4 : at + 8], content[at + head : at + size], size)
        at += size


def _named(box: _Box) -> str:
    return f"a part called {box.kind.decode('latin-1')}"
