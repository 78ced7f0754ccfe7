"""Folders entered name by name from one that is trusted, so that no link on the way leads anywhere else.

Where the system allows it, each folder is held open while the next is looked for in it: a link that is put there
between looking and writing comes too late. Windows cannot hold folders so; there each name is looked at before.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.records import dataclass

_BY_HANDLE = {os.open, os.mkdir, os.stat, os.unlink, os.rename} <= os.supports_dir_fd
_ENTER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_JUNCTION = 0xA0000003
"""What Windows calls a folder that leads to another (IO_REPARSE_TAG_MOUNT_POINT); lstat calls it a folder."""


class LinkInTheWay(OSError):
    """Something would be written through a link; it says where, and what to do."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            errno.ELOOP,
            "this is a link to another place, and nothing is written through links; take the link away",
            str(place),
        )

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder in which names can be used without going through its own name again; `handle` is None on Windows."""

    path: Path
    handle: int | None

    def at(self, name: str) -> str:
        """How to call what lies here, together with `dir_fd=handle`."""
        return str(self.path / name) if self.handle is None else name

    def look(self, name: str) -> os.stat_result | None:
        """What lies here under a name; None for nothing. Raises LinkInTheWay for a link."""
        try:
            found = os.lstat(self.at(name), dir_fd=self.handle)
        except FileNotFoundError:
            return None
        if _is_link(found):
            raise LinkInTheWay(self.path / name)
        return found


@contextmanager
def entered(folder: Path, *, below: Path) -> Iterator[Folder]:
    """The folder, made if it is not there; between `below` and it there is no link, or LinkInTheWay is raised.

    `below` itself may be reached through links: somebody named it, and meant it.
    """
    names = folder.relative_to(below).parts
    here = _first(below)
    try:
        for name in names:
            here = _step(here, name)
        yield here
    finally:
        _leave(here)


def refuse_links(place: Path, *, below: Path) -> None:
    """Raise LinkInTheWay if a name on the way from `below` to a place, or the place itself, is a link."""
    here = below
    for name in place.relative_to(below).parts:
        Folder(here, None).look(name)
        here /= name


def home_of(place: Path, *homes: Path) -> Path:
    """The folder below which a place is reached without links.

    It is the first of `homes` in which the place lies. Else somebody named the place, and chose the way to it: then
    it is the folder that the place lies in.
    """
    return next((home for home in homes if place.is_relative_to(home) and ".." not in place.parts), place.parent)


def _first(below: Path) -> Folder:
    if not _BY_HANDLE:
        below.mkdir(parents=True, exist_ok=True)
        return Folder(below, None)
    try:
        return Folder(below, os.open(below, _ENTER))
    except FileNotFoundError:
        below.mkdir(parents=True, exist_ok=True)
        return Folder(below, os.open(below, _ENTER))


def _step(here: Folder, name: str) -> Folder:
    """The folder of that name, with the one that it lies in let go."""
    if here.handle is None:
        _made_folder(here, name)
        return Folder(here.path / name, None)
    try:
        handle = os.open(name, _ENTER | NO_LINK, dir_fd=here.handle)
    except OSError:
        _made_folder(here, name)
        handle = os.open(name, _ENTER | NO_LINK, dir_fd=here.handle)
    os.close(here.handle)
    return Folder(here.path / name, handle)


def _made_folder(here: Folder, name: str) -> None:
    if here.look(name) is None:
        try:
            os.mkdir(here.at(name), dir_fd=here.handle)
        except FileExistsError:
            here.look(name)  # Somebody else has made it meanwhile, as a folder or as a link.


def _leave(folder: Folder) -> None:
    if folder.handle is not None:
        os.close(folder.handle)


def _is_link(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION
