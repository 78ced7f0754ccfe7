"""Notes in a TIFF: each that is none of the picture is taken off its list, and written over where it stands.

The pixels stay where they are, and so does the list of them [TIFF 6.0, 2].
"""

import struct
from collections.abc import Iterator

from plugins.records import dataclass

OF_THE_PICTURE = frozenset(
    {
        *(254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284),
        *(288, 289, 290, 291, 292, 293, 296, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338),
        *(339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520, 521, 529, 530, 531, 532, 34675),
    }
)
"""Size, colours, how the pixels are packed and where they lie, and which way is up; 34675 is the colour profile."""
_LISTS = (330, 34665, 34853, 40965)
"""What points at a list of its own: a smaller picture, the camera, the place."""
_PIXELS = ((273, 279), (324, 325), (513, 514))
_SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4)
"""Bytes of a value, by the number of its kind."""
_MOST_LISTS = 100


def without_notes(content: bytes) -> bytes:
    """The first picture of a file, and nothing else; raises ValueError, struct.error where it is no known TIFF."""
    return _Notes(content).without()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a list: its 12 bytes, what it is of, and where its values lie."""

    line: bytes
    tag: int
    start: int
    end: int


class _Notes:
    """One file that is being rewritten."""

    def __init__(self, content: bytes) -> None:
        self._new = bytearray(content)
        self._order = {b"II*\0": "<", b"MM\0*": ">"}.get(content[:4], "")
        self._left = _MOST_LISTS

    def without(self) -> bytes:
        if not self._order:
            raise ValueError("no TIFF that is known here")
        first = self._long(4)
        entries, after = self._list(first)
        kept = [each for each in entries if each.tag in OF_THE_PICTURE]
        for each in entries:
            if each.tag not in OF_THE_PICTURE:
                self._blank_values(each)
        while after:
            others, following = self._list(after)
            self._blank_list(after, others, has_pixels=True)
            after = following
        lines = struct.pack(f"{self._order}H", len(kept)) + b"".join(each.line for each in kept)
        length = 2 + 12 * len(entries) + 4
        self._new[first : first + length] = lines.ljust(length, b"\0")
        return bytes(self._new)

    def _long(self, place: int) -> int:
        return int(struct.unpack_from(f"{self._order}I", self._new, place)[0])

    def _list(self, place: int) -> tuple[list[_Entry], int]:
        """The lines of a list, and where the next list is; 0 for none."""
        self._left -= 1
        if self._left < 0:
            raise ValueError("lists that never end")
        (count,) = struct.unpack_from(f"{self._order}H", self._new, place)
        end = place + 2 + 12 * count
        return [self._entry(start) for start in range(place + 2, end, 12)], self._long(end)

    def _entry(self, start: int) -> _Entry:
        tag, kind, count = struct.unpack_from(f"{self._order}HHI", self._new, start)
        length = (_SIZES[kind] if kind < len(_SIZES) else 0) * count
        begins = start + 8 if length <= 4 else self._long(start + 8)
        return _Entry(bytes(self._new[start : start + 12]), tag, begins, begins + length)

    def _blank(self, start: int, end: int) -> None:
        if end > len(self._new):
            raise ValueError("more is pointed at than there is")
        self._new[start:end] = bytes(end - start)

    def _blank_values(self, entry: _Entry) -> None:
        if entry.tag in _LISTS:
            for place in self._numbers(entry):
                lines, _ = self._list(place)
                self._blank_list(place, lines, has_pixels=entry.tag == 330)
        self._blank(entry.start, entry.end)

    def _blank_list(self, place: int, entries: list[_Entry], *, has_pixels: bool) -> None:
        """A list with all that it points at."""
        named = {each.tag: each for each in entries}
        for offsets, lengths in _PIXELS if has_pixels else ():
            if offsets in named and lengths in named:
                for start, length in zip(self._numbers(named[offsets]), self._numbers(named[lengths]), strict=False):
                    self._blank(start, start + length)
        for each in entries:
            self._blank_values(each)
        self._blank(place, place + 2 + 12 * len(entries) + 4)

    def _numbers(self, entry: _Entry) -> Iterator[int]:
        size = 2 if entry.line[2:4] in (b"\3\0", b"\0\3") else 4
        for place in range(entry.start, entry.end, size):
            yield int(struct.unpack_from(f"{self._order}{'H' if size == 2 else 'I'}", self._new, place)[0])
