"""Every kind of picture that a phone, a scanner or a program makes, read as it is meant to be seen."""

import io
import struct
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import ExifTags, Image, ImageCms, ImageOps

from plugins.photos.imaging import ending_of
from tests.photos.shown import apart, corners, large, rendered
from tests.support.photographs import file_of, photograph, pixels_of, put
from tests.support.profiles import dark_grey, swapped

pillow_heif.register_heif_opener()
UPRIGHT = ["red", "green", "blue", "yellow"]
KINDS: dict[str, dict[str, Any]] = {
    "JPEG": {"format": "JPEG", "quality": 95},
    "PNG": {"format": "PNG"},
    "WEBP": {"format": "WEBP", "quality": 95},
    "AVIF": {"format": "AVIF", "quality": 95},
    "GIF": {"format": "GIF"},
    "TIFF": {"format": "TIFF"},
    "HEIF": {"format": "HEIF", "quality": 95},
}
TURNED: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def noted(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return exif


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_looks_as_pillow_shows_it(tmp_path: Path, kind: str) -> None:
    content = file_of(photograph(), **KINDS[kind])
    shown = large(put(tmp_path, "a", content))
    assert apart(shown, pixels_of(content)) < 3
    assert rendered(tmp_path / "a")[1].kind == kind


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "GIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(tmp_path: Path, kind: str, orientation: int) -> None:
    upright = photograph()
    lying = upright.transpose(TURNED[orientation]) if orientation in TURNED else upright
    lying.info["exif"] = noted(orientation).tobytes()  # HEIF writes it as what it is there, a turn of the picture.
    content = file_of(lying, **KINDS[kind], **({} if kind == "HEIF" else {"exif": noted(orientation)}))
    pipeline, made = rendered(put(tmp_path, "a", content))
    assert (made.size.width, made.size.height) == (400, 300)
    shown = [pixels_of(pipeline.content(held)) for held in made.renditions.values()]
    assert [corners(image) for image in shown] == [UPRIGHT] * len(shown)
    assert {image.size for image in shown} == {(400, 300)}


@pytest.mark.parametrize("width", [4032, 3000])
def test_a_large_jpeg_read_at_a_part_of_its_size_looks_the_same(tmp_path: Path, width: int) -> None:
    content = file_of(photograph(width, width * 3 // 4), format="JPEG", quality=90, exif=noted(6))
    whole = ImageOps.exif_transpose(pixels_of(content))
    pipeline, made = rendered(put(tmp_path, "a.jpg", content))
    for held in made.renditions.values():
        shown = pixels_of(pipeline.content(held))
        assert shown.size == (held.size.width, held.size.height)
        assert apart(shown, whole.resize(shown.size, Image.Resampling.LANCZOS)) < 3


@pytest.mark.parametrize("size", [(703, 2779), (332, 248), (16, 16), (17, 339)])
def test_a_picture_of_any_size_can_be_cropped(tmp_path: Path, size: tuple[int, int]) -> None:
    """The first two are sizes whose crops end a hair outside the picture, as floats have it."""
    content = file_of(photograph(400, 300).resize(size), format="PNG")
    pipeline, made = rendered(put(tmp_path, "a.png", content), "story", "gallery", "thumbnail", "share")
    assert made.fault == ""
    for held in made.renditions.values():
        assert pixels_of(pipeline.content(held)).size == (held.size.width, held.size.height)


def grey_of(mode: str) -> Image.Image:
    """Two halves, light and dark."""
    if mode == "L":
        return Image.frombytes("L", (200, 100), (bytes([192]) * 100 + bytes([64]) * 100) * 100)
    row = struct.pack("<200H", *[0xC0C0] * 100, *[0x4040] * 100)
    return Image.frombytes("I;16", (200, 100), row * 100).convert(mode)


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "PNG"), ("I;16", "PNG"), ("I;16", "TIFF"), ("L", "JPEG"), ("I", "TIFF")]
)
def test_a_picture_in_grey_keeps_its_light(tmp_path: Path, mode: str, kind: str) -> None:
    shown = large(put(tmp_path, "a", file_of(grey_of(mode), format=kind)))
    for place, value in (((50, 50), 192), ((150, 50), 64)):
        assert all(abs(part - value) <= 2 for part in rgb(shown, place)), place


def rgb(image: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    red, green, blue = image.convert("RGB").crop((*place, place[0] + 1, place[1] + 1)).tobytes()
    return red, green, blue


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("CMYK", "JPEG"),
        ("CMYK", "TIFF"),
        ("P", "PNG"),
        ("P", "GIF"),
        ("LAB", "TIFF"),
        ("YCbCr", "TIFF"),
        ("YCbCr", "JPEG"),
    ],
)
def test_a_picture_in_other_colours_looks_as_pillow_shows_it(tmp_path: Path, mode: str, kind: str) -> None:
    made = Image.new("LAB", (200, 100), (160, 200, 128)) if mode == "LAB" else photograph().convert(mode)
    content = file_of(made, format=kind)
    assert apart(large(put(tmp_path, "a", content)), pixels_of(content)) < 3


def test_black_and_white_stays_so(tmp_path: Path) -> None:
    bits = photograph().convert("1")
    assert apart(large(put(tmp_path, "a.png", file_of(bits, format="PNG"))), bits) < 3


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "TIFF", "HEIF"])
def test_what_is_transparent_is_white(tmp_path: Path, kind: str) -> None:
    image = photograph().convert("RGBA")
    image.putalpha(0)
    image.paste((10, 90, 200, 255), (0, 0, 200, 300))
    saving: dict[str, Any] = {"format": "WEBP", "lossless": True} if kind == "WEBP" else KINDS[kind]
    shown = large(put(tmp_path, "a", file_of(image, **saving)))
    assert rgb(shown, (300, 150)) == (255, 255, 255)
    assert all(abs(one - other) < 6 for one, other in zip(rgb(shown, (100, 150)), (10, 90, 200), strict=True))


@pytest.mark.parametrize("mode", ["P", "LA", "L", "RGB"])
def test_what_is_transparent_is_white_in_palettes_and_without_alpha_too(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (200, 100), {"LA": (0, 0), "RGB": (9, 9, 9)}.get(mode, 0))
    see_through: dict[str, Any] = {
        "P": {"transparency": 0},
        "L": {"transparency": 0},
        "RGB": {"transparency": (9, 9, 9)},
    }
    content = file_of(image, format="PNG", **see_through.get(mode, {}))
    assert rgb(large(put(tmp_path, "a.png", content)), (50, 50)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_a_colour_profile_is_heeded(tmp_path: Path, kind: str) -> None:
    content = file_of(photograph(), icc_profile=swapped(), **KINDS[kind])
    shown = large(put(tmp_path, "a", content))
    assert corners(shown) == ["green", "red", "blue", "yellow"]
    assert "icc_profile" not in shown.info
    profile = ImageCms.ImageCmsProfile(io.BytesIO(swapped()))
    meant = ImageCms.profileToProfile(
        pixels_of(content).convert("RGB"),
        profile,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    assert meant is not None
    assert apart(shown, meant) < 3


def test_a_profile_for_grey_is_heeded(tmp_path: Path) -> None:
    shown = large(
        put(tmp_path, "a.png", file_of(Image.new("L", (200, 100), 128), format="PNG", icc_profile=dark_grey()))
    )
    assert max(rgb(shown, (50, 50))) < 75


@pytest.mark.parametrize("profile", [b"no profile at all", dark_grey(), swapped()[:200]])
def test_a_profile_that_is_broken_or_for_another_kind_says_nothing(tmp_path: Path, profile: bytes) -> None:
    content = file_of(photograph(), format="PNG", icc_profile=profile)
    assert corners(large(put(tmp_path, "a.png", content))) == UPRIGHT


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF", "AVIF"])
def test_of_a_picture_that_moves_the_first_is_shown(tmp_path: Path, kind: str) -> None:
    others = [Image.new("RGB", (400, 300), colour) for colour in ("black", "white")]
    content = (
        file_of(photograph(), save_all=True, append_images=others, duration=100, **KINDS[kind])
        if kind != "TIFF"
        else file_of(photograph(), save_all=True, append_images=others, format="TIFF")
    )
    assert corners(large(put(tmp_path, "a", content))) == UPRIGHT


def test_of_two_pictures_in_one_jpeg_the_first_is_shown(tmp_path: Path) -> None:
    content = file_of(photograph(), format="MPO", save_all=True, append_images=[Image.new("RGB", (400, 300), "black")])
    _, made = rendered(put(tmp_path, "a.jpg", content))
    assert made.kind == "JPEG"
    assert corners(large(tmp_path / "a.jpg")) == UPRIGHT


@pytest.mark.parametrize(
    ("kind", "name", "ending"),
    [
        ("JPEG", "a.JPG", None),
        ("JPEG", "a.jpeg", None),
        ("PNG", "a.jpg", ".png"),
        ("HEIF", "a.jpg", ".heic"),
        ("TIFF", "a", ".tif"),
    ],
)
def test_a_name_with_the_wrong_ending_is_known(kind: str, name: str, ending: str | None) -> None:
    assert ending_of(kind, name) == ending
