"""A draft made of what was written elsewhere: its file, and its pictures beside it.

Nothing that is there is written over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Literal

from plugins.files import add_file
from plugins.files.names import slug, unfit_slug
from plugins.frontmatter.changes import Change, Item, Wanted
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.imports.errors import ImportRefused
from plugins.photos.imaging import Crop, UnreadableError, plain_photo
from plugins.records import dataclass

Kind = Literal["workshop", "post", "page"]
_EMPTY = b"---\n---\n"
_LARGEST = 1_000_000
_PLACES: Mapping[Kind, str] = {"workshop": "workshops/{}/index.md", "post": "posts/{}.md", "page": "pages/{}.md"}
_WITH_PICTURES: Mapping[Kind, str] = {**_PLACES, "post": "posts/{}/index.md"}
_PLAIN_ALT = str.maketrans({"[": "(", "]": ")", "\\": "/", "\n": " ", "`": "\\`", "|": "\\|", "<": "\\<"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it came; `sign` stands in the story for it. `name` is that of its file, if it had one."""

    sign: str
    content: bytes
    alt: str = ""
    is_decorative: bool = False
    crop: Crop = (0.0, 0.0, 0.0, 0.0)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that is to be made. `fields` are those beside its title, its state and its photos."""

    kind: Kind
    title: str
    story: str
    fields: Change = field(default_factory=dict)
    pictures: Sequence[Picture] = ()
    name: str = ""
    """What its address is made of, where that is not the title."""
    has_folder: bool = False
    """Whether a post lies in a folder of its own, though it has no pictures."""


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that was made: its file, how many photos lie beside it, and why some pictures do not."""

    source: str
    photos: int
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Pictures that lie beside a post: the story that shows them, their entries among its photos, and their files.

    `unread` says why some do not lie there.
    """

    story: str
    photos: tuple[Item, ...]
    unread: tuple[str, ...]
    written: list[Path]


def make_draft(content: Path, draft: Draft) -> Made:
    """Write a draft and its pictures; raises ImportRefused, and then no post was made."""
    name = slug(draft.name or draft.title)
    if not name or unfit_slug(name) or (name == "index" and draft.kind != "workshop"):
        raise ImportRefused(f"“{draft.title}” makes no name for a folder: give it another title with --title")
    taken = next((each for each in _possible(draft.kind, name) if (content / each).exists()), None)
    if taken:
        raise ImportRefused(f"there is a post of this name already ({content.name}/{taken}): give another with --title")
    written: list[Path] = []
    try:
        return _made(content, draft, name, written)
    except ImportRefused:
        take_away(written, below=content)
        raise


def _made(content: Path, draft: Draft, name: str, written: list[Path]) -> Made:
    """Write a draft that has a name; each picture is in `written` once it lies there."""
    place = content / (_WITH_PICTURES if draft.pictures or draft.has_folder else _PLACES)[draft.kind].format(name)
    beside = placed(place.parent, name, draft.pictures, draft.story, below=content, written=written)
    photos = {"photos": beside.photos} if beside.photos else {}
    fields = {"title": draft.title, "status": "draft", **draft.fields, **photos}
    _write(place, fields, beside.story, below=content)
    return Made(f"{content.name}/{place.relative_to(content).as_posix()}", len(beside.photos), beside.unread)


def placed(
    folder: Path,
    name: str,
    pictures: Sequence[Picture],
    story: str,
    *,
    below: Path,
    written: list[Path] | None = None,
) -> Placed:
    """Write pictures into the folder of a post, under names made of its own; raises ImportRefused.

    Each is in `written` once it lies there.
    """
    photos, unread, lie = list[Item](), list[str](), [] if written is None else written
    for number, picture in enumerate(pictures, start=1):
        if picture.sign not in story:
            continue
        try:
            file = _photo(folder, f"{slug(picture.name) or name}-{number}", picture, below=below)
        except UnreadableError as reason:
            unread.append(f"picture {number}: {reason}")
            story = story.replace(picture.sign, "")
            continue
        lie.append(folder / file)
        photos += [Item(_fields_of(picture, file))]
        story = story.replace(picture.sign, f"![{picture.alt.translate(_PLAIN_ALT)}]({file})")
    return Placed(story, tuple(photos), tuple(unread), lie)


def take_away(pictures: Sequence[Path], *, below: Path) -> None:
    """Pictures of what was refused, and the folders that were made for them."""
    for picture in pictures:
        picture.unlink(missing_ok=True)
    for folder in [*pictures[0].parents] if pictures else ():
        if folder == below or any(folder.iterdir()):
            return
        folder.rmdir()


def _possible(kind: Kind, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((_PLACES[kind].format(name), _WITH_PICTURES[kind].format(name))))


def _photo(folder: Path, stem: str, picture: Picture, *, below: Path) -> str:
    """The picture written beside the post, under a name that no file has."""
    ending, content = plain_photo(picture.content, crop=picture.crop)
    number = 0
    while True:
        name = f"photos/{stem}{f'-{number}' if number else ''}{ending}"
        try:
            add_file(folder / name, content, below=below)
        except FileExistsError:
            number += 1
        except OSError as reason:
            raise ImportRefused(f"a picture could not be written ({reason})") from None
        else:
            return name


def _fields_of(picture: Picture, file: str) -> Mapping[str, Wanted]:
    said = {"alt": picture.alt} if picture.alt else {"decorative": "true"} if picture.is_decorative else {}
    return {"file": file, **said}


def _write(place: Path, fields: Change, story: str, *, below: Path) -> None:
    try:
        text = with_values(_EMPTY, fields, is_post=True, story=story)
        if len(text) > _LARGEST:
            raise ImportRefused("it is longer than a post may be: split it into several")
        add_file(place, text, below=below)
    except (CannotEdit, OSError) as reason:
        raise ImportRefused(f"the post could not be made ({reason})") from None
