"""Pictures that lie beside a post: brought in, stripped of what their files tell, named in the post."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from plugins.author.choices import pictures_beside
from plugins.author.documents import OpenFile, own_folder
from plugins.author.forms.state import ItemState, State, state_of
from plugins.author.saving import new_text
from plugins.contract.shape import Part
from plugins.files import create_file, write_file
from plugins.files.names import name_key, slug
from plugins.frontmatter import Mapping, Node, Scalar, Sequence
from plugins.photos.imaging import Traces, UnreadableError, ending_of, traces, without_traces
from plugins.records import dataclass
from plugins.workshops.record.post import Post

_FOLDER = "photos"
_KEEPS_ITS_PLACE = "its file tells the place where it was taken, and not how to take that out; save it as JPEG first"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of a photo: where it lies, what was taken out of it; or `fault`, why it does not lie there."""

    name: str
    file: str = ""
    stripped: Traces | None = None
    fault: str = ""


def has_folder(post: OpenFile) -> bool:
    """Whether a post has a folder of its own, in which photos can lie."""
    return own_folder(post.file) is not None


def bring_in(content: Path, post: OpenFile, name: str, data: bytes) -> BroughtIn:
    """Put a photo beside a post, without what its file tells beside the picture, where that can be taken out."""
    try:
        found = traces(data)
        kept = _stripped_if_it_can_be(data) if found else data
        if found.has_place and kept == data:
            return BroughtIn(name, fault=_KEEPS_ITS_PLACE)
        path = _free_place(post.file.folder / _FOLDER, _fit_name(name, found.kind), kept)
        if not path.exists():
            create_file(path, kept, below=content)
    except UnreadableError as fault:
        return BroughtIn(name, fault=str(fault))
    except OSError as refused:
        return BroughtIn(name, fault=f"it could not be written ({refused.strerror})")
    return BroughtIn(name, f"{_FOLDER}/{path.name}", found if kept != data else None)


def strip(content: Path, post: OpenFile, file: str) -> None:
    """Take out of a picture's file what it tells beside the picture; raises UnreadableError, OSError."""
    place = post.file.folder / file
    write_file(place, without_traces(place.read_bytes()), below=content)


def traces_of(post: OpenFile, file: str) -> Traces | None:
    """What a picture's file tells; None where it cannot be read."""
    try:
        return traces((post.file.folder / file).read_bytes())
    except (UnreadableError, OSError):
        return None


def unnamed(post: OpenFile) -> tuple[str, ...]:
    """Pictures beside a post that neither its front matter nor its story names."""
    named = {_key(text) for text in _texts(post.front_matter)} if post.front_matter else set()
    story = name_key(post.story)
    beside = pictures_beside(post.file)
    return tuple(file for file in beside if _key(file) not in named and name_key(PurePosixPath(file).name) not in story)


def with_photo(post: OpenFile, photo: dict[str, State], zone: ZoneInfo) -> bytes:
    """The post with one more photo at the end of its list; raises CannotEdit."""
    state = state_of(Part(Post), post.front_matter)
    photos = state.get("photos", ()) if isinstance(state, dict) else ()
    before = photos if isinstance(photos, tuple) else ()
    return new_text(post, {"photos": (*before, ItemState("n1", None, photo))}, post.story, zone)


def _stripped_if_it_can_be(data: bytes) -> bytes:
    try:
        return without_traces(data)
    except UnreadableError:
        return data


def _fit_name(name: str, kind: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    stem = slug(path.stem)[:80] or "photo"
    return f"{stem}{ending_of(kind, path.name) or path.suffix.casefold()}"


def _free_place(folder: Path, name: str, data: bytes) -> Path:
    """A place of this name that is free, or that holds the same picture already."""
    path = PurePosixPath(name)
    for number in range(1, 1000):
        place = folder / (name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        if not place.exists() or (place.is_file() and place.read_bytes() == data):
            return place
    raise FileExistsError(17, "there are too many of this name")


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _texts(entry.node)


def _key(file: str) -> str:
    return name_key(file).removeprefix(f"{_FOLDER}/")
