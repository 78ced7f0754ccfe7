"""Files that a post names lie beside it."""

import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from plugins.contract.values import FilePath
from plugins.contract.walk import with_values, written_values
from plugins.files.names import name_key
from plugins.problems import Finding, nearest
from plugins.workshops.checks.agenda import HANDED_OUT
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.agenda import Material
from plugins.workshops.record.post import EasyRead, Post
from plugins.workshops.record.symbols import SYMBOLS

_PHOTOS = "photos"
_FILES = frozenset({FilePath})


def missing_files(entry: DiaryEntry) -> Iterator[Finding]:
    """Files that are named in front matter and are not there, or are no ordinary files.

    What no hand-out may be is told for what it is, there or not.
    """
    for written in written_values(entry.post, of=_FILES):
        is_refused = isinstance(written.owner, Material) and not str(written.value).casefold().endswith(HANDED_OUT)
        is_symbol = isinstance(written.owner, EasyRead) and written.value in SYMBOLS
        if is_refused or is_symbol or lies_beside(entry.folder, str(written.value)):
            continue
        meant = nearest(str(written.value), SYMBOLS) if isinstance(written.owner, EasyRead) else None
        where = f"there is no drawn picture of that name; did you mean “{meant}”?" if meant else ""
        message = f'found "{written.value}"; {where or nowhere(entry.folder, str(written.value))}'
        yield written.path, message, "missing-file"


def material_files(post: Post) -> tuple[str, ...]:
    """The files of an agenda's materials, each once, in the order in which they come first."""
    if not post.agenda:
        return ()
    parts = [part for item in post.agenda for part in (item, *item.items)]
    return tuple(dict.fromkeys(material.file for part in parts for material in part.materials if material.file))


def with_files_found(post: Post, folder: Path) -> Post:
    """The post with the name that each file has on the disk, where exactly one can be meant."""
    named = {str(written.value) for written in written_values(post, of=_FILES)}
    found = {name: files_meant(folder, name) for name in named if not lies_beside(folder, name)}
    spelt = {name: files[0] for name, files in found.items() if len(files) == 1}
    return with_values(post, FilePath, lambda name: spelt.get(name, name)) if spelt else post


def files_meant(folder: Path, name: str) -> tuple[str, ...]:
    """The files below `folder` that somebody may mean by `name`: itself, else all alike, with or without `photos/`."""
    written = posixpath.normpath(name.replace("\\", "/"))
    if lies_beside(folder, written):
        return (written,)
    parts = [name_key(part) for part in posixpath.normpath(unquote(written)).split("/")]
    below = parts[1:] if parts[0] == _PHOTOS else [_PHOTOS, *parts]
    return tuple(sorted({*_alike_in(folder, parts), *_alike_in(folder, below)}))


def is_alike(name: str, other: str) -> bool:
    """Whether two names of files of a post mean the same, when neither lies there."""
    return _below_photos(name) == _below_photos(other)


def nowhere(folder: Path, name: str, what: str = "file") -> str:
    """That no such file lies there, with one of nearly that name; or which of several may be meant."""
    meant = files_meant(folder, name)
    if meant:
        return f"this may be {' or '.join(f'“{each}”' for each in meant)}; write the one that you mean"
    there = [child for place in ("", _PHOTOS) for child in _children(folder / place)]
    guess = nearest(posixpath.basename(name), there)
    hint = f"; did you mean “{guess}”?" if guess and files_meant(folder, guess) else ""
    return f"no such {what} lies beside this post{hint}"


def _below_photos(name: str) -> str:
    return name_key(posixpath.normpath(unquote(name.replace("\\", "/")))).removeprefix(f"{_PHOTOS}/")


def _alike_in(folder: Path, parts: Sequence[str], above: str = "") -> Iterator[str]:
    for child in _children(folder / above):
        if parts and name_key(child) == parts[0]:
            spelt = f"{above}{child}"
            if len(parts) > 1:
                yield from _alike_in(folder, parts[1:], f"{spelt}/")
            elif lies_beside(folder, spelt):
                yield spelt


def _children(place: Path) -> list[str]:
    return sorted(child.name for child in place.iterdir()) if place.is_dir() and not place.is_symlink() else []


def lies_beside(folder: Path, name: str) -> bool:
    """Whether `name` is an ordinary file below `folder`, spelt exactly so, reached through no link."""
    place = folder
    for part in name.split("/"):
        if not place.is_dir() or part not in {child.name for child in place.iterdir()}:
            return False
        place = place / part
        if place.is_symlink():
            return False
    return place.is_file()
