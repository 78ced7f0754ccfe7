"""Letters and their places as a reader puts them together: lines, columns, letters far apart, large initials."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, starmap
from typing import NamedTuple

_SAME_LINE = 0.6
_NO_GAP, _BLANK, _NARROW_BLANK, _COLUMN = 0.06, 0.1, 0.18, 1.5
_JUMP = 0.08
_LETTERS_APART = 1.5
_INITIAL = 1.6
_CAPITAL = 0.7
"""The height of a capital, and how much larger than the others a letter is that begins a text; both in sizes."""


class Glyph(NamedTuple):
    """A letter: where it begins and ends on its line, how high its line is, its size, all in points, and its angle.

    `drawn` numbers what the file draws in one go: two letters in one place are one letter drawn twice, or a ligature.
    """

    letter: str
    start: float
    end: float
    baseline: float
    em: float
    angle: int = 0
    drawn: int = 0


Line = Sequence[Glyph]
Piece = Sequence[Glyph]
"""Letters without a gap."""


def readings(glyphs: Iterable[Glyph]) -> tuple[str, ...]:
    """Every way in which the letters of a page can be read, as texts."""
    by_angle = defaultdict(list)
    for glyph in glyphs:
        by_angle[glyph.angle].append(glyph)
    return tuple(text for turned in by_angle.values() for text in _level(turned))


def _level(glyphs: Sequence[Glyph]) -> Iterator[str]:
    lines = tuple(_lines(glyphs))
    segments = [segment for line in lines for segment in _split(line, _COLUMN)]
    columns = tuple(_columns(segments))
    for widest in (_BLANK, _NARROW_BLANK):
        yield "\n\n".join("\n".join(_words(segment, widest) for segment in column) for column in columns)
    variants = [tuple(_closer(line)) for line in lines]
    for number in range(max(map(len, variants))):
        yield "\n".join(each[min(number, len(each) - 1)] for each in variants)
    apart = [*_initials(segments), *_stacks(segments)]
    if apart:
        yield "\n".join(apart)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Letters at one height, from the left; what is drawn twice in one place, to look bold, counts once."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: (-each.baseline, each.start)):
        if line and line[0].baseline - glyph.baseline > _SAME_LINE * min(line[0].em, glyph.em):
            yield _from_the_left(line)
            line = []
        line.append(glyph)
    if line:
        yield _from_the_left(line)


def _from_the_left(line: list[Glyph]) -> Line:
    sorted_line = sorted(line, key=lambda each: each.start)
    return sorted_line[:1] + [
        glyph
        for before, glyph in pairwise(sorted_line)
        if (glyph.letter, glyph.drawn) == (before.letter, before.drawn)
        or glyph.letter != before.letter
        or glyph.start - before.start > _BLANK * glyph.em
    ]


def _gap(before: Glyph, after: Glyph) -> float:
    """How far apart two letters are, in the size of the smaller one."""
    return (after.start - before.end) / min(before.em, after.em)


def _split(line: Line, widest: float) -> Iterator[Line]:
    """A line in parts between which the gap is wider."""
    start = 0
    for place, (before, after) in enumerate(pairwise(line), start=1):
        if _gap(before, after) > widest:
            yield line[start:place]
            start = place
    yield line[start:]


def _words(line: Line, widest: float = _BLANK) -> str:
    """The line with a blank wherever a gap is wider."""
    return " ".join("".join(glyph.letter for glyph in word) for word in _split(line, widest))


def _columns(segments: Iterable[Line]) -> Iterator[list[Line]]:
    """Parts of lines, each below the one that it goes on from."""
    columns: list[list[Line]] = []
    for segment in segments:
        start, end = segment[0].start, segment[-1].end
        above = [each for each in columns if each[-1][0].start < end and start < each[-1][-1].end]
        nearest = min(above, key=lambda each: each[-1][0].baseline, default=None)
        if nearest is None:
            columns.append([segment])
        else:
            nearest.append(segment)
    yield from columns


def _closer(line: Line) -> Iterator[str]:
    """A line whose letters stand far apart, put together: once for each width that a gap between letters may have."""
    runs = [_flat(run) for _, run in groupby(_split(line, _NO_GAP), key=lambda piece: len(piece) <= 2)]
    widths = [tuple(_widths(run)) or (_BLANK,) for run in runs]
    for number in range(max(map(len, widths))):
        yield " ".join(_words(run, each[min(number, len(each) - 1)]) for run, each in zip(runs, widths, strict=True))


def _flat(pieces: Iterable[Piece]) -> Line:
    return [glyph for piece in pieces for glyph in piece]


def _widths(run: Line) -> Iterator[float]:
    """The gaps in a run of letters, each a step wider than the last; none where they make words of two or more."""
    gaps = sorted(gap for gap in starmap(_gap, pairwise(run)) if gap > _NO_GAP)
    if len(gaps) < 2 or len(run) > _LETTERS_APART * (len(gaps) + 1):
        return
    yield from (gap for gap, wider in pairwise(gaps) if wider - gap > _JUMP)
    yield gaps[-1]


def _initials(segments: Sequence[Line]) -> Iterator[str]:
    """Each word of large letters with the line beside its head."""
    usual = statistics.median([glyph.em for segment in segments for glyph in segment])
    large = [[glyph for glyph in segment if glyph.em > _INITIAL * usual] for segment in segments]
    for initial in (piece for line in large if line for piece in _split(line, _NO_GAP)):
        beside = filter(None, ([glyph for glyph in segment if _is_beside(initial[-1], glyph)] for segment in segments))
        heads = [rest for rest in beside if rest[0].start - initial[-1].end < rest[0].em + initial[-1].em / 4]
        if heads:
            yield _words(initial) + _words(max(heads, key=lambda rest: rest[0].baseline))


def _is_beside(large: Glyph, glyph: Glyph) -> bool:
    """Whether a small letter stands to the right of a large one, no higher and no lower than it."""
    head = large.baseline + _CAPITAL * (large.em - glyph.em)
    is_level = large.baseline - glyph.em / 2 < glyph.baseline < head + _CAPITAL * glyph.em
    return is_level and glyph.em * _INITIAL < large.em and glyph.start >= large.end - glyph.em / 2


def _stacks(segments: Iterable[Line]) -> Iterator[str]:
    """Letters that stand alone, one below the other."""
    stacks: list[list[Glyph]] = []
    for glyph in (segment[0] for segment in segments if len(segment) == 1):
        for stack in stacks:
            last = stack[-1]
            is_below = 0 < last.baseline - glyph.baseline < 3 * min(last.em, glyph.em)
            if is_below and abs(last.start + last.end - glyph.start - glyph.end) < last.em:
                stack.append(glyph)
                break
        else:
            stacks.append([glyph])
    yield from ("".join(glyph.letter for glyph in stack) for stack in stacks if len(stack) > 2)
