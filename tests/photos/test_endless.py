"""Pictures made to take minutes are told by the counting of their parts; those as cameras write them are not."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.photos.imaging.decoding import opened, upright_pixels
from plugins.photos.imaging.jpeg import MOST_PARTS, TooManyPartsError, jpeg_outline
from plugins.photos.picture_kinds import UnreadableError
from tests.photos import bombs

ENDLESS = "this JPEG is made of so many layers that it would take minutes to open; open it in a photo program and save it anew"
MOST_SECONDS = 2.0


def answer(content: bytes) -> str:
    """What is said of a picture, or its size; in few seconds of the processor, whatever it is."""
    before = time.process_time()
    try:
        with opened(content) as image:
            said = "{}×{}".format(*upright_pixels(image, side=1600)[0].size)
    except UnreadableError as unreadable:
        said = str(unreadable)
    assert time.process_time() - before < MOST_SECONDS
    return said


PICTURES: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "2,100 scans of much": (lambda: bombs.progressive_jpeg(2000, scans=2100), ENDLESS),
    "so many scans of little": (lambda: bombs.progressive_jpeg(64, scans=2100), "64×64"),
    "as cameras write it": (lambda: bombs.progressive_jpeg(2000, scans=5), "2000×2000"),
    "EXIF in pieces": (lambda: bombs.jpeg_of_parts(0xE1, b"Exif\0\0x", parts=20_000), ENDLESS),
    "profiles in pieces": (lambda: bombs.jpeg_of_parts(0xE2, b"ICC_PROFILE\0\1\1x", parts=20_000), ENDLESS),
    "comments": (lambda: bombs.jpeg_of_parts(0xFE, b"x", parts=20_000), ENDLESS),
    "a JPEG within EXIF": (
        lambda: bombs.jpeg_of_parts(0xE1, b"Exif\0\0" + b"\xff\xda" * 900, parts=2),
        "64×64",
    ),
    "zTXt": (
        lambda: bombs.png(64, (b"zTXt", b"k\0\0" + bombs.packed(50_000_000))),
        "this is no picture that can be read here; save it as JPEG or PNG",
    ),
    "iTXt": (
        lambda: bombs.png(64, (b"iTXt", b"k\0\1\0\0\0" + bombs.packed(50_000_000))),
        "this is no picture that can be read here; save it as JPEG or PNG",
    ),
    "iCCP": (
        lambda: bombs.png(64, (b"iCCP", b"k\0\0" + bombs.packed(50_000_000))),
        "this is no picture that can be read here; save it as JPEG or PNG",
    ),
    "more pixels than it says": (lambda: bombs.png(64, pixels=bombs.packed(50_000_000)), None),
    "many notes": (lambda: bombs.png(64, *[(b"tEXt", b"k\0a")] * 20_000), "64×64"),
    "an animated PNG": (lambda: bombs.frames("PNG", count=200), "64×64"),
    "an animated GIF": (lambda: bombs.frames("GIF", count=200), "64×64"),
    "an animated WebP": (lambda: bombs.frames("WEBP", count=200), "64×64"),
    "a TIFF of many pages": (lambda: bombs.frames("TIFF", count=200), "64×64"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_takes_long_to_open(name: str) -> None:
    make, expected = PICTURES[name]
    said = answer(make())
    assert expected is None or said == expected


@given(st.lists(st.binary(max_size=12), max_size=40))
@settings(max_examples=50)
def test_parts_of_a_jpeg_are_counted_whatever_they_hold(parts: list[bytes]) -> None:
    content = b"\xff\xd8" + b"".join(parts)
    outline = jpeg_outline(content)
    assert outline is not None
    assert 0 <= outline.scans <= content.count(b"\xda")
    assert outline.end <= len(content)


def test_only_so_many_parts_are_counted() -> None:
    with pytest.raises(TooManyPartsError):
        jpeg_outline(b"\xff\xd8" + b"\xff\xfe\0\2" * (MOST_PARTS + 1))
    assert jpeg_outline(b"GIF89a" + b"\xff\xda" * (MOST_PARTS + 1)) is None
