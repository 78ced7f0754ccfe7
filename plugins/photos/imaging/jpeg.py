"""How much work it is to decode a JPEG, counted from its parts [ITU-T T.81, B.1.1].

A progressive one is decoded scan by scan, and each goes over all of the picture, however few bytes it has.
"""

import re

MOST_PARTS = 10_000
MOST_STEPS = 2_000_000_000
"""Pixels times scans: a picture of 64 million pixels may have 31 scans, and cameras write ten."""

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""Within a scan, FF followed by 00 or D0 to D7 is data."""
_END, _SCAN = 0xD9, 0xDA


class TooManyPartsError(Exception):
    """A JPEG of more than MOST_PARTS parts."""


def scan_count(content: bytes) -> int:
    """The scans of a JPEG, 0 for other files; raises TooManyPartsError."""
    place, scans = 2, 0
    for _ in range(MOST_PARTS if content.startswith(b"\xff\xd8") else 0):
        marker = _MARKER.search(content, place)
        if marker is None or marker[1][0] == _END:
            return scans
        scans += marker[1][0] == _SCAN
        place = marker.end() + int.from_bytes(content[marker.end() : marker.end() + 2], "big")
    if place > 2:
        raise TooManyPartsError
    return scans
