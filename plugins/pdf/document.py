"""A PDF read once: everything that a reader, or a program of theirs, may get out of it."""

from functools import lru_cache

from plugins.records import dataclass

_START = b"%PDF-"
_START_WITHIN = 1024
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Document:
    """`pages` is what its pages say, all together first, then each in every way in which it can be read.

    `strings` is what stands beside them, `files` what it carries as a file would, each with a name that tells its kind.
    `faults` are sentences on what it does and must not; `for_the_eye` the pages that only an eye can read.
    """

    pages: tuple[str, ...]
    strings: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...]
    faults: tuple[str, ...]
    names_author: bool
    for_the_eye: tuple[int, ...]


def is_pdf(content: bytes) -> bool:
    """Whether viewers open it as a PDF: they look for its mark near the start [ISO 32000-2, 7.5.2, note]."""
    return _START in content[:_START_WITHIN]


@lru_cache(maxsize=_KEPT)
def document(content: bytes) -> Document:
    """A PDF; raises Unreadable. The same bytes are read once, however often they are asked about."""
    from plugins.pdf.reading import read  # Late, since most builds meet no PDF.

    return read(content)
