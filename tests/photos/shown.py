"""Pictures rendered for tests, and how far two of them are apart."""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from plugins.photos.pipeline import Pipeline, RenderedPhoto
from plugins.photos.plan import Region, RenditionRequest, Use
from tests.support.photographs import pixels_of


def rendered(file: Path, *uses: Use, blur: Iterable[Region] = ()) -> tuple[Pipeline, RenderedPhoto]:
    """A picture for these uses, a story's if none is named."""
    pipeline = Pipeline()
    request = RenditionRequest(file, frozenset(uses or ("story",)), blur=tuple(blur))
    return pipeline, pipeline.rendered([request])[request]


def large(file: Path, *, blur: Iterable[Region] = ()) -> Image.Image:
    """The largest rendition of a picture."""
    pipeline, made = rendered(file, blur=blur)
    assert made.fault == ""
    return pixels_of(pipeline.content(next(iter(made.renditions.values()))))


def fault(file: Path) -> str:
    """Why a picture cannot be shown."""
    return rendered(file)[1].fault


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart on average, from 0 (the same) to 255; the grain of encoders and dots left out."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(_from_afar(one), _from_afar(other))).mean)


def _from_afar(image: Image.Image) -> Image.Image:
    return image.convert("RGB").reduce(4)


def corners(image: Image.Image) -> list[str]:
    """The colours of the four corners, from the top left in the order of reading: which way is up."""
    width, height = image.width - 1, image.height - 1
    places = [(4, 4), (width - 4, 4), (4, height - 4), (width - 4, height - 4)]
    return [_name(image.convert("RGB").getpixel(place)) for place in places]


def _name(colour: object) -> str:
    assert isinstance(colour, tuple)
    bright = tuple(value > 128 for value in colour)
    names = {(True, False, False): "red", (False, True, False): "green", (False, False, True): "blue"}
    return names.get(bright, "yellow" if bright == (True, True, False) else str(colour))
