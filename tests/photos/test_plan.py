"""What is to be made of a picture, whatever its shape and whichever part of it matters."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.photos.plan import (
    Point,
    RenditionSpec,
    Size,
    Use,
    part_for,
    rendition_specs,
    step_for,
    steps_down,
    variants,
)

SIZES = st.builds(Size, st.integers(16, 12_000), st.integers(16, 12_000)).filter(
    lambda size: max(size.width, size.height) <= 20 * min(size.width, size.height)
)
POINTS = st.builds(Point, st.floats(0, 1), st.floats(0, 1))
USES = st.frozensets(st.sampled_from(["story", "gallery", "thumbnail", "share"]), min_size=1)


def names(use: Use, width: int, height: int) -> list[str]:
    return [spec.name for spec in dict.fromkeys(variants(use, Size(width, height), Point()))]


def test_a_photo_of_a_phone_has_these_files() -> None:
    assert names("story", 4000, 3000) == [
        "680x510.webp",
        "1020x765.webp",
        "1360x1020.webp",
        "1020x765.jpeg",
        "2000x1500.jpeg",
    ]
    around = "@0.5000,0.5000"
    assert names("share", 4000, 3000) == [f"1200x630{around}.jpeg"]
    assert names("gallery", 4000, 3000) == [
        f"320x240{around}.webp",
        f"640x480{around}.webp",
        f"320x240{around}.jpeg",
        "1020x765.webp",
        "2000x1500.jpeg",
    ]
    assert names("thumbnail", 4000, 3000) == [
        f"{size}{around}.webp" for size in ("160x120", "240x180", "320x240", "480x360")
    ] + [f"320x240{around}.jpeg"]


def test_a_small_picture_is_made_no_larger() -> None:
    assert names("story", 500, 100) == ["500x100.webp", "500x100.jpeg"]
    assert names("share", 500, 100) == ["190x100@0.5000,0.5000.jpeg"]
    assert names("story", 680, 100) == ["680x100.webp", "680x100.jpeg"]


def test_a_tall_picture_is_no_higher_than_a_wide_one_is_wide() -> None:
    assert names("story", 3000, 4000)[-1] == "1500x2000.jpeg"


@given(SIZES, POINTS, USES)
def test_every_file_fits_in_the_picture_and_comes_from_a_step_that_holds_it(
    size: Size, focus: Point, uses: frozenset[Use]
) -> None:
    steps = steps_down(size)
    assert [step.width for step in steps] == sorted({step.width for step in steps}, reverse=True)
    for spec in rendition_specs(uses, size, focus):
        assert 1 <= spec.size.width <= size.width
        assert 1 <= spec.size.height <= size.height
        step = steps[step_for(spec, steps)]
        left, top, right, bottom = part_for(spec, step)
        assert 0 <= left < right <= step.width
        assert 0 <= top < bottom <= step.height


@given(SIZES, POINTS)
def test_a_crop_has_its_shape_and_keeps_what_matters(size: Size, focus: Point) -> None:
    spec = variants("share", size, focus).plain
    left, top, right, bottom = part_for(spec, size)
    assert left - 1e-6 <= focus.x * size.width <= right + 1e-6
    assert top - 1e-6 <= focus.y * size.height <= bottom + 1e-6
    if spec.size.height > 20:
        assert spec.size.width / spec.size.height == pytest.approx(1200 / 630, rel=0.06)


def test_a_crop_is_as_near_the_focus_as_the_edges_let_it() -> None:
    spec = RenditionSpec(Size(100, 100), "jpeg", Point(0.1, 0.5))
    assert part_for(spec, Size(400, 200)) == (0, 0, 200, 200)
    assert part_for(RenditionSpec(Size(100, 100), "jpeg", Point(0.5, 0.5)), Size(400, 200)) == (100, 0, 300, 200)
    assert part_for(RenditionSpec(Size(100, 50), "jpeg"), Size(400, 200)) == (0, 0, 400, 200)


def test_recipes_are_each_there_once_and_the_widest_come_first() -> None:
    made = rendition_specs(("story", "gallery", "thumbnail", "share"), Size(4000, 3000), Point())
    assert len(set(made)) == len(made) == 12
    widths = [spec.size.width for spec in made]
    assert widths == sorted(widths, reverse=True)
    assert Fraction(made[0].size.width, made[0].size.height) == Fraction(4, 3)
