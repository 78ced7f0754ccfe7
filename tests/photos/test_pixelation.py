"""Regions that nobody can make out any more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from plugins.photos.imaging.pixelation import TILES, pixelated
from plugins.photos.plan import Region
from tests.photos.shown import large
from tests.photos.test_reading import TURNED, noted
from tests.support.photographs import file_of, photograph, put

FACE = Region(0.25, 0.25, 0.5, 0.5)


def colours(image: Image.Image) -> int:
    return len(image.getcolors(image.width * image.height) or ())


@pytest.mark.parametrize(("width", "height"), [(400, 300), (4000, 3000), (37, 23)])
def test_a_region_is_left_with_at_most_25_colours_at_any_size(width: int, height: int) -> None:
    image = photograph(width, height)
    part = image.crop((width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    covered = pixelated(image, [FACE]).crop((width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    assert colours(part) > 100
    assert colours(covered) <= 25
    assert all(value % 17 == 0 for value in covered.tobytes())


def test_what_stands_around_a_region_is_left_as_it_is() -> None:
    image = photograph()
    covered = pixelated(image, [FACE])
    changed = ImageChops.difference(image, covered).getbbox()
    assert changed is not None
    left, top, right, bottom = changed
    assert (left, top) >= (99, 74)
    assert (right, bottom) <= (301, 226)
    assert image.tobytes() == photograph().tobytes(), "the picture itself is left alone"


def test_two_pictures_that_differ_within_a_tile_are_one_afterwards() -> None:
    """So nothing can be called back: what made the difference is not there any more."""
    black = Image.new("L", (400, 300), 128)
    other = black.copy()
    for place in range(110, 290, 2):
        other.putpixel((place, 150), 138)
        other.putpixel((place + 1, 150), 118)
    assert other.tobytes() != black.tobytes()
    assert pixelated(other, [FACE]).tobytes() == pixelated(black, [FACE]).tobytes()


SMALL = photograph(60, 40)


@given(*[st.floats(0, 1) for _ in range(4)])
@settings(deadline=None)
def test_every_region_is_covered_wherever_it_ends(x: float, y: float, w: float, h: float) -> None:
    covered = pixelated(SMALL, [Region(x, y, w, h)])
    left, top = min(59, int(x * 60)), min(39, int(y * 40))
    right, bottom = max(left + 1, min(60, round((x + w) * 60))), max(top + 1, min(40, round((y + h) * 40)))
    assert colours(covered.crop((left, top, right, bottom))) <= 25


@pytest.mark.parametrize("orientation", [1, 6, 8, 3])
def test_a_region_is_where_it_is_seen_when_the_picture_stands_upright(tmp_path: Path, orientation: int) -> None:
    upright = photograph()
    lying = upright.transpose(TURNED[orientation]) if orientation in TURNED else upright
    file = put(tmp_path, "a.jpg", file_of(lying, format="JPEG", quality=95, exif=noted(orientation)))
    plain, covered = large(file), large(file, blur=[Region(0, 0, 0.5, 0.5)])
    changed = ImageChops.difference(plain, covered).point(lambda value: 255 * (value > 60)).getbbox()
    assert changed is not None
    assert changed[2] <= 210
    assert changed[3] <= 160


def test_regions_may_lie_over_each_other() -> None:
    image = photograph()
    covered = pixelated(image, [Region(0.1, 0.1, 0.4, 0.4), Region(0.3, 0.3, 0.4, 0.4)])
    assert colours(covered.crop((125, 95, 275, 205))) <= 25


def test_a_name_that_is_covered_letter_by_letter_cannot_be_read() -> None:
    """One region for each letter of a line, with gaps between them: all of it is one line of five tiles."""
    image = Image.new("RGB", (800, 200), "white")
    dark = [place for letter in range(10) for place in (letter * 60 + 105, letter * 60 + 125)]
    for place in dark:
        image.paste("black", (place, 80, place + 10, 120))
    letters = [Region((letter * 60 + 100) / 800, 0.4, 40 / 800, 0.2) for letter in range(10)]
    covered = pixelated(image, letters)
    hidden = [covered.crop((letter * 60 + 100, 80, letter * 60 + 140, 120)) for letter in range(10)]
    assert len({colour for part in hidden for colour in part.tobytes()}) <= TILES
    assert max(colours(part) for part in hidden) <= 2
    assert covered.crop((141, 80, 158, 120)).tobytes() == image.crop((141, 80, 158, 120)).tobytes()


def test_regions_far_apart_keep_tiles_of_their_own() -> None:
    image = photograph(800, 200)
    left, right = Region(0.05, 0.2, 0.1, 0.4), Region(0.8, 0.2, 0.1, 0.4)
    alone = pixelated(image, [left]).crop((40, 40, 120, 120))
    assert pixelated(image, [left, right]).crop((40, 40, 120, 120)).tobytes() == alone.tobytes()
    assert pixelated(image, [right, left]).tobytes() == pixelated(image, [left, right]).tobytes()
