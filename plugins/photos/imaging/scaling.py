"""One picture scaled: decoded once, made smaller step by step, each file from the step above it."""

import io
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import product
from threading import Lock

from PIL import Image

from plugins.photos.imaging.colour_spaces import file_colours
from plugins.photos.imaging.colours import eight_bits, web_colours
from plugins.photos.imaging.decoding import kind_of, opened, upright_pixels, upright_size
from plugins.photos.imaging.pixelation import pixelated
from plugins.photos.plan import LARGE, PICTURE_KB, Kind, Region, RenditionSpec, Size, part_for, step_for, steps_down
from plugins.records import dataclass

_DOWN = Image.Resampling.HAMMING  # As sharp as bicubic on the way down, in two thirds of the time.
_LOOKED_AT = 256

_QUALITIES = {"webp": (78, 62, 46, 30), "jpeg": (80, 65, 50, 35)}
_SOFTER = (1, 2, 4, 8)
_FINEST_FIRST = tuple(product(_SOFTER, range(4)))
"""Each way to write a picture, the best one first: how much softer, and which of the qualities.

A picture of 2,000 by 2,000 pixels that is all noise fits when it is made four times softer; the last is far below.
"""
_DAMAGED = (
    "a part of this is damaged or missing, so it shows grey, wrong colours or few details; "
    "copy it from the phone or camera again, "
    "or ask for the picture again"
)
_HEAVY = 16_000_000
_ONE_AT_A_TIME = Lock()
"""What must be held in memory whole, and is very large, waits for its turn."""


@dataclass(frozen=True, slots=True)
class UnencodedRendition:
    """A rendition whose pixels are ready and which is yet to be written as a file."""

    spec: RenditionSpec
    pixels: Image.Image

    def encoded(self) -> bytes:
        """The file: pixels and what is needed to read them, nothing else.

        It is written as well as fits into the budget of a picture: coarser, and where that is not enough, softer too.
        """
        most = PICTURE_KB * 1000
        attempts = (_written(_softened(self.pixels, by), self.spec.kind, quality) for by, quality in _FINEST_FIRST)
        return next(content for content in attempts if len(content) <= most)


@dataclass(frozen=True, slots=True)
class DecodedPicture:
    """A picture that can be read: its size upright, what it is, its one colour, and what its author should know."""

    size: Size
    kind: str
    colour: str
    notices: tuple[str, ...]


def render(
    content: bytes,
    blur: Sequence[Region],
    wanted: Callable[[Size], Sequence[RenditionSpec]],
    ready: Callable[[UnencodedRendition], None],
) -> DecodedPicture:
    """The picture in `content`; each file that is wanted of it is handed over as soon as its pixels are ready.

    The widest are to be wanted first: they take longest to write. Where nothing is wanted the picture is only looked
    at, and its colour is empty. Raises UnreadableError, before anything is handed over.
    """
    with opened(content) as image:
        size = Size(*upright_size(image))
        specs = wanted(size)
        kind, colours = kind_of(image), file_colours(image, content)
        with _ONE_AT_A_TIME if _is_heavy(image) else nullcontext():
            pixels, is_damaged = upright_pixels(image, side=LARGE if specs else _LOOKED_AT)
            seen = eight_bits(pixels)
    notices = tuple(filter(None, (_DAMAGED if is_damaged else "", colours.notice)))
    if not specs:
        return DecodedPicture(size, kind, "", notices)
    sizes = steps_down(size)
    steps = [_plain(web_colours(_resized(pixelated(seen, blur), sizes[0]), colours.profile))]
    for spec in specs:
        index = step_for(spec, sizes)
        _go_down(steps, sizes[: index + 1])
        ready(UnencodedRendition(spec, _made(steps[index], spec)))
    _go_down(steps, sizes)
    return DecodedPicture(size, kind, _colour(steps[-1]), notices)


def _softened(pixels: Image.Image, by: int) -> Image.Image:
    """The same size with less in it: pages know already how large the picture is."""
    if by == 1:
        return pixels.copy()  # Pillow writes settings into what it saves, and two renditions may share their pixels.
    width, height = pixels.size
    smaller = pixels.resize((max(1, width // by), max(1, height // by)), Image.Resampling.BOX)
    return smaller.resize((width, height), Image.Resampling.BICUBIC)


def _written(pixels: Image.Image, kind: Kind, quality: int) -> bytes:
    file = io.BytesIO()
    if kind == "webp":
        pixels.save(file, "WEBP", quality=_QUALITIES[kind][quality], method=4)
    else:
        pixels.save(file, "JPEG", quality=_QUALITIES[kind][quality], optimize=True, progressive=True)
    return file.getvalue()


def _is_heavy(image: Image.Image) -> bool:
    read_whole = kind_of(image) != "JPEG" or "progressive" in image.info
    return read_whole and image.width * image.height > _HEAVY


def _go_down(steps: list[Image.Image], sizes: Sequence[Size]) -> None:
    """Make the steps that are still missing, each from the one above it."""
    for size in sizes[len(steps) :]:
        steps.append(_resized(steps[-1], size))


def _made(step: Image.Image, spec: RenditionSpec) -> Image.Image:
    shape = (spec.size.width, spec.size.height)
    return step if step.size == shape else step.resize(shape, _DOWN, part_for(spec, Size(*step.size)))


def _resized(image: Image.Image, size: Size) -> Image.Image:
    wanted = (size.width, size.height)
    return image if image.size == wanted else image.resize(wanted, _DOWN, reducing_gap=2.0)


def _plain(image: Image.Image) -> Image.Image:
    """The pixels in a picture of our own making: encoders look into what an opened one remembers."""
    plain = Image.new("RGB", image.size)
    plain.paste(image)
    return plain


def _colour(image: Image.Image) -> str:
    """The one colour that the picture has from afar."""
    red, green, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"
