"""Letters and their places as a reader puts them together: lines, columns, letters far apart, large initials."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from plugins.records import dataclass

_SAME_LINE = 0.7
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


@dataclass(frozen=True, slots=True)
class Line:
    """One letter or more from the left, and the gaps between them, each in the size of the smaller of its letters."""

    glyphs: Sequence[Glyph]
    gaps: Sequence[float]

    def parts(self, widest: float) -> Iterator["Line"]:
        """The line in parts between which a gap is wider."""
        start = 0
        for place, gap in enumerate(self.gaps, start=1):
            if gap > widest:
                yield Line(self.glyphs[start:place], self.gaps[start : place - 1])
                start = place
        yield Line(self.glyphs[start:], self.gaps[start:])

    def words(self, widest: float = _BLANK) -> str:
        """The line with a blank wherever a gap is wider."""
        letters = [self.glyphs[0].letter]
        for gap, glyph in zip(self.gaps, self.glyphs[1:], strict=True):
            letters.append(f" {glyph.letter}" if gap > widest else glyph.letter)
        return "".join(letters)


def line_of(glyphs: Sequence[Glyph]) -> Line:
    gaps = [(after.start - before.end) / min(before.em, after.em) for before, after in pairwise(glyphs)]
    return Line(glyphs, gaps)


def readings(glyphs: Iterable[Glyph]) -> tuple[str, ...]:
    """Every way in which the letters of a page can be read, as texts."""
    by_angle = defaultdict(list)
    for glyph in glyphs:
        by_angle[glyph.angle].append(glyph)
    return tuple(text for turned in by_angle.values() for text in _level(turned))


def _level(glyphs: Sequence[Glyph]) -> Iterator[str]:
    lines = tuple(_lines(glyphs))
    segments = [segment for line in lines for segment in line.parts(_COLUMN)]
    columns = tuple(_columns(segments))
    for widest in (_BLANK, _NARROW_BLANK):
        yield "\n\n".join("\n".join(segment.words(widest) for segment in column) for column in columns)
    closer = [tuple(_closer(line)) for line in lines]
    for number in range(max(map(len, closer))):
        pairs = zip(lines, closer, strict=True)
        yield "\n".join(each[min(number, len(each) - 1)] if each else line.words() for line, each in pairs)
    yield "\n".join((*_initials(segments), *_stacks(segments)))


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Letters at one height, from the left; what is drawn twice in one place, to look bold, counts once."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: (-each.baseline, each.start)):
        if line and line[0].baseline - glyph.baseline > _SAME_LINE * min(line[0].em, glyph.em):
            yield line_of(_from_the_left(line))
            line = []
        line.append(glyph)
    yield line_of(_from_the_left(line))


def _from_the_left(line: list[Glyph]) -> Sequence[Glyph]:
    from_left = sorted(line, key=lambda each: each.start)
    return from_left[:1] + [after for before, after in pairwise(from_left) if not _is_drawn_again(before, after)]


def _is_drawn_again(before: Glyph, after: Glyph) -> bool:
    is_same_place = before.letter == after.letter and after.start - before.start < _BLANK * after.em
    return is_same_place and before.drawn != after.drawn


def _columns(segments: Iterable[Line]) -> Iterator[list[Line]]:
    """Parts of lines, each below the one that it goes on from."""
    columns: list[list[Line]] = []
    for segment in segments:
        start, end = segment.glyphs[0].start, segment.glyphs[-1].end
        above = [each for each in columns if each[-1].glyphs[0].start < end and start < each[-1].glyphs[-1].end]
        if above:
            min(above, key=lambda each: each[-1].glyphs[0].baseline).append(segment)
        else:
            columns.append([segment])
    yield from columns


def _closer(line: Line) -> Iterator[str]:
    """A line whose letters stand far apart, put together: once for each width that a gap between letters may have."""
    pieces = (piece.glyphs for piece in line.parts(_NO_GAP))
    by_length = groupby(pieces, key=lambda piece: len(piece) <= 2)
    runs = [line_of([glyph for piece in run for glyph in piece]) for _, run in by_length]
    widths = [tuple(_widths(run)) for run in runs]
    for number in range(max(map(len, widths))):
        pairs = zip(runs, widths, strict=True)
        yield " ".join(run.words(each[min(number, len(each) - 1)] if each else _BLANK) for run, each in pairs)


def _widths(run: Line) -> Iterator[float]:
    """The gaps in a run of letters, each a step wider than the last; none where they make words of two or more."""
    gaps = sorted(gap for gap in run.gaps if gap > _NO_GAP)
    if len(gaps) < 2 or len(run.glyphs) > _LETTERS_APART * (len(gaps) + 1):
        return
    yield from (gap for gap, wider in pairwise(gaps) if wider - gap > _JUMP)
    yield gaps[-1]


def _initials(segments: Sequence[Line]) -> Iterator[str]:
    """Each word of large letters with the line beside its head."""
    usual = statistics.median_low([glyph.em for segment in segments for glyph in segment.glyphs])
    large = ([glyph for glyph in segment.glyphs if glyph.em > _INITIAL * usual] for segment in segments)
    for initial in (piece for glyphs in large if glyphs for piece in line_of(glyphs).parts(_NO_GAP)):
        last = initial.glyphs[-1]
        beside = filter(None, ([each for each in segment.glyphs if _is_beside(last, each)] for segment in segments))
        heads = [rest for rest in beside if rest[0].start - last.end < rest[0].em + last.em / 4]
        if heads:
            yield initial.words() + line_of(max(heads, key=lambda rest: rest[0].baseline)).words()


def _is_beside(large: Glyph, glyph: Glyph) -> bool:
    """Whether a small letter stands to the right of a large one, no higher and no lower than it."""
    head = large.baseline + _CAPITAL * (large.em - glyph.em)
    is_level = large.baseline - glyph.em / 2 < glyph.baseline < head + _CAPITAL * glyph.em
    return is_level and glyph.em * _INITIAL < large.em and glyph.start >= large.end - glyph.em / 2


def _stacks(segments: Iterable[Line]) -> Iterator[str]:
    """Letters that stand alone, one below the other."""
    stacks: list[list[Glyph]] = []
    for glyph in (segment.glyphs[0] for segment in segments if len(segment.glyphs) == 1):
        stack = next((each for each in stacks if _is_below(each[-1], glyph)), None)
        if stack:
            stack.append(glyph)
        else:
            stacks.append([glyph])
    yield from ("".join(glyph.letter for glyph in stack) for stack in stacks if len(stack) > 2)


def _is_below(above: Glyph, glyph: Glyph) -> bool:
    is_near = 0 < above.baseline - glyph.baseline < 3 * min(above.em, glyph.em)
    return is_near and abs(above.start + above.end - glyph.start - glyph.end) < above.em
