"""Colours that a file describes by a few numbers, worked out here once more by the formulas of their standards."""

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from plugins.photos.imaging import with_article
from tests.photos.bombs import png
from tests.photos.shown import large, rendered
from tests.support.photographs import file_of, put

HDR = (
    "this is made for screens that show more light and colour than others (HDR), so it looks wrong here; "
    "save it as an ordinary JPEG or PNG"
)
# Linear light of other colours as that of sRGB, both with the white of daylight [Lindbloom; CSS Color 4].
FROM_ADOBE = ((1.3983557, -0.3983557, 0), (0, 1, 0), (0, -0.0429290, 1.0429290))
FROM_P3 = ((1.2249402, -0.2249402, 0), (-0.0420569, 1.0420569, 0), (-0.0196376, -0.0786361, 1.0982735))
FROM_2020 = (
    (1.6604910, -0.5876411, -0.0728499),
    (-0.1245505, 1.1328999, -0.0083494),
    (-0.0181508, -0.1005789, 1.1187297),
)
SAME = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
MIDDLE = (140, 120, 100)
CHRM = struct.pack(">8I", 31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)


def for_the_web(colour: tuple[int, int, int], gamma: float, matrix: Any = SAME) -> tuple[int, ...]:
    """A colour of another space in sRGB [IEC 61966-2-1]."""
    light = [(value / 255) ** gamma for value in colour]
    mixed = [sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix]
    curved = [12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055 for value in mixed]
    return tuple(round(255 * value) for value in curved)


def png_of(colour: tuple[int, int, int], *chunks: tuple[bytes, bytes]) -> bytes:
    return png(32, *chunks, pixels=zlib.compress((b"\0" + bytes(colour) * 32) * 32))


def gamma(value: float) -> tuple[bytes, bytes]:
    return b"gAMA", struct.pack(">I", round(value * 100_000))


def cicp(primaries: int, curve: int) -> tuple[bytes, bytes]:
    return b"cICP", bytes((primaries, curve, 0, 1))


def assert_shows(file: Path, colour: tuple[int, ...], *, within: int = 3) -> None:
    shown = large(file).convert("RGB").getpixel((10, 10))
    assert isinstance(shown, tuple)
    assert all(abs(one - other) <= within for one, other in zip(shown, colour, strict=True)), (shown, colour)


@pytest.mark.parametrize(
    ("chunks", "meant"),
    [
        ([gamma(1.0)], for_the_web(MIDDLE, 1.0)),
        ([gamma(1 / 1.8)], for_the_web(MIDDLE, 1.8)),
        ([gamma(1 / 2.2), (b"cHRM", CHRM)], for_the_web(MIDDLE, 2.2, FROM_ADOBE)),
        ([gamma(1.0), (b"sRGB", b"\0")], MIDDLE),
        ([gamma(1.0), (b"sRGB", b"\0"), cicp(1, 13)], MIDDLE),
        ([gamma(0.45455)], MIDDLE),
        ([gamma(0)], MIDDLE),
        ([gamma(0.00001)], MIDDLE),
        ([gamma(1.0), (b"cHRM", bytes(32))], MIDDLE),
        ([(b"cHRM", CHRM)], MIDDLE),
        ([cicp(1, 8)], for_the_web(MIDDLE, 1.0)),
        ([cicp(1, 4)], for_the_web(MIDDLE, 2.2)),
        ([cicp(12, 4)], for_the_web(MIDDLE, 2.2, FROM_P3)),
        ([gamma(1.0), cicp(9, 4)], for_the_web(MIDDLE, 2.2, FROM_2020)),
    ],
)  # fmt: skip
def test_a_png_is_shown_in_the_colours_that_it_describes(tmp_path: Path, chunks: Any, meant: tuple[int, ...]) -> None:
    file = put(tmp_path, "a.png", png_of(MIDDLE, *chunks))
    assert_shows(file, meant)
    assert rendered(file)[1].notices == ()


@pytest.mark.parametrize("numbers", [(9, 16), (9, 18), (1, 16), (22, 13)])
def test_a_png_for_special_screens_is_told(tmp_path: Path, numbers: tuple[int, int]) -> None:
    _, made = rendered(put(tmp_path, "a.png", png_of(MIDDLE, cicp(*numbers))))
    assert (made.fault, made.notices) == ("", (HDR,))


def test_a_png_of_light_and_dark_is_shown_by_its_gamma(tmp_path: Path) -> None:
    for mode, colour in (("L", 128), ("LA", (128, 255)), ("P", 0)):
        image = Image.new(mode, (32, 32), colour)
        if mode == "P":
            image.putpalette([128, 128, 128])
        whole = file_of(image, format="PNG")
        head, chunk = whole[:33], png(16, gamma(1.0))[33:49]
        assert_shows(put(tmp_path, f"{mode}.png", head + chunk + whole[33:]), for_the_web((128, 128, 128), 1.0))


def camera_notes(space: int, index: str | None) -> Image.Exif:
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = 1
    exif: dict[int, Any] = {ExifTags.Base.ColorSpace: space}
    if index:
        exif[ExifTags.IFD.Interop] = {ExifTags.Interop.InteropIndex: index}
    notes[ExifTags.IFD.Exif] = exif
    return notes


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("space", "index", "is_adobe"),
    [(0xFFFF, "R03", True), (2, None, True), (0xFFFF, "R98", False), (0xFFFF, None, False), (1, "R98", False)],
)
def test_a_camera_that_notes_adobe_rgb_is_believed(
    tmp_path: Path, kind: str, space: int, index: str | None, is_adobe: bool
) -> None:
    saving: dict[str, Any] = {"lossless": True} if kind == "WEBP" else {}
    content = file_of(Image.new("RGB", (64, 64), MIDDLE), format=kind, exif=camera_notes(space, index), **saving)
    meant = for_the_web(MIDDLE, 563 / 256, FROM_ADOBE) if is_adobe else MIDDLE
    assert_shows(put(tmp_path, "a", content), meant)


def test_a_cmyk_jpeg_is_shown_as_ink_on_paper(tmp_path: Path) -> None:
    """As Photoshop writes it: the numbers the other way round, with Adobe's mark; Pillow writes no other."""
    content = file_of(Image.new("CMYK", (64, 64), (0, 128, 255, 64)), format="JPEG", quality=95)
    assert b"Adobe" in content
    red, green, blue = (round(255 * (1 - ink / 255) * (1 - 64 / 255)) for ink in (0, 128, 255))
    assert_shows(put(tmp_path, "a.jpg", content), (red, green, blue), within=6)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("JPEG", "a JPEG"), ("PNG", "a PNG"), ("WEBP", "a WebP"), ("GIF", "a GIF"), ("TIFF", "a TIFF"), ("AVIF", "an AVIF"), ("HEIF", "an HEIC"), ("MPO", "an MPO")],
)  # fmt: skip
def test_a_kind_of_file_has_its_article(kind: str, said: str) -> None:
    assert with_article(kind) == said
