"""A picture file opened: what it is by its content, and whether it can be read at all.

A file may be anything: half a picture, no picture, or one made to fill the memory of whoever opens it. Each is
answered with a sentence.
"""

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pillow_heif
from PIL import ExifTags, Image, ImageFile, ImageOps

from plugins.photos.imaging.damage import JpegReader, library_lines, tells_of_damage
from plugins.photos.imaging.jpeg import MOST_STEPS, TooManyPartsError, jpeg_outline
from plugins.photos.picture_kinds import ENDINGS, UnreadableError

MOST_PIXELS = 64_000_000
LEAST_SIDE = 16
_MOST_UNEVEN = 20

Image.MAX_IMAGE_PIXELS = None  # `_refuse_absurd` stands in its place: it answers with a sentence.
pillow_heif.register_heif_opener()
# What Pillow finds odd in a picture's metadata (never published) is nothing that an author could mend.
warnings.filterwarnings("ignore", module=r"PIL\.")
logging.getLogger("PIL").propagate = False

BROKEN = "this breaks off or is damaged; copy it from the phone or camera again"
_MIDDLE = 128
_MOST_MISSING = 0.9
_ENDLESS = (
    "this JPEG is made of so many layers that it would take minutes to open; "
    "open it in a photo program and save it anew"
)
_ORIENTATION = ExifTags.Base.Orientation
_ON_THEIR_SIDE = (5, 6, 7, 8)
_SAME = {"MPO": "JPEG"}  # Two pictures in one JPEG, as some phones make them; the first is the photo.


@contextmanager
def opened(content: bytes) -> Iterator[ImageFile.ImageFile]:
    """The picture, its pixels not yet read; raises UnreadableError."""
    _refuse_no_picture(content)
    try:
        outline = jpeg_outline(content)
    except TooManyPartsError as endless:
        raise UnreadableError(_ENDLESS) from endless
    with decoding("this is no picture that can be read here; save it as JPEG or PNG"):
        file = JpegReader(content, outline) if outline else io.BytesIO(content)
        image = Image.open(file, formats=[*ENDINGS, *_SAME])
    with image:
        _refuse_absurd(*image.size)
        if outline and outline.scans * image.width * image.height > MOST_STEPS:
            raise UnreadableError(_ENDLESS)
        yield image


def upright_pixels(image: ImageFile.ImageFile, *, side: int) -> tuple[Image.Image, bool]:
    """The first frame's pixels as they are seen upright, and whether some of them are missing; raises UnreadableError.

    No side that was longer than `side` is shorter now. Where the form allows it, a smaller picture is read in the first
    place: a JPEG at a half, a quarter or an eighth. (HEIF has a smaller picture of its own, which may show something
    else: that one is never used.)
    """
    with decoding(BROKEN):
        if kind_of(image) == "JPEG":
            scale = min(1.0, side / max(image.size))
            image.draft(None, (max(1, int(image.width * scale)), max(1, int(image.height * scale))))
        is_damaged = _loaded_with_damage(image)
        ImageOps.exif_transpose(image, in_place=True)
    if is_damaged and _is_mostly_grey(image):
        raise UnreadableError(BROKEN)
    return image, is_damaged


def _loaded_with_damage(image: ImageFile.ImageFile) -> bool:
    """The pixels read into the picture, and whether the decoder filled some up."""
    file = image.fp
    if isinstance(file, JpegReader):
        file.begin_pixels()
        image.load()
        return file.is_damaged
    if kind_of(image) != "TIFF":
        image.load()
        return False
    with library_lines() as lines:
        image.load()
    return tells_of_damage(lines)


def _is_mostly_grey(image: Image.Image) -> bool:
    """Whether next to nothing is there but the grey that stands for what could not be read."""
    grey = image.convert("L").histogram()[_MIDDLE]
    return grey > _MOST_MISSING * image.width * image.height


def upright_size(image: Image.Image) -> tuple[int, int]:
    """The size as it is seen upright, from what the file says of itself; raises UnreadableError."""
    with decoding(BROKEN):
        on_its_side = kind_of(image) != "TIFF" and image.getexif().get(_ORIENTATION, 1) in _ON_THEIR_SIDE
    return image.size[::-1] if on_its_side else image.size


def kind_of(image: Image.Image) -> str:
    """`JPEG`, `PNG`, …: what the file is, whatever its name says."""
    kind = image.format or ""
    return _SAME.get(kind, kind)


def _refuse_no_picture(content: bytes) -> None:
    if not content:
        raise UnreadableError("this file is empty; copy it from the phone or camera again")
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        raise UnreadableError("this is a drawing (SVG), which can hold scripts and hidden words; save it as PNG")


def _refuse_absurd(width: int, height: int) -> None:
    size = f"this is {width:,} × {height:,} pixels large"
    if width * height > MOST_PIXELS:
        raise UnreadableError(f"{size}, and {MOST_PIXELS // 1_000_000} million in all is the most; make it smaller")
    if min(width, height) < LEAST_SIDE or max(width, height) > _MOST_UNEVEN * min(width, height):
        raise UnreadableError(f"{size}: too small, or too thin, to show anything")


@contextmanager
def decoding(otherwise: str) -> Iterator[None]:
    """Whatever goes wrong with a file's bytes is told in these words: raises UnreadableError."""
    try:
        yield
    except Exception as error:  # decoders answer bad bytes with every kind of error, and each means the same
        raise UnreadableError(otherwise) from error
