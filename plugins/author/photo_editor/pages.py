"""The pages of the editor: all photos of the diary, and one photo to draw on.

They are whole without a script: what is drawn is numbers in a form.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

from plugins.author.pages import ADDRESSES, form_address, photos_address, rendered
from plugins.author.photo_editor.drawing import TypedDrawing
from plugins.author.photo_editor.post_photos import PostPhoto
from plugins.author.photo_editor.views import BoxFields, NumberField, PhotoLine, PhotoPage, PhotosPage, PostSection
from plugins.author.views import Link

_SPARE_BOXES = 3
_NO_BOX = ("", "", "", "")
_SIDES = (("x", "Left"), ("y", "Top"), ("w", "Width"), ("h", "Height"))
_POINT = (("focus_x", "Left"), ("focus_y", "Top"))
_PEOPLE = {
    "none": "Nobody is in it.",
    "not-recognisable": "Nobody in it can be recognised.",
    "recognisable": "Somebody in it can be recognised.",
}


def list_page(photos: Iterable[PostPhoto], others: Iterable[str]) -> bytes:
    """Every photo of the diary, by post; `others` are the posts that tell of none."""
    posts = groupby(photos, key=lambda each: (each.source, each.title))
    sections = [
        PostSection(f"post-{number}", title, source, photos_address(source), tuple(map(_line, those)))
        for number, ((source, title), those) in enumerate(posts)
    ]
    there = {section.source for section in sections}
    without = tuple(Link(source, photos_address(source)) for source in others if source not in there)
    return rendered("photos.html", PhotosPage("Photos of the diary", tuple(sections), without))


def _line(each: PostPhoto) -> PhotoLine:
    photo = each.photo
    return PhotoLine(
        file=photo.file,
        href=address_of(each) if each.is_there else "",
        picture=_address(ADDRESSES.picture, each, side="small"),
        alt=photo.alt or "",
        people=_PEOPLE[photo.people],
        state=_state(each) if each.is_there else "The file is not there.",
    )


def state_of_photo(each: PostPhoto) -> str:
    """Who can be recognised in a photo, and what is drawn on it."""
    return f"{_PEOPLE[each.photo.people]} {_state(each)}"


def _state(each: PostPhoto) -> str:
    parts = len(each.photo.blur)
    boxes = f"{parts} blurred part{'s' if parts != 1 else ''}" if parts else "Nothing is blurred"
    return f"{boxes}; {'the focus is set' if each.photo.focus else 'the focus is its middle'}."


def editor_page(
    each: PostPhoto, written: TypedDrawing, *, hidden: Mapping[str, str], said: str = "", fault: str = ""
) -> bytes:
    """One photo with what is drawn on it."""
    boxes = written.boxes
    page = PhotoPage(
        title=f"Blur and focus: {each.photo.file}",
        source=each.source,
        form=form_address(each.source),
        people=_PEOPLE[each.photo.people],
        picture=_address(ADDRESSES.picture, each, side="large"),
        alt=each.photo.alt or "The photo",
        hidden=tuple(hidden.items()),
        boxes=tuple(_box(number, box) for number, box in enumerate(boxes, start=1)),
        spare_boxes=tuple(_box(len(boxes) + number, _NO_BOX) for number in range(1, _SPARE_BOXES + 1)),
        new_box=_box(0, _NO_BOX),
        point=_fields(_POINT, written.point),
        yaml=written.yaml,
        said=said,
        fault=fault,
    )
    return rendered("photo.html", page)


def address_of(each: PostPhoto) -> str:
    """The address of the editor with this photo on it."""
    return _address(ADDRESSES.photo, each)


def _box(number: int, sides: tuple[str, ...]) -> BoxFields:
    return BoxFields(number, _fields(_SIDES, sides))


def _fields(names: Sequence[tuple[str, str]], values: tuple[str, ...]) -> tuple[NumberField, ...]:
    return tuple(NumberField(name, label, value) for (name, label), value in zip(names, values, strict=True))


def _address(page: str, each: PostPhoto, **more: str) -> str:
    return f"{page}?{urlencode({'post': each.source, 'file': each.photo.file, **more})}"
