"""How alike two pictures are."""

import pytest

from plugins.photos.imaging import UnreadableError
from plugins.photos.imaging.likeness import likeness
from tests.support.photographs import file_of, photograph

PHOTO = photograph(1600, 1200, seed=3)


@pytest.mark.parametrize("box", [(0, 0, 1600, 1200), (0, 0, 1600, 840), (0, 300, 1600, 1140), (250, 0, 1050, 1200)])
def test_a_part_of_a_photo_in_another_size_and_form_is_like_it(box: tuple[int, int, int, int]) -> None:
    part = PHOTO.crop(box).resize(((box[2] - box[0]) // 5, (box[3] - box[1]) // 5))
    for saving in ({"format": "WEBP", "quality": 40}, {"format": "JPEG", "quality": 50}):
        assert likeness(file_of(part, **saving), file_of(PHOTO)) > 0.95


def test_a_stranger_and_something_of_one_colour_are_not() -> None:
    photo = file_of(PHOTO)
    assert likeness(file_of(photograph(1600, 1200, seed=4)), photo) < 0.8
    plain = file_of(PHOTO.point(lambda _: 200))
    assert likeness(plain, photo) == 0
    assert likeness(photo, plain) == 0


def test_words_over_the_square_in_the_middle_make_no_difference_where_they_do_not_count() -> None:
    shown = PHOTO.resize((1200, 900)).crop((0, 0, 1200, 630))
    shown.paste("black", (285, 0, 915, 630))
    assert likeness(file_of(shown), file_of(PHOTO), beside_square=True) > 0.95
    assert likeness(file_of(shown), file_of(PHOTO)) < 0.9


def test_what_is_no_picture_cannot_be_compared() -> None:
    with pytest.raises(UnreadableError):
        likeness(b"no picture", file_of(PHOTO))
