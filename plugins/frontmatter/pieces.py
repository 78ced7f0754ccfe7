"""A text put together from parts of an old one, which are copied as they are, and new ones."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the old text, with what is different in it."""

    start: int
    end: int
    splices: Sequence["Splice"] = ()


Piece: TypeAlias = str | Region
"""New text, or a part of the old one."""


@dataclass(frozen=True, slots=True)
class Splice:
    """What stands between two letters becomes these pieces."""

    start: int
    end: int
    pieces: Sequence[Piece] = ()


def flattened(region: Region) -> Iterator[str | tuple[int, int]]:
    """New text, and the parts of the old text that stay, in order. Of splices at one place, the first comes first."""
    at = region.start
    for splice in sorted(region.splices, key=lambda each: each.start):
        if splice.start > at:
            yield at, splice.start
        for piece in splice.pieces:
            if isinstance(piece, str):
                yield piece
            else:
                yield from flattened(piece)
        at = max(at, splice.start, splice.end)
    if region.end > at:
        yield at, region.end
