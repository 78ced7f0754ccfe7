"""What was drawn over a photo: boxes and a point, in per cent of the picture, and the YAML that says so."""

import re
from collections.abc import Mapping, Sequence

from plugins.frontmatter.changes import Item, Wanted, changed
from plugins.frontmatter.notation import field_in_lines
from plugins.records import dataclass
from plugins.workshops.record.photo import Photo

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?", re.ASCII)
_SIDES = ("x", "y", "w", "h")
_MOST_BOXES = 100
_ROUNDED_UP = 0.15
"""Left edge and width of a box that ends with the picture, each with one decimal, may be so much too long."""


class UnfitDrawing(Exception):
    """What was drawn cannot be written; the message says what to change."""


@dataclass(frozen=True, slots=True)
class TypedDrawing:
    """A drawing as it stands in the fields of a form, fit or not."""

    boxes: tuple[tuple[str, ...], ...]
    point: tuple[str, ...]
    yaml: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes as (left, top, width, height) and the point as (left, top), each from 0 to 100, with one decimal."""

    boxes: tuple[tuple[float, ...], ...] = ()
    point: tuple[float, ...] | None = None

    @property
    def fields(self) -> Mapping[str, Wanted | None]:
        """The fields of a photo; one of which nothing is drawn is taken out."""
        boxes = tuple(Item(_shares(_SIDES, box)) for box in self.boxes)
        return {"focus": _shares(("x", "y"), self.point) if self.point else None, "blur": boxes or None}

    @property
    def written(self) -> TypedDrawing:
        """The drawing as a form shows it."""
        boxes = tuple(tuple(f"{number:g}" for number in box) for box in self.boxes)
        return TypedDrawing(boxes, tuple(f"{number:g}" for number in self.point or ()) or ("", ""), self.yaml)

    @property
    def yaml(self) -> str:
        """The fields as they are copied by hand."""
        return "\n".join(field_in_lines(name, changed(None, each), 0) for name, each in self.fields.items() if each)


def drawn(photo: Photo) -> Drawing:
    """What the post says of the photo already."""
    boxes = tuple(_percents(box.x, box.y, box.w, box.h) for box in photo.blur)
    return Drawing(boxes, _percents(photo.focus.x, photo.focus.y) if photo.focus else None)


def typed(form: Mapping[str, Sequence[str]]) -> TypedDrawing:
    """What a form says, as it was typed; rows that are left empty do not count."""
    columns = [form.get(side, ()) for side in _SIDES]
    rows = tuple(row for row in zip(*columns, strict=False) if any(value.strip() for value in row))
    return TypedDrawing(rows, tuple((*form.get(name, ()), "")[0] for name in ("focus_x", "focus_y")))


def fit(written: TypedDrawing) -> Drawing:
    """The drawing that was typed; raises UnfitDrawing."""
    if len(written.boxes) > _MOST_BOXES:
        raise UnfitDrawing(f"A photo takes {_MOST_BOXES} boxes.")
    boxes = tuple(_box(number, row) for number, row in enumerate(written.boxes, start=1))
    has_point = any(value.strip() for value in written.point)
    return Drawing(boxes, _numbers("The focus point", written.point) if has_point else None)


def _box(number: int, row: Sequence[str]) -> tuple[float, ...]:
    left, top, width, height = _numbers(f"Box {number}", row)
    if not width or not height:
        raise UnfitDrawing(f"Box {number} has no size: give it a width and a height, or remove it.")
    if max(left + width, top + height) > 100 + _ROUNDED_UP:
        raise UnfitDrawing(f"Box {number} leaves the picture: make it smaller, or move it.")
    return left, top, min(width, round(100 - left, 1)), min(height, round(100 - top, 1))


def _numbers(what: str, written: Sequence[str]) -> tuple[float, ...]:
    numbers = [value.strip() for value in written]
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        raise UnfitDrawing(f"{what} needs numbers from 0 to 100.")
    percents = tuple(round(float(number.replace(",", ".")), 1) for number in numbers)
    if max(percents) > 100:
        raise UnfitDrawing(f"{what} needs numbers from 0 to 100.")
    return percents


def _percents(*shares: float) -> tuple[float, ...]:
    return tuple(round(share * 100, 1) for share in shares)


def _shares(names: Sequence[str], numbers: Sequence[float]) -> dict[str, str]:
    return {name: _share(number) for name, number in zip(names, numbers, strict=True)}


def _share(percent: float) -> str:
    return f"{percent / 100:.3f}".rstrip("0").rstrip(".") or "0"
