"""How streams are packed [ISO 32000-2, 7.4], undone as far as it is text and not pixels."""

import base64
import re
import zlib
from collections.abc import Callable, Mapping, Sequence

from plugins.pdf.budget import BYTES
from plugins.pdf.failure import Unreadable

_CLEAR_TABLE, _END_OF_DATA = 256, 257


def unpacked(data: bytes, filters: Sequence[str]) -> bytes:
    """What a stream holds, up to the first filter that makes pixels; raises Unreadable."""
    for name in filters:
        if name in _PIXELS:
            break
        if name not in _UNPACK:
            raise Unreadable("a part of it is packed in a way that nobody can search; print it to PDF again")
        data = _UNPACK[name](data)
    return data


def _flate(data: bytes) -> bytes:
    """As much as can be unpacked, as viewers do it."""
    stream, out = zlib.decompressobj(), bytearray()
    try:
        out += stream.decompress(data, BYTES)
    except zlib.error:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            out += stream.decompress(data[2:], BYTES)
        except zlib.error:
            return bytes(out)
    return bytes(out)


def _hexadecimal(data: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _base_85(data: bytes) -> bytes:
    digits = re.sub(rb"[^!-uz]", b"", data.lstrip().removeprefix(b"<~").partition(b"~")[0])
    try:
        return base64.a85decode(digits)
    except ValueError:
        return b""


def _run_length(data: bytes) -> bytes:
    out, place = bytearray(), 0
    while place < len(data) and data[place] != 128:
        length = data[place]
        if length < 128:
            out += data[place + 1 : place + 2 + length]
            place += length + 2
        else:
            out += data[place + 1 : place + 2] * (257 - length)
            place += 2
    return bytes(out)


def _lzw(data: bytes) -> bytes:
    """LZW with its early change [7.4.4]."""
    singles = [bytes([byte]) for byte in range(256)] + [b"", b""]
    table, out, previous = list(singles), bytearray(), b""
    bits, held = 0, 0
    for byte in data:
        bits, held = bits << 8 | byte, held + 8
        width = min(12, max(9, (len(table) + 1).bit_length()))
        if held < width:
            continue
        held -= width
        code, bits = bits >> held, bits & ((1 << held) - 1)
        if code == _END_OF_DATA:
            break
        if code == _CLEAR_TABLE:
            table, previous = list(singles), b""
            continue
        entry = table[code] if code < len(table) else previous + previous[:1]
        out += entry
        if previous:
            table.append(previous + entry[:1])
        previous = entry
    return bytes(out)


_UNPACK: Mapping[str, Callable[[bytes], bytes]] = {
    "FlateDecode": _flate,
    "Fl": _flate,
    "ASCIIHexDecode": _hexadecimal,
    "AHx": _hexadecimal,
    "ASCII85Decode": _base_85,
    "A85": _base_85,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "Crypt": bytes,
}
_PIXELS = frozenset("DCTDecode DCT JPXDecode CCITTFaxDecode CCF JBIG2Decode".split())  # noqa: SIM905 - a list of words
