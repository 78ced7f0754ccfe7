"""The picture that chats show of a link: who speaks and of what, on plain paper or over a photo.

Chats cut it to a square in its middle, so all words stand inside that, on paper of one colour.
"""

import io
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from math import sin
from unicodedata import normalize

from PIL import Image, ImageColor, ImageDraw, ImageFont

from plugins.documents.fonts import UPRIGHT
from plugins.photos.card import CardColours, CardText, stands_alone
from plugins.photos.plan import SHARE
from plugins.records import dataclass

MOST_BYTES = 300_000
"""What chats fetch of a picture at most, the strictest of them."""
_WIDTH, _HEIGHT = SHARE
_LEFT, _RIGHT = (_WIDTH - _HEIGHT) // 2, (_WIDTH + _HEIGHT) // 2
_MARGIN = 36
_SMALL = 30
_TITLES = (84, 74, 66, 58, 50, 42, 36)
_MOST_LINES = 5
_TALLEST_PANEL = 400
_LINE = 1.25
_LONGEST = 300
"""More letters than a card can hold; a longer title is not even measured."""
_QUALITIES = (88, 75, 60, 45, 30, 15)
_BOLD, _REGULAR = 700, 400
_AIR = 18
_NOTES = ((64, 150), (118, 344), (950, 96), (1004, 290))
"""Where notes lie beside the square, from the left and from the top."""
_NOTE, _FOLD = 132, 30
_LINE_AT, _SWING, _THICK = 607, 5, 7


def card(text: CardText, colours: CardColours, photo: bytes = b"") -> bytes:
    """The JPEG, with a photo of its size behind the words where one is given."""
    tallest = _TALLEST_PANEL if photo else _HEIGHT - 2 * _MARGIN
    lines = _set(text, tallest - 2 * _MARGIN)
    height = sum(line.height for line in lines)
    if photo:
        with Image.open(io.BytesIO(photo)) as opened:
            picture = opened.convert("RGB").resize(SHARE)
        top = _HEIGHT - height - _MARGIN
        paper = ImageDraw.Draw(picture)
        paper.rectangle((_LEFT, top - _MARGIN, _RIGHT, _HEIGHT), fill=colours.paper)
        paper.rectangle((_LEFT, top - _MARGIN, _RIGHT, top - _MARGIN + 7), fill=colours.accent)
    else:
        picture = _paper(colours).copy()
        top = (_HEIGHT - height) // 2
    _write(picture, lines, top, colours)
    attempts = (_jpeg(picture, quality) for quality in _QUALITIES)
    return next(made for made in attempts if len(made) <= MOST_BYTES)


@lru_cache(1)
def _paper(colours: CardColours) -> Image.Image:
    """Paper with the line on which the diary's workshops stand, below the words, and its notes beside them."""
    picture = Image.new("RGB", SHARE, colours.paper)
    pen = ImageDraw.Draw(picture)
    swung = [(x, _LINE_AT + _SWING * sin(x / 95) * sin(x / 230 + 1)) for x in range(-10, _WIDTH + 11, 10)]
    pen.line(swung, fill=colours.accent, width=_THICK, joint="curve")
    for (left, top), colour in zip(_NOTES, colours.notes, strict=False):
        right, bottom = left + _NOTE, top + _NOTE
        fold = [(right - _FOLD, bottom), (right - _FOLD, bottom - _FOLD), (right, bottom - _FOLD)]
        pen.polygon([(left, top), (right, top), fold[2], fold[0], (left, bottom)], fill=colour)
        pen.polygon(fold, fill=_darker(colour))
    return picture


def _darker(colour: str) -> tuple[int, ...]:
    return tuple(value * 4 // 5 for value in ImageColor.getrgb(colour))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of words: its letters' size and weight, and how much of the paper it takes."""

    words: str
    size: int
    weight: int
    height: int
    is_accented: bool = False


def _set(text: CardText, height: int) -> tuple[_Line, ...]:
    """The words in lines that fit: as large as can be; a title too long for the smallest is cut."""
    site = tuple(_lines(text.site, _SMALL, _REGULAR, most=1, is_accented=True))
    note = tuple(chain.from_iterable(_lines(line, _SMALL, _REGULAR, most=1) for line in text.notes))
    left = height - sum(line.height for line in (*site, *note)) - 2 * _AIR
    for size in _TITLES:
        title = tuple(_lines(text.title, size, _BOLD, most=_MOST_LINES + 1))
        if len(title) <= _MOST_LINES and sum(line.height for line in title) <= left:
            return _aired(site, title, note)
    most = min(_MOST_LINES, int(left / (_TITLES[-1] * _LINE)))
    return _aired(site, tuple(_lines(text.title, _TITLES[-1], _BOLD, most=most)), note)


def _aired(*parts: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """All lines, with air below each part but the last."""
    said = [part for part in parts if part]
    spaced = [(*part[:-1], replace(part[-1], height=part[-1].height + _AIR)) for part in said[:-1]]
    return tuple(chain(*spaced, *said[-1:]))


def _lines(words: str, size: int, weight: int, *, most: int, is_accented: bool = False) -> Iterator[_Line]:
    rows = list(_wrapped(_known(words[:_LONGEST]), _font(size, weight)))
    if len(rows) > most:
        rows = [*rows[: most - 1], _cut(rows[most - 1], _font(size, weight))]
    return (_Line(row, size, weight, int(size * _LINE), is_accented) for row in rows)


def _wrapped(words: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The words in lines of the paper's width; what is too long for one is broken anywhere."""
    row = ""
    for word in words.split():
        longer = f"{row} {word}".strip()
        if _fits(longer, font):
            row = longer
            continue
        if row:
            yield row
        row = word
        while not _fits(row, font):
            end = _fitting(row, font)
            yield row[:end]
            row = row[end:]
    if row:
        yield row


def _fitting(row: str, font: ImageFont.FreeTypeFont) -> int:
    """How many letters of a row that is too long fit."""
    return bisect_left(range(1, len(row)), True, key=lambda length: not _fits(row[:length], font))


def _cut(row: str, font: ImageFont.FreeTypeFont) -> str:
    while row and not _fits(f"{row}…", font):
        row = row[:-1]
    return f"{row.rstrip()}…"


def _fits(words: str, font: ImageFont.FreeTypeFont) -> bool:
    return sum(_advance(letter, font) for letter in words) <= _RIGHT - _LEFT - 2 * _MARGIN


@cache
def _advance(letter: str, font: ImageFont.FreeTypeFont) -> float:
    """The width of a letter, which this font draws equally wide whatever stands beside it."""
    return font.getlength(letter)


def _known(words: str) -> str:
    """The words without the letters that the font cannot show."""
    return " ".join("".join(letter for letter in normalize("NFC", words) if _is_known(letter)).split())


def _is_known(letter: str) -> bool:
    if not stands_alone(letter):
        return False
    return letter.isspace() or _shape(letter) != _shape("\U0010ffff")


@cache
def _shape(letter: str) -> bytes:
    return bytes(_font(_SMALL, _REGULAR).getmask(letter))


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The shipped font; laid out by Pillow itself, so that a card is the same on every computer."""
    font = ImageFont.truetype(UPRIGHT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight, 100])
    return font


def _write(picture: Image.Image, lines: Sequence[_Line], top: int, colours: CardColours) -> None:
    pen = ImageDraw.Draw(picture)
    for line in lines:
        ink = colours.accent if line.is_accented else colours.ink
        pen.text((_LEFT + _MARGIN, top), line.words, fill=ink, font=_font(line.size, line.weight))
        top += line.height


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
