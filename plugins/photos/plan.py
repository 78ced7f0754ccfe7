"""What is to be made of a picture: which sizes, how cropped, in which form. Nothing here opens a file.

The widths are those of the theme (`theme/static/css/components/figure.css`, `gallery.css`, `card.css`): 680 pixels are
a phone of 360 pixels with two to each, and the column on a wide screen; 1360 the column with two to each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Literal

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
class Order:
    """One picture to be developed. Without `uses` it is only looked at: whether it can be read at all."""

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
class Recipe:
    """One file to be made: its size, its form, and around which point it is cropped (None: not at all)."""

    size: Size
    kind: Kind
    focus: Point | None = None

    @property
    def name(self) -> str:
        """The recipe in a word, one for each: `680x510.webp`."""
        around = f"@{self.focus.x:.4f},{self.focus.y:.4f}" if self.focus else ""
        return f"{self.size.width}x{self.size.height}{around}.{self.kind}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The recipes of one use: the sizes that a browser chooses from, the plain one, and those to look at closely.

    The last of `close` is the largest, and a JPEG, which every program opens.
    """

    choice: tuple[Recipe, ...]
    plain: Recipe
    close: tuple[Recipe, ...] = ()

    def __iter__(self) -> Iterator[Recipe]:
        """Every recipe; some more than once."""
        yield from (*self.choice, self.plain, *self.close)


def sheet(use: Use, size: Size, focus: Point) -> Sheet:
    """What a picture of `size` needs for one use. Nothing is made larger than it is."""
    large = Recipe(size.within(LARGE), "jpeg")
    plain = Recipe(size.at_width(PLAIN_WIDTH), "jpeg")
    if use == "story":
        choice = tuple(Recipe(size.at_width(width), "webp") for width in _ladder(size.width, STORY_WIDTHS))
        return Sheet(choice, plain, (*choice, large))
    if use == "share":
        return Sheet((), Recipe(_cropped(size, Fraction(*SHARE), SHARE[0]), "jpeg", focus))
    widths = GALLERY_WIDTHS if use == "gallery" else THUMBNAIL_WIDTHS
    crops = tuple(_cropped(size, CROP, width) for width in _ladder(_cropped(size, CROP, max(widths)).width, widths))
    choice = tuple(Recipe(crop, "webp", focus) for crop in crops)
    close = (Recipe(plain.size, "webp"), large) if use == "gallery" else ()
    return Sheet(choice, Recipe(_cropped(size, CROP, PLAIN_CROP), "jpeg", focus), close)


def recipes(uses: Iterable[Use], size: Size, focus: Point) -> tuple[Recipe, ...]:
    """Every recipe for all uses of a picture, each once, the widest first."""
    wanted = {recipe for use in uses for recipe in sheet(use, size, focus)}
    return tuple(sorted(wanted, key=lambda recipe: (-recipe.size.width, recipe.name)))


def steps_down(size: Size) -> tuple[Size, ...]:
    """The sizes that a picture passes through on its way down, the largest first.

    They are the same whatever is wanted of the picture, so that a file never depends on which others are made with it.
    """
    first = size.within(LARGE)
    steps = (size.at_width(width) for width in (*reversed(STORY_WIDTHS), *reversed(GALLERY_WIDTHS[:1])))
    return (first, *(step for step in steps if step.width < first.width))


def step_for(recipe: Recipe, steps: Sequence[Size]) -> int:
    """The smallest step that is large enough for a recipe: its place among the steps."""
    enough = [place for place, step in enumerate(steps) if _is_enough(recipe, step)]
    return max(enough, default=0)


def _is_enough(recipe: Recipe, step: Size) -> bool:
    left, top, right, bottom = part_for(recipe, step)
    return round(right - left) >= recipe.size.width and round(bottom - top) >= recipe.size.height


def part_for(recipe: Recipe, step: Size) -> Box:
    """The part of a step that a recipe shows: all of it, or as much as has its shape, around the focus."""
    shape, focus = recipe.size, recipe.focus
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
