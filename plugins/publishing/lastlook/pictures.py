"""Pictures hold pixels and nothing else: no place, time, camera, name, comment, and nothing behind their end.

A list of what may be in a picture, and not of what may not: a kind of metadata that nobody has thought of is found too.
The bytes are read here without a picture library, which would pass over what it does not know.
"""

from collections.abc import Callable, Iterator, Mapping

from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite, line_at

_JPEG_START, _JPEG_END = b"\xff\xd8", 0xD9
_JPEG_KEPT = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDD, 0xE0, 0xEE))
"""Frames, tables, JFIF's own header and Adobe's colour transform; the scans are read by themselves."""
_JPEG_SCAN, _JPEG_NO_LENGTH = 0xDA, frozenset((0x01, *range(0xD0, 0xD8)))
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP acTL fcTL fdAT".split())
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_SVG_TRACES = ("<metadata", "<!--", "inkscape:", "sodipodi:", "<foreignobject")


def picture_faults(site: BuiltSite) -> Iterator[Problem]:
    """What pictures bring along besides their pixels."""
    for path, content in site.files.items():
        extras = _READERS.get(path.rpartition(".")[2].lower())
        if extras:
            for extra in dict.fromkeys(extras(content)):
                message = f"the picture brings along {extra}; it must hold pixels alone"
                yield site.finding(path, 0, message, "unfit-page")
        elif path.endswith(".svg"):
            lowered = site.texts[path].lower()
            for trace in _SVG_TRACES:
                if trace in lowered:
                    line = line_at(lowered, lowered.find(trace))
                    yield site.finding(path, line, f"found {trace} in a drawing", "unfit-page")


def _jpeg(content: bytes) -> Iterator[str]:
    if not content.startswith(_JPEG_START):
        yield "no JPEG at all, whatever its name says"
        return
    at = 2
    while at + 2 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == _JPEG_END:
            yield from _behind(content, at + 2)
            return
        if marker in _JPEG_NO_LENGTH or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        if marker not in _JPEG_KEPT and marker != _JPEG_SCAN:
            yield _jpeg_name(marker, content[at + 4 : at + 16])
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == _JPEG_SCAN:
            at = _end_of_scan(content, at)
    yield "something that cannot be read, since it has no proper end"


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands; in a scan, FF is followed by 0 or by a restart mark."""
    at = content.find(b"\xff", at)
    while at != -1 and at + 1 < len(content) and (content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7):
        at = content.find(b"\xff", at + 2)
    return len(content) if at == -1 else at


def _jpeg_name(marker: int, start: bytes) -> str:
    known = {b"Exif": "EXIF data (place, time, camera)", b"http": "XMP data", b"ICC_": "a colour profile"}
    known[b"Phot"] = "IPTC data (captions, names)"
    what = "a comment" if marker == 0xFE else f"a block of its own (APP{marker - 0xE0})"
    return known.get(start[:4], what)


def _png(content: bytes) -> Iterator[str]:
    if not content.startswith(_PNG_START):
        yield "no PNG at all, whatever its name says"
        return
    at = len(_PNG_START)
    while at + 12 <= len(content):
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if kind not in _PNG_KEPT:
            yield f"a part called {kind.decode('latin-1')}"
        at += 12 + length
        if kind == b"IEND":
            yield from _behind(content, at)
            return
    yield "something that cannot be read, since it has no proper end"


def _webp(content: bytes) -> Iterator[str]:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        yield "no WebP at all, whatever its name says"
        return
    end = 8 + int.from_bytes(content[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(content)):
        kind, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if kind not in _WEBP_KEPT:
            yield f"a part called {kind.decode('latin-1').strip()}"
        at += 8 + length + length % 2
    if at != end or end > len(content):
        yield "something that cannot be read, since it has no proper end"
    yield from _behind(content, end)


def _behind(content: bytes, end: int) -> Iterator[str]:
    if len(content) > end:
        yield f"{len(content) - end} bytes behind its end"


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "jpeg": _jpeg,
    "jpg": _jpeg,
    "png": _png,
    "webp": _webp,
}
