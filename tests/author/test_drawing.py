"""What was typed or drawn over a photo: fit to be written, or told why not."""

import pytest

from plugins.author.photo_editor.drawing import TypedDrawing, UnfitDrawing, fit, typed

NO_POINT = ("", "")


@pytest.mark.parametrize(
    ("boxes", "point", "told"),
    [
        ([("1", "2", "3", "")], NO_POINT, "Box 1 needs numbers from 0 to 100."),
        ([("1", "2", "3", "1e1")], NO_POINT, "Box 1 needs numbers from 0 to 100."),
        ([("1", "2", "3", "101")], NO_POINT, "Box 1 needs numbers from 0 to 100."),
        ([("1", "2", "3", "4"), ("-1", "2", "3", "4")], NO_POINT, "Box 2 needs numbers from 0 to 100."),
        ([("1", "2", "0", "4")], NO_POINT, "Box 1 has no size: give it a width and a height, or remove it."),
        ([("60", "2", "50", "4")], NO_POINT, "Box 1 leaves the picture: make it smaller, or move it."),
        ([("1", "60", "5", "50")], NO_POINT, "Box 1 leaves the picture: make it smaller, or move it."),
        ([("5", "5", "5", "5")] * 101, NO_POINT, "A photo takes 100 boxes."),
        ([], ("5", ""), "The focus point needs numbers from 0 to 100."),
    ],
)
def test_what_cannot_be_written_is_told(boxes: list[tuple[str, ...]], point: tuple[str, str], told: str) -> None:
    with pytest.raises(UnfitDrawing) as unfit:
        fit(TypedDrawing(tuple(boxes), point))
    assert str(unfit.value) == told


def test_a_box_that_ends_with_the_picture_may_be_rounded_up() -> None:
    assert fit(TypedDrawing((("33.4", "50", "66.7", "50"),), NO_POINT)).boxes == ((33.4, 50.0, 66.6, 50.0),)
    with pytest.raises(UnfitDrawing):
        fit(TypedDrawing((("33.4", "50", "66.8", "50"),), NO_POINT))


def test_rows_that_are_left_empty_do_not_count() -> None:
    form = {"x": ["1", " ", ""], "y": ["2", "", ""], "w": ["3", "", ""], "h": ["4", "", ""], "focus_x": ["5"]}
    assert typed(form) == TypedDrawing((("1", "2", "3", "4"),), ("5", ""))
