"""Notes in a picture that is a file of boxes, HEIC and AVIF: written over where they stand, so that nothing moves.

Which bytes are notes is told by the file's own tables [ISO/IEC 14496-12, 8.11]: the kind of each item, and its place.
"""

from collections.abc import Iterator

from plugins.records import dataclass

_NOTES = (b"Exif", b"mime", b"uri ")
_NOTHING_NOTED = b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"
"""How far it is to what follows, and there a list of no notes [TIFF 6.0, 2]."""
_DEEPEST_TABLE = 1_000


def without_notes(content: bytes) -> bytes:
    """The same file with nothing in its notes; raises IndexError, ValueError where its tables cannot be followed."""
    new = bytearray(content)
    for kind, start, end in _notes(content):
        nothing = _NOTHING_NOTED if kind == b"Exif" else b""
        new[start:end] = nothing[: end - start].ljust(end - start, b"\0")
    return bytes(new)


@dataclass
class _Reader:
    """Numbers of a table, one after the other."""

    content: bytes
    place: int

    def number(self, size: int) -> int:
        self.place += size
        return int.from_bytes(self.content[self.place - size : self.place], "big")


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of each box between two places."""
    while start + 8 <= end:
        size, begins = int.from_bytes(content[start : start + 4], "big"), start + 8
        if size == 1:
            size, begins = int.from_bytes(content[begins : begins + 8], "big"), begins + 8
        stop = start + size if size else end
        if not begins <= stop <= end:
            raise ValueError("a box is longer than what it lies in")
        yield content[start + 4 : start + 8], begins, stop
        start = stop


def _notes(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each note, and where each part of it begins and ends."""
    for name, start, end in _boxes(content, 0, len(content)):
        if name == b"meta":
            inside = {each: (begins, stop) for each, begins, stop in _boxes(content, start + 4, end)}
            kinds = dict(_kinds(content, *inside[b"iinf"])) if b"iinf" in inside else {}
            near = inside.get(b"idat", (0, 0))[0]
            for item, begins, stop in _places(content, inside[b"iloc"][0], near) if b"iloc" in inside else ():
                if kinds.get(item) in _NOTES and stop <= len(content):
                    yield kinds[item], begins, stop


def _kinds(content: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """The number and the kind of each item."""
    skipped = 4 + (2 if content[start] == 0 else 4)
    for _, begins, _ in _boxes(content, start + skipped, end):
        read = _Reader(content, begins + 4)
        item = read.number(2 if content[begins] == 2 else 4)
        yield item, content[read.place + 2 : read.place + 6]


def _places(content: bytes, start: int, near: int) -> Iterator[tuple[int, int, int]]:
    """The number of each item, and where each of its parts lies; `near` is where the box of small ones begins."""
    version, read = content[start], _Reader(content, start + 4)
    sizes = read.number(2)
    far, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _ in range(min(read.number(4 if version == 2 else 2), _DEEPEST_TABLE)):
        item = read.number(4 if version == 2 else 2)
        way = read.number(2) & 15 if version else 0
        read.number(2)
        begins = read.number(base) + (near if way == 1 else 0)
        for _ in range(min(read.number(2), _DEEPEST_TABLE)):
            read.number(index if version else 0)
            first = begins + read.number(far)
            yield item, first, first + read.number(length)
