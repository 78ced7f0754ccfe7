"""What a JPEG says of its own parts [ITU-T T.81, B.1.1]: how much work it is to decode, and where its pixels end.

A progressive one is decoded scan by scan, and each goes over all of the picture, however few bytes it has.
"""

import re
from collections.abc import Iterator

from plugins.records import dataclass

MOST_PARTS = 10_000
MOST_STEPS = 2_000_000_000
"""Pixels times scans: a picture of 64 million pixels may have 31 scans, and cameras write ten."""

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""Within a scan, FF followed by 00 or D0 to D7 is data."""
_END, _SCAN, _PROGRESSIVE = 0xD9, 0xDA, 0xC2
_FREQUENCIES = range(64)
"""What a component is made of, from the broad to the fine [A.3.3]."""


class TooManyPartsError(Exception):
    """A JPEG of more than MOST_PARTS parts."""


@dataclass(frozen=True, slots=True)
class JpegOutline:
    """How many scans there are, where the pixels of the last begin, and where the mark of the end stands.

    A file without that mark ends with its bytes. `has_stray_marks`: within the pixels of the only scan stands what
    belongs to no picture. `is_unfinished`: it is progressive, and the scans with its last details are not there.
    """

    scans: int
    start: int
    end: int
    has_stray_marks: bool = False
    is_unfinished: bool = False


def jpeg_outline(content: bytes) -> JpegOutline | None:
    """None for other files; raises TooManyPartsError."""
    if not content.startswith(b"\xff\xd8"):
        return None
    place, scans, start = 2, 0, 2
    awaited: set[tuple[int, int]] = set()
    for _ in range(MOST_PARTS):
        marker = _MARKER.search(content, place)
        if marker is None or marker[1][0] == _END:
            end = marker.start() if marker else len(content)
            return JpegOutline(scans, start, end, scans == 1 and place > start, is_unfinished=bool(awaited))
        place = marker.end() + int.from_bytes(content[marker.end() : marker.end() + 2], "big")
        if marker[1][0] == _PROGRESSIVE:
            awaited.update(_components(content[marker.end() : place]))
        if marker[1][0] == _SCAN:
            scans, start = scans + 1, place
            awaited.difference_update(_finished(content[marker.end() : place]))
    raise TooManyPartsError


def _components(frame: bytes) -> Iterator[tuple[int, int]]:
    """Every frequency of every component, as the header of a frame lists them [B.2.2]."""
    yield from ((component, frequency) for component in frame[8::3] for frequency in _FREQUENCIES)


def _finished(scan: bytes) -> Iterator[tuple[int, int]]:
    """What a scan brings down to its last bit, by its header [B.2.3]; a scan may leave bits to a later one [G.1.2]."""
    if len(scan) >= 6 and len(scan) == 6 + 2 * scan[2]:
        components, (first, last, bits) = scan[3:-3:2], scan[-3:]
        if bits & 0x0F == 0:
            yield from ((component, frequency) for component in components for frequency in range(first, last + 1))


def without_stray_marks(content: bytes, outline: JpegOutline) -> bytes:
    """As many bytes, those within the scan all data: else a decoder gives up a picture for one mark."""
    scan = _MARKER.sub(lambda mark: bytes(len(mark[0])), content[outline.start : outline.end])
    return content[: outline.start] + scan + content[outline.end :]
