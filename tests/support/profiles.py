"""Colour profiles for tests [ICC.1:2001-04], small enough to be made by hand."""

import struct

_WHITE = (0.9642, 1.0, 0.8249)
_SRGB_COLUMNS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))


def swapped() -> bytes:
    """A profile that calls green what others call red, and the other way round: nobody can overlook it."""
    red, green, blue = _SRGB_COLUMNS
    return _profile(
        b"RGB ", {b"rXYZ": _xyz(green), b"gXYZ": _xyz(red), b"bXYZ": _xyz(blue), **_curves(b"r", b"g", b"b")}
    )


def dark_grey() -> bytes:
    """A profile for pictures in grey, with a gamma of 4: middle grey is nearly black."""
    return _profile(b"GRAY", {b"kTRC": _gamma(4.0)})


def _curves(*channels: bytes) -> dict[bytes, bytes]:
    return {channel + b"TRC": _gamma(2.2) for channel in channels}


def _profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    words = b"made for a test"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(words) + 1) + words + b"\0" + bytes(78)
    everything = {b"desc": description, b"cprt": b"text\0\0\0\0none\0", b"wtpt": _xyz(_WHITE), **tags}
    place = 128 + 4 + 12 * len(everything)
    table, body = b"", b""
    for name, content in everything.items():
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    size = place + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, b"mntr", space, b"XYZ ")
    header += struct.pack(">6H", 2031, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    header += struct.pack(">3i", *(round(value * 65536) for value in _WHITE))
    return header.ljust(128, b"\0") + struct.pack(">I", len(everything)) + table + body


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def _gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256)) + b"\0\0"
