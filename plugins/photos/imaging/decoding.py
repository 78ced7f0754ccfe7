"""A picture file opened: what it is by its content, and whether it can be read at all.

A file may be anything: half a picture, no picture, or one made to fill the memory of whoever opens it. Each is
answered with a sentence.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pillow_heif
from PIL import ExifTags, Image, ImageOps

from plugins.photos.imaging.jpeg import MOST_STEPS, TooManyPartsError, scan_count

MOST_PIXELS = 64_000_000
LEAST_SIDE = 16
_MOST_UNEVEN = 20

Image.MAX_IMAGE_PIXELS = None  # `_refuse_absurd` stands in its place: it answers with a sentence.
pillow_heif.register_heif_opener()
# What Pillow finds odd in a picture's metadata (never published) is nothing that an author could mend.
warnings.filterwarnings("ignore", module=r"PIL\.")

_ENDINGS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png", ".apng"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "HEIF": (".heic", ".heif", ".hif"),
}
_ENDLESS = (
    "this JPEG is made of so many layers that it would take minutes to open; "
    "open it in a photo program and save it anew"
)
_ORIENTATION = ExifTags.Base.Orientation
_ON_THEIR_SIDE = (5, 6, 7, 8)
_SAME = {"MPO": "JPEG"}  # Two pictures in one JPEG, as some phones make them; the first is the photo.


class UnreadableError(Exception):
    """Why a file cannot be shown as a picture, in words that follow the name of the file."""


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """The picture, its pixels not yet read; raises UnreadableError."""
    _refuse_no_picture(content)
    try:
        scans = scan_count(content)
    except TooManyPartsError as endless:
        raise UnreadableError(_ENDLESS) from endless
    with _decoding("this is no picture that can be read here; save it as JPEG or PNG"):
        image = Image.open(io.BytesIO(content), formats=[*_ENDINGS, *_SAME])
    with image:
        _refuse_absurd(*image.size)
        if scans * image.width * image.height > MOST_STEPS:
            raise UnreadableError(_ENDLESS)
        yield image


def upright_pixels(image: Image.Image, *, side: int) -> Image.Image:
    """The first frame's pixels as they are seen upright; raises UnreadableError.

    No side that was longer than `side` is shorter now. Where the form allows it, a smaller picture is read in the first
    place: a JPEG at a half, a quarter or an eighth. (HEIF has a smaller picture of its own, which may show something
    else: that one is never used.)
    """
    with _decoding("this breaks off or is damaged; copy it from the phone or camera again"):
        if kind_of(image) == "JPEG":
            scale = min(1.0, side / max(image.size))
            image.draft(None, (max(1, int(image.width * scale)), max(1, int(image.height * scale))))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
    return image


def upright_size(image: Image.Image) -> tuple[int, int]:
    """The size as it is seen upright, from what the file says of itself; raises UnreadableError."""
    with _decoding("this breaks off or is damaged; copy it from the phone or camera again"):
        on_its_side = kind_of(image) != "TIFF" and image.getexif().get(_ORIENTATION, 1) in _ON_THEIR_SIDE
    return image.size[::-1] if on_its_side else image.size


def kind_of(image: Image.Image) -> str:
    """`JPEG`, `PNG`, …: what the file is, whatever its name says."""
    kind = image.format or ""
    return _SAME.get(kind, kind)


def ending_of(kind: str, name: str) -> str | None:
    """The ending that a file of this kind should have; None when its name has it, or one as good."""
    endings = _ENDINGS[kind]
    return None if name.casefold().endswith(endings) else endings[0]


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
def _decoding(otherwise: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # decoders answer bad bytes with every kind of error, and each means the same
        raise UnreadableError(otherwise) from error
