"""What is to be made of a picture: which sizes, how cropped, in which form. Nothing here opens a file.

The widths are those of the theme (`theme/static/css/components/figure.css`, `gallery.css`, `card.css`): 680 pixels are
a phone of 360 pixels with two to each, and the column on a wide screen; 1360 the column with two to each.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Literal

from plugins.records import dataclass

Use = Literal["story", "gallery", "thumbnail", "share"]
Kind = Literal["webp", "jpeg"]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""

STORY_WIDTHS = (680, 1020, 1360)
GALLERY_WIDTHS = (320, 640)
THUMBNAIL_WIDTHS = (160, 240, 320, 480)
PLAIN_WIDTH = 1020
PLAIN_CROP = 320
"""The one size for browsers and feed readers that know no WebP."""
LARGE = 2000
"""The longer side of what is shown when a reader wants to see it large: half of what most phones take."""
PICTURE_KB = 400
"""How heavy one file of a picture may be: it is paid for by the megabyte, and waited for."""
CROP = Fraction(4, 3)
SHARE = (1200, 630)
"""What the sites that show a card of a page ask for [Open Graph]."""


@dataclass(frozen=True, slots=True)
class Point:
    """The point that a crop keeps, from the left and the top, 0 to 1."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture as it is seen upright, in parts of its width and height."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class RenditionRequest:
    """One picture to be rendered. Without `uses` it is only looked at: whether it can be read at all."""

    file: Path
    uses: frozenset[Use] = frozenset()
    focus: Point = Point()
    blur: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Size:
    """A size in pixels, as the picture is seen upright."""

    width: int
    height: int

    def at_width(self, width: int) -> "Size":
        """The same shape, so wide; never larger than it was."""
        width = min(width, self.width)
        return Size(width, max(1, round(self.height * width / self.width)))

    def within(self, side: int) -> "Size":
        """The same shape, no side longer than `side`; never larger than it was."""
        longest = max(self.width, self.height)
        return self.at_width(max(1, self.width * side // longest)) if longest > side else self


@dataclass(frozen=True, slots=True)
class RenditionSpec:
    """One file to be made: its size, its form, and around which point it is cropped (None: not at all)."""

    size: Size
    kind: Kind
    focus: Point | None = None

    @property
    def name(self) -> str:
        """The spec in one word, another for each: `680x510.webp`."""
        around = f"@{self.focus.x:.4f},{self.focus.y:.4f}" if self.focus else ""
        return f"{self.size.width}x{self.size.height}{around}.{self.kind}"


@dataclass(frozen=True, slots=True)
class Variants:
    """The specs of one use: the sizes that a browser chooses from, the plain one, and those to look at closely.

    The last of `close` is the largest, and a JPEG, which every program opens.
    """

    choice: tuple[RenditionSpec, ...]
    plain: RenditionSpec
    close: tuple[RenditionSpec, ...] = ()

    def __iter__(self) -> Iterator[RenditionSpec]:
        """Every spec; some more than once."""
        yield from (*self.choice, self.plain, *self.close)


def variants(use: Use, size: Size, focus: Point) -> Variants:
    """What a picture of `size` needs for one use. Nothing is made larger than it is."""
    large = RenditionSpec(size.within(LARGE), "jpeg")
    plain = RenditionSpec(size.at_width(PLAIN_WIDTH), "jpeg")
    if use == "story":
        choice = tuple(RenditionSpec(size.at_width(width), "webp") for width in _ladder(size.width, STORY_WIDTHS))
        return Variants(choice, plain, (*choice, large))
    if use == "share":
        return Variants((), RenditionSpec(_cropped(size, Fraction(*SHARE), SHARE[0]), "jpeg", focus))
    widths = GALLERY_WIDTHS if use == "gallery" else THUMBNAIL_WIDTHS
    crops = tuple(_cropped(size, CROP, width) for width in _ladder(_cropped(size, CROP, max(widths)).width, widths))
    choice = tuple(RenditionSpec(crop, "webp", focus) for crop in crops)
    close = (RenditionSpec(plain.size, "webp"), large) if use == "gallery" else ()
    return Variants(choice, RenditionSpec(_cropped(size, CROP, PLAIN_CROP), "jpeg", focus), close)


def rendition_specs(uses: Iterable[Use], size: Size, focus: Point) -> tuple[RenditionSpec, ...]:
    """Every spec for all uses of a picture, each once, the widest first."""
    wanted = {spec for use in uses for spec in variants(use, size, focus)}
    return tuple(sorted(wanted, key=lambda spec: (-spec.size.width, spec.name)))


def steps_down(size: Size) -> tuple[Size, ...]:
    """The sizes that a picture passes through on its way down, the largest first.

    They are the same whatever is wanted of the picture, so that a file never depends on which others are made with it.
    """
    first = size.within(LARGE)
    steps = (size.at_width(width) for width in (*reversed(STORY_WIDTHS), *reversed(GALLERY_WIDTHS[:1])))
    return (first, *(step for step in steps if step.width < first.width))


def step_for(spec: RenditionSpec, steps: Sequence[Size]) -> int:
    """The smallest step that is large enough for a spec: its index among the steps."""
    enough = [index for index, step in enumerate(steps) if _is_enough(spec, step)]
    return max(enough, default=0)


def _is_enough(spec: RenditionSpec, step: Size) -> bool:
    left, top, right, bottom = part_for(spec, step)
    return round(right - left) >= spec.size.width and round(bottom - top) >= spec.size.height


def part_for(spec: RenditionSpec, step: Size) -> Box:
    """The part of a step that a spec shows: all of it, or as much as has its shape, around the focus."""
    shape, focus = spec.size, spec.focus
    if focus is None:
        return 0.0, 0.0, float(step.width), float(step.height)
    scale = min(step.width / shape.width, step.height / shape.height)
    width, height = shape.width * scale, shape.height * scale
    # In this order, since a difference of two equal floats may come out just below zero.
    left = max(0.0, min(focus.x * step.width - width / 2, step.width - width))
    top = max(0.0, min(focus.y * step.height - height / 2, step.height - height))
    return left, top, min(left + width, step.width), min(top + height, step.height)


def _ladder(most: int, widths: tuple[int, ...]) -> tuple[int, ...]:
    """The widths that a picture has; a smaller one ends with its own."""
    return (*(width for width in widths if width < most), most) if most < max(widths) else widths


def _cropped(size: Size, shape: Fraction, width: int) -> Size:
    """A crop of a shape, at most so wide."""
    width = max(1, min(width, size.width, int(size.height * shape)))
    return Size(width, max(1, min(size.height, ceil(width / shape))))
