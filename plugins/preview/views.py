"""What the templates of the preview see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are in the preview, for templates and for the server."""

    diary: str = "/"
    findings: str = "/_preview/findings"
    events: str = "/_preview/events"
    styles: str = "/_preview/overlay.css"
    script: str = "/_preview/overlay.js"
    tokens: str = "/_preview/tokens.css"
    photos: str = "/_preview/photos"
    photo: str = "/_preview/photo"
    picture: str = "/_preview/picture"
    editor_styles: str = "/_preview/photo_editor.css"
    editor_script: str = "/_preview/photo_editor.js"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as the author reads it; `place` may be empty."""

    where: str
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a page of the diary is told of itself: the good builds when it was asked for, and the advice on its post.

    `author` is the address of the editor of posts, `edit` that of the page's own form.
    """

    author: str
    edit: str
    to_mend: int
    good_builds: int
    advice: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """What the newest build found, what is good to know, and the advice on all posts; `number` is the build's."""

    title: str
    sentence: str
    stops: tuple[FindingLine, ...]
    notices: tuple[FindingLine, ...]
    advice: tuple[FindingLine, ...]
    number: int


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page that says one thing."""

    title: str
    sentence: str


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
    photos: tuple[PhotoLine, ...]


@dataclass(frozen=True, slots=True)
class PhotosPage:
    """Every photo of the diary, by post."""

    title: str
    posts: tuple[PostSection, ...]


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
