"""Pictures hold pixels and nothing else. The pictures here are made by Pillow, and read by our own reader."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from tests.publishing.lastlook.sites import told

PLACE = Image.Exif()
PLACE[0x010E] = "The kitchen of the hub"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


def picture(kind: str, **more: Any) -> bytes:
    """A drawn pattern, saved with what `more` adds."""
    image = Image.effect_noise((64, 48), 60).convert("RGB")
    image.info.clear()
    saved = BytesIO()
    image.save(saved, KINDS[kind], **more)
    return saved.getvalue()


def brought_along(kind: str, content: bytes) -> list[str]:
    start, end = f"output/a.{kind}: the picture brings along ", "; it must hold pixels alone"
    return [each.removeprefix(start).removesuffix(end) for each in told({f"a.{kind}": content})]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("progressive", [False, True])
def test_a_picture_of_pixels_alone_has_no_finding(kind: str, progressive: bool) -> None:
    more = {"progressive": progressive, "restart_marker_rows": 1} if kind == "jpg" else {"lossless": progressive}
    assert brought_along(kind, picture(kind, **(more if kind != "png" else {}))) == []


@pytest.mark.parametrize(
    ("kind", "more", "finding"),
    [
        ("jpg", {"exif": PLACE}, "EXIF data (place, time, camera)"),
        ("jpg", {"icc_profile": PROFILE}, "a colour profile"),
        ("jpg", {"comment": "drawn by Mo"}, "a comment"),
        ("jpg", {"xmp": XMP}, "XMP data"),
        ("png", {"exif": PLACE}, "a part called eXIf"),
        ("png", {"icc_profile": PROFILE}, "a part called iCCP"),
        ("webp", {"exif": PLACE}, "a part called EXIF"),
        ("webp", {"icc_profile": PROFILE}, "a part called ICCP"),
        ("webp", {"xmp": XMP}, "a part called XMP"),
    ],
)
def test_what_a_picture_brings_along_is_told(kind: str, more: dict[str, Any], finding: str) -> None:
    assert brought_along(kind, picture(kind, **more)) == [finding]


def test_words_in_a_png_are_told() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Mo")
    words.add_itxt("Title", "The hub")
    assert brought_along("png", picture("png", pnginfo=words)) == ["a part called iTXt", "a part called tEXt"]


def test_captions_and_blocks_of_cameras_are_told() -> None:
    plain = picture("jpg")
    blocks = b"\xff\xed\x00\x10Photoshop 3.0\0" + b"\xff\xe5\x00\x04ab" + b"\xff"
    assert brought_along("jpg", plain[:2] + blocks + plain[2:]) == [
        "IPTC data (captions, names)",
        "a block of its own (APP5)",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_behind_the_end_is_told(kind: str) -> None:
    assert brought_along(kind, picture(kind) + b"Hello") == ["5 bytes behind its end"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_is_none_or_half_of_one_is_told(kind: str) -> None:
    name = {"jpg": "JPEG", "png": "PNG", "webp": "WebP"}[kind]
    assert brought_along(kind, b"GIF89a" + b"\0" * 20) == [f"no {name} at all, whatever its name says"]
    assert brought_along(kind, picture(kind)[:-40]) == ["something that cannot be read, since it has no proper end"]


def test_a_picture_that_stops_in_the_middle_of_its_pixels_is_told() -> None:
    jpeg = picture("jpg")
    assert brought_along("jpg", jpeg[: jpeg.rfind(b"\xff\xda") + 200]) == [
        "something that cannot be read, since it has no proper end"
    ]


@pytest.mark.parametrize("ending", ["avif", "AVIF", "gif", "heic", "ico", "jxl", "tif"])
def test_a_picture_of_a_kind_that_nobody_reads_is_refused(ending: str) -> None:
    assert told({f"a.{ending}": b"\0\0\0\x1cftypavif"}) == [
        f"output/a.{ending}: found a file of a kind that the diary does not publish"
    ]
