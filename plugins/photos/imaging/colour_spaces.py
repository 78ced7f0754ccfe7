"""In which colours a file's numbers are meant, where it says so by other means than a profile of its own.

PNG: cICP before iCCP before sRGB before gAMA and cHRM [PNG, third edition, 4.3].
Adobe RGB of cameras: by EXIF [DCF 2.0].
What is found becomes an ICC profile, so that one way leads from there to the colours of the web.
"""

import struct

from PIL import ExifTags, Image

from plugins.photos.imaging.icc import Chromaticity, matrix_profile
from plugins.records import dataclass

_D65 = (0.3127, 0.329)
_SRGB = ((0.64, 0.33), (0.3, 0.6), (0.15, 0.06))
_ADOBE_RGB = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_BY_NUMBER = {
    1: _SRGB,
    9: ((0.708, 0.292), (0.17, 0.797), (0.131, 0.046)),
    12: ((0.68, 0.32), (0.265, 0.69), (0.15, 0.06)),
}
"""Primaries by their number [ITU-T H.273]: of the web, BT.2020 and Display P3."""
_WEB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_FILM_CURVE = (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)
_CURVES: dict[int, tuple[float, ...]] = {
    **dict.fromkeys((1, 6, 14, 15), _FILM_CURVE), 4: (2.2,), 5: (2.8,), 8: (1.0,), 13: _WEB_CURVE,
}  # fmt: skip
_ADOBE_GAMMA = 563 / 256
_WEB_GAMMA = 1 / 2.2
_AS_GOOD = 0.01
_UNCALIBRATED, _ADOBE_BY_CUSTOM, _ADOBE_INDEX = 0xFFFF, 2, "R03"
_FOR_OTHER_SCREENS = (
    "this is made for screens that show more light and colour than others (HDR), so it looks wrong here; "
    "save it as an ordinary JPEG or PNG"
)


@dataclass(frozen=True, slots=True)
class FileColours:
    """The ICC profile of a picture, None where its colours are those of the web; and what its author should know."""

    profile: bytes | None
    notice: str = ""


def file_colours(image: Image.Image, content: bytes) -> FileColours:
    """What a file says of its colours. Nothing is what most say."""
    if (numbers := _cicp(content)) is not None:
        primaries, curve = _BY_NUMBER.get(numbers[0]), _CURVES.get(numbers[1])
        if primaries is None or curve is None:
            return FileColours(None, _FOR_OTHER_SCREENS)
        return FileColours(None if numbers == (1, 13) else matrix_profile(primaries, _D65, curve))
    profile = image.info.get("icc_profile")
    if profile or "srgb" in image.info:
        return FileColours(profile)
    if "gamma" in image.info:
        return FileColours(_by_gamma(image.info["gamma"], image.info.get("chromaticity")))
    return FileColours(matrix_profile(_ADOBE_RGB, _D65, (_ADOBE_GAMMA,)) if _is_adobe_rgb(image) else None)


def _cicp(content: bytes) -> tuple[int, int] | None:
    """Primaries and curve by their numbers, of a PNG that names them; Pillow does not read this part."""
    place = 8
    while content.startswith(b"\x89PNG\r\n\x1a\n") and place + 10 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        if kind == b"cICP" and length >= 2:
            return content[place + 8], content[place + 9]
        if kind == b"IDAT":
            return None
        place += 12 + length
    return None


def _by_gamma(gamma: float, points: tuple[float, ...] | None) -> bytes | None:
    """Of numbers that describe no colours nothing is believed."""
    white, *primaries = zip(points[::2], points[1::2], strict=True) if points else (_D65, *_SRGB)
    as_the_web = zip((white, *primaries), (_D65, *_SRGB), strict=True)
    if abs(gamma - _WEB_GAMMA) < _AS_GOOD and all(_is_near(one, other) for one, other in as_the_web):
        return None
    try:
        return matrix_profile(primaries, white, (1 / gamma,))
    except (ArithmeticError, struct.error):
        return None


def _is_near(one: Chromaticity, other: Chromaticity) -> bool:
    return all(abs(a - b) < _AS_GOOD for a, b in zip(one, other, strict=True))


def _is_adobe_rgb(image: Image.Image) -> bool:
    """TIFF has a profile for it, and reading its notes takes long."""
    if image.format == "TIFF":
        return False
    notes = image.getexif()
    space = notes.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace)
    index = notes.get_ifd(ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex) if space == _UNCALIBRATED else None
    return space == _ADOBE_BY_CUSTOM or str(index).rstrip("\0") == _ADOBE_INDEX
