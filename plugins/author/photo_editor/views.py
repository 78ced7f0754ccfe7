"""What the templates of the photo pages see, text ready."""

from plugins.author.forms.fields import FieldView
from plugins.author.views import Link
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """A photo in the list; `href` is empty, and there is no picture, when its file is not there."""

    file: str
    href: str
    picture: str
    alt: str
    people: str
    state: str


@dataclass(frozen=True, slots=True)
class PostSection:
    """A post in the list, with its photos."""

    anchor: str
    title: str
    source: str
    href: str
    photos: tuple[PhotoLine, ...]


@dataclass(frozen=True, slots=True)
class PhotosPage:
    """Every photo of the diary, by post; `others` are posts that tell of none."""

    title: str
    posts: tuple[PostSection, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NumberField:
    """One number of the form, as it was typed."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class BoxFields:
    """A box to be blurred: its number, from 1, and the fields for its sides."""

    number: int
    fields: tuple[NumberField, ...]


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """One photo with what is drawn on it.

    `said` is good news, `fault` what keeps the drawing from being written. `spare_boxes` are to be filled in where no
    script adds any; a script copies `new_box`.
    """

    title: str
    source: str
    form: str
    people: str
    picture: str
    alt: str
    hidden: tuple[tuple[str, str], ...]
    boxes: tuple[BoxFields, ...]
    spare_boxes: tuple[BoxFields, ...]
    new_box: BoxFields
    point: tuple[NumberField, ...]
    yaml: str
    said: str
    fault: str


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A picture beside a post. `tells` is what its file tells beside the picture.

    `fields` are asked of a new photo, in a form called `key`.
    """

    file: str
    picture: str
    href: str
    state: str
    tells: str
    key: str = ""
    fields: tuple[FieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class PostPhotosPage:
    """The photos of one post: those that nothing names yet, and those of its list."""

    title: str
    token: str
    source: str
    form: str
    has_folder: bool
    may_have_folder: bool
    said: tuple[str, ...]
    faults: tuple[str, ...]
    unnamed: tuple[PictureCard, ...]
    named: tuple[PictureCard, ...]
