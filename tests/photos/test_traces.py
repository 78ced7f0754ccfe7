"""What a picture's file tells beside the picture, and the same picture in a file that tells nothing."""

import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from plugins.photos.imaging import Traces, UnreadableError, heif_notes, tiff_notes, traces, without_traces
from tests.support.photographs import file_of, photograph, pixels_of

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>51</exif:GPSLatitude></x:xmpmeta>'
ORIENTATION, MAKE, PLACE = 0x0112, 0x010F, 0x8825


def noted(*, turned: int = 6, with_place: bool = True) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[MAKE] = "Camera"
    if with_place:
        exif.get_ifd(PLACE)[1] = "N"
        exif.get_ifd(PLACE)[2] = (51.0, 30.0, 0.0)
    return exif


def seen(content: bytes) -> bytes:
    """The pixels as they stand in the file, and which way is up."""
    image = pixels_of(content)
    return bytes([image.getexif().get(ORIENTATION, 1)]) + image.convert("RGBA").tobytes()


@pytest.mark.parametrize("turned", [1, 6])
@pytest.mark.parametrize(
    "saving",
    [
        {"format": "JPEG", "quality": 90, "comment": b"At home", "xmp": XMP},
        {"format": "JPEG", "progressive": True, "dpi": (72, 72)},
        {"format": "PNG"},
        {"format": "WEBP", "xmp": XMP},
        {"format": "WEBP", "lossless": True},
        {"format": "HEIF", "xmp": XMP},
        {"format": "AVIF"},
        {"format": "AVIF", "xmp": XMP},
    ],
)
def test_all_but_the_picture_is_taken_out_and_the_picture_stays(saving: dict[str, Any], turned: int) -> None:
    before = file_of(photograph(120, 90), exif=noted(turned=turned), **saving)
    assert traces(before) == Traces(saving["format"], has_place=True, has_more=True)
    after = without_traces(before)
    assert not traces(after)
    assert b"Camera" not in after
    assert b"GPS" not in after
    if saving["format"] in ("HEIF", "AVIF"):
        assert pixels_of(after).tobytes() == pixels_of(before).tobytes()
    else:
        assert seen(after) == seen(before)
    assert without_traces(after) == after


def test_a_camera_is_told_where_no_place_is() -> None:
    assert traces(file_of(photograph(), format="JPEG", exif=noted(with_place=False))) == Traces("JPEG", False, True)
    assert not traces(file_of(photograph(), format="JPEG"))
    assert not traces(file_of(photograph(), format="HEIF"))
    for kind in ("HEIF", "GIF"):
        bare = file_of(photograph(), format=kind)
        assert without_traces(bare) == bare


def test_the_colours_of_a_picture_stay() -> None:
    profile = b"profile" * 40
    for saving in ({"format": "JPEG"}, {"format": "PNG"}, {"format": "WEBP"}):
        after = without_traces(file_of(photograph(), exif=noted(), icc_profile=profile, **saving))
        assert pixels_of(after).info["icc_profile"] == profile


def test_a_film_or_a_second_picture_behind_a_jpeg_goes() -> None:
    bare = file_of(photograph())
    assert traces(bare + b"ftypmp42 a film") == Traces("JPEG", has_place=False, has_more=True)
    assert without_traces(bare + b"ftypmp42 a film") == bare
    both = file_of(photograph(), format="MPO", save_all=True, append_images=[photograph(seed=2)], exif=noted(turned=1))
    assert without_traces(both).count(b"\xff\xd8\xff") == 1


def test_a_small_picture_in_the_header_of_a_jpeg_goes() -> None:
    bare = file_of(photograph())
    small = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01" + b"\1\2\3"
    end = 4 + struct.unpack(">H", bare[4:6])[0]
    before = bare[:2] + b"\xff\xe0" + struct.pack(">H", len(small) + 2) + small + b"\xff" + bare[end:]
    after = without_traces(before)
    assert small not in after
    assert pixels_of(after).tobytes() == pixels_of(bare).tobytes()


def test_words_in_a_png_go_and_what_follows_its_end() -> None:
    bare = file_of(photograph(60, 40), format="PNG")
    words = b"tEXtAuthor\0Somebody"
    chunk = struct.pack(">I", len(words) - 4) + words + struct.pack(">I", zlib.crc32(words))
    before = bare[:33] + chunk + bare[33:] + b"more"
    assert traces(before).has_more
    assert without_traces(before) == bare


def tiff(order: str, *lines: tuple[int, int, int, bytes], place: bool = True) -> bytes:
    """A TIFF as a scanner or a camera writes it: the pixels, the list of the picture, then lists of notes."""

    def listed(base: int, entries: list[tuple[int, int, int, bytes]]) -> bytes:
        out, beside, after = struct.pack(f"{order}H", len(entries)), b"", base + 2 + 12 * len(entries) + 4
        for tag, kind, count, value in sorted(entries):
            field = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(f"{order}I", after + len(beside))
            beside += value if len(value) > 4 else b""
            out += struct.pack(f"{order}HHI", tag, kind, count) + field
        return out + bytes(4) + beside

    def long(number: int) -> bytes:
        return struct.pack(f"{order}I", number)

    def short(number: int) -> bytes:
        return struct.pack(f"{order}H", number)

    raw = photograph(60, 40).tobytes()
    first = 8 + len(raw)
    picture = [(256, 3, 1, short(60)), (257, 3, 1, short(40)), (258, 3, 3, short(8) * 3), (259, 3, 1, short(1))]
    picture += [(262, 3, 1, short(2)), (273, 4, 1, long(8)), (274, 3, 1, short(6)), (277, 3, 1, short(3))]
    picture += [(278, 3, 1, short(40)), (279, 4, 1, long(len(raw))), (271, 2, 8, b"Camera1\0"), *lines]
    where = first + len(listed(first, [*picture, (PLACE, 4, 1, long(0)), (34665, 4, 1, long(0))]))
    there = listed(where, [(1, 2, 2, b"N\0"), (2, 5, 3, struct.pack(f"{order}6I", 51, 1, 30, 1, 0, 1))])
    when = listed(where + len(there), [(36867, 2, 20, b"2016:10:10 10:00:00\0")])
    notes = [(PLACE, 4, 1, long(where)), (34665, 4, 1, long(where + len(there)))] if place else []
    head = (b"II*\0" if order == "<" else b"MM\0*") + long(first)
    return head + raw + listed(first, [*picture, *notes]) + there + when


@pytest.mark.parametrize("order", "<>")
def test_notes_of_a_tiff_are_written_over_where_they_stand(order: str) -> None:
    before = tiff(order, (270, 2, 12, b"At Somebody\0"), (700, 1, len(XMP), XMP), (33432, 2, 4, b"Kim\0"))
    assert traces(before) == Traces("TIFF", has_place=True, has_more=True)
    after = without_traces(before)
    assert not traces(after)
    assert not [word for word in (b"Camera", b"Somebody", b"GPS", b"Kim", b"2016", b"\x33\0\0\0\1") if word in after]
    assert len(after) == len(before)
    assert pixels_of(after).tobytes() == pixels_of(before).tobytes()
    assert pixels_of(after).size == (40, 60), "it stands upright as before"
    assert without_traces(after) == after


@pytest.mark.parametrize("packed", [{}, {"compression": "tiff_lzw"}, {"compression": "jpeg"}, {"big_endian": True}])
def test_a_tiff_is_one_picture_and_stays_packed_as_it_was(packed: dict[str, Any]) -> None:
    profile = b"profile" * 40
    several = {"save_all": True, "append_images": [photograph(80, 60, seed=2)]}
    before = file_of(photograph(120, 90), format="TIFF", exif=noted(), icc_profile=profile, **several, **packed)
    after = without_traces(before)
    assert pixels_of(after).tobytes() == pixels_of(before).tobytes()
    assert pixels_of(after).info["icc_profile"] == profile
    assert pixels_of(after).info["compression"] == pixels_of(before).info["compression"]
    assert getattr(pixels_of(after), "n_frames", 0) == 1
    assert not traces(after)
    second = photograph(80, 60, seed=2).tobytes()
    assert second[:60] not in after, "nothing of the other picture is left"


@pytest.mark.parametrize("kind", ["TIFF", "AVIF", "HEIF"])
def test_a_file_whose_tables_lead_nowhere_is_told_or_stripped_and_the_picture_stays(kind: str) -> None:
    before = tiff("<") if kind == "TIFF" else file_of(photograph(60, 40), format=kind, exif=noted())
    begins = before.find(b"Camera") - 200 if kind == "TIFF" else 0
    for place in range(begins, min(begins + 400, len(before)), 7):
        broken = before[:place] + b"\xff\xff" + before[place + 2 :]
        try:
            after = without_traces(broken)
        except UnreadableError:
            continue
        assert not traces(after)
        assert pixels_of(after).tobytes() == pixels_of(broken).tobytes()


def test_tables_that_never_end_are_not_followed() -> None:
    with pytest.raises(ValueError, match="longer than what it lies in"):
        heif_notes.without_notes(struct.pack(">I4s", 100, b"meta"))
    long_box = struct.pack(">I4sQ", 1, b"free", 16)
    assert b"Camera" not in heif_notes.without_notes(long_box + file_of(photograph(), format="HEIF", exif=noted()))
    endless = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 34665, 4, 1, 8, 0)
    with pytest.raises(ValueError, match="never end"):
        tiff_notes.without_notes(endless)


def test_a_picture_whose_notes_cannot_be_taken_out_is_told() -> None:
    before = file_of(photograph(), format="TIFF", exif=noted(), big_tiff=True)
    with pytest.raises(UnreadableError) as told:
        without_traces(before)
    assert str(told.value) == "what this file tells beside the picture cannot be taken out; save it as JPEG"


def test_what_is_no_picture_is_told() -> None:
    for content in (b"", b"words", file_of(photograph())[:30]):
        with pytest.raises(UnreadableError):
            traces(content)
        with pytest.raises(UnreadableError):
            without_traces(content)
