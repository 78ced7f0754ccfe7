"""How streams are packed."""

import base64
import zlib

import pytest

from plugins.pdf.failure import Unreadable
from plugins.pdf.filters import unpacked


@pytest.mark.parametrize(
    ("filters", "data", "held"),
    [
        ([], b"a", b"a"),
        (["FlateDecode"], zlib.compress(b"Hello"), b"Hello"),
        (["Fl"], zlib.compress(b"Hello") + b"behind", b"Hello"),
        (
            ["FlateDecode"],
            zlib.compress(b"Hello" * 999)[:20],
            zlib.decompressobj().decompress(zlib.compress(b"Hello" * 999)[:20]),
        ),
        (["FlateDecode"], b"xy" + zlib.compress(b"Hello")[2:], b"Hello"),
        (["FlateDecode"], b"no data at all", b""),
        (["AHx", "FlateDecode"], zlib.compress(b"Hello").hex().encode() + b">", b"Hello"),
        (["ASCIIHexDecode"], b"48 65 6>", b"He`"),
        (["A85"], base64.a85encode(b"Hello", adobe=True), b"Hello"),
        (["ASCII85Decode"], b's8W-"s8W-"!!!zzz!~>', b""),
        (["RL"], b"\x01He\xfel\x00o\x80more", b"Helllo"),
        (["LZWDecode"], bytes.fromhex("800B6050220C0C8501"), b"-----A---B"),
        (["LZW"], b"", b""),
        (["DCTDecode"], b"\xff\xd8", b"\xff\xd8"),
        (["FlateDecode", "JPXDecode"], zlib.compress(b"jp"), b"jp"),
        (["Crypt"], b"a", b"a"),
    ],
)
def test_a_stream_is_unpacked(filters: list[str], data: bytes, held: bytes) -> None:
    assert unpacked(data, filters) == held


def test_a_long_text_comes_out_of_lzw() -> None:
    """A table that grows over all widths of its codes, and is cleared."""
    data = bytes(range(256)) * 40
    assert unpacked(lzw(data), ["LZWDecode"]) == data


def lzw(data: bytes) -> bytes:
    table: dict[bytes, int] = {}
    bits, word = "", b""

    def told(code: int) -> str:
        size = len(table) + 258
        return f"{code:0{min(12, max(9, size.bit_length()))}b}"

    def code_of(word: bytes) -> int:
        return word[0] if len(word) == 1 else table[word]

    bits += told(256)
    for byte in data:
        longer = word + bytes([byte])
        if len(longer) == 1 or longer in table:
            word = longer
            continue
        bits += told(code_of(word))
        table[longer] = len(table) + 258
        word = longer[-1:]
        if len(table) + 258 > 4090:
            bits += told(code_of(word)) + f"{256:012b}"
            table, word = {}, b""
    bits += told(code_of(word)) if word else ""
    bits += told(257)
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")


def test_what_nobody_can_unpack_is_told() -> None:
    with pytest.raises(
        Unreadable, match="a part of it is packed in a way that nobody can search; print it to PDF again"
    ):
        unpacked(b"a", ["SomeDecode"])
