"""The values that a PDF is written in [ISO 32000-2, 7.3], read at any place of its bytes."""

import re
from typing import NamedTuple, TypeAlias

from plugins.patterns import lazy_pattern


class Name(str):
    """A name, such as `/Type`, with its `#61` undone."""

    __slots__ = ()


class Reference(NamedTuple):
    """The number of an object that stands elsewhere."""

    number: int


Value: TypeAlias = "Name | Reference | bytes | int | str | list[Value] | dict[str, Value] | None"

_TOKEN = lazy_pattern(
    rb"""[\x00\s]*(?:%[^\r\n]*[\x00\s]*)*(?:
    (?P<open><<|\[)|(?P<close>>>|\])
    |/(?P<name>[^\x00\s()<>\[\]{}/%]*)
    |(?P<string>\()|<(?P<hex>[0-9A-Fa-f\x00\s]*)>
    |(?P<reference>\d{1,10})[\x00\s]+\d{1,10}[\x00\s]+R(?![^\x00\s()<>\[\]{}/%])
    |(?P<word>[^\x00\s()<>\[\]{}/%]+)|(?P<other>[\s\S]))""",
    re.VERBOSE,
)
_HEX_IN_NAME = lazy_pattern(rb"#([0-9A-Fa-f]{2})")
_IN_STRING = lazy_pattern(rb"[()\\]")
_ESCAPE = lazy_pattern(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))|\r\n?")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NO_VALUE = frozenset((b"endobj", b"stream", b"endstream", b"obj", b"xref", b"trailer"))


def value_at(data: bytes, place: int) -> tuple[Value, int]:
    """The value that begins here, and where it ends; a list or dictionary that is not closed ends with the file."""
    open_lists: list[list[Value]] = []
    while token := _TOKEN.match(data, place):
        place = token.end()
        kind = token.lastgroup
        if kind == "open":
            open_lists.append([])
            continue
        if kind == "close" or token["word"] in _NO_VALUE:
            if not open_lists:
                return None, token.start()
            values = open_lists.pop()
            value: Value = _dictionary(values) if token[kind or 0] == b">>" else values
        else:
            value, place = _plain_value(data, token)
        if not open_lists:
            return value, place
        open_lists[-1].append(value)
    return (open_lists[0] if open_lists else None), len(data)


def _plain_value(data: bytes, token: re.Match[bytes]) -> tuple[Value, int]:
    if token.lastgroup == "string":
        end = _end_of_string(data, token.end())
        return _ESCAPE.sub(_unescaped, data[token.end() : end]), end + 1
    if token.lastgroup == "name":
        return Name(
            _HEX_IN_NAME.sub(lambda code: bytes([int(code[1], 16)]), token["name"]).decode("latin-1")
        ), token.end()
    if token.lastgroup == "hex":
        digits = token["hex"].translate(None, b"\x00\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), token.end()
    if token.lastgroup == "reference":
        return Reference(int(token["reference"])), token.end()
    word = token[0].strip()
    return (int(word) if word.isdigit() and len(word) < 12 else word.decode("latin-1")), token.end()


def _dictionary(values: list[Value]) -> dict[str, Value]:
    return {str(key): value for key, value in zip(values[::2], values[1::2], strict=False)}


def _end_of_string(data: bytes, place: int) -> int:
    depth = 1
    while sign := _IN_STRING.search(data, place):
        place = sign.end()
        if sign[0] == b"\\":
            place += 1
            continue
        depth += 1 if sign[0] == b"(" else -1
        if not depth:
            return sign.start()
    return len(data)


def _unescaped(escape: re.Match[bytes]) -> bytes:
    if escape[1]:
        return bytes([int(escape[1], 8) % 256])
    return _ESCAPED.get(escape[2], escape[2]) if escape[2] else b"\n"
