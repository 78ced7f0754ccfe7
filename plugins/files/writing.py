"""The one way in which the software writes to a file (docs/decisions/0114)."""

import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from plugins.files.folder import NO_LINK, Folder, LinkInTheWay, entered

_AS_IT_IS = NO_LINK | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _AS_IT_IS
_BESIDE = re.compile(r"\.[0-9a-f]{32}\.new")
_LONGEST_WRITE = 60
_USUAL = 0o666
_PRIVATE = 0o600
_EVERYBODYS = 0o644
Stamp: TypeAlias = tuple[int, int, int]


def write_file(place: Path, content: bytes, *, below: Path, private: bool = False, durable: bool = True) -> None:
    """Put `content` in place of a file's, or make the file, with the folders that lie between `below` and it.

    It is written beside under a name that nobody can guess, then put in place in one step: readers find the old
    bytes or the new ones. The file keeps its mode; a `private` one is its owner's alone. With `durable` it is on
    the disk when we return. Nothing is written if nothing changed. What a second name of the old file (a hard link)
    leads to stays as it was.

    Raises LinkInTheWay for a link at the place or on the way to it, and OSError.
    """
    with _with_whole_path(place), entered(place.parent, below=below) as folder:
        found = _ordinary(folder, place.name)
        mode = _PRIVATE if private else stat.S_IMODE(found.st_mode) if found else None
        if found and mode == stat.S_IMODE(found.st_mode) and _says(folder, place.name, found, content):
            return
        beside = f".{secrets.token_hex(16)}.new"
        try:
            _make(folder, beside, content, mode=mode, durable=durable)
            os.replace(folder.at(beside), folder.at(place.name), src_dir_fd=folder.handle, dst_dir_fd=folder.handle)
        except BaseException:
            _unmake(folder, beside)
            raise
        if durable and folder.handle is not None:
            os.fsync(folder.handle)


def take_left_over(folder: Path) -> None:
    """Take away what a write has left beside its file when it was killed, anywhere below a folder; raises OSError."""
    for place in folder.rglob(".*.new"):
        if _BESIDE.fullmatch(place.name) and time.time() - place.lstat().st_mtime > _LONGEST_WRITE:
            place.unlink(missing_ok=True)


def create_file(place: Path, content: bytes, *, below: Path, like: Path | None = None) -> None:
    """Make a file where there is none, with the folders between `below` and it; whoever calls makes it last.

    Where `like` is a plain file of ours that says the same already, the new file is a second name of it.
    Raises FileExistsError for whatever is there already, LinkInTheWay for a link on the way, and OSError.
    """
    with _with_whole_path(place), entered(place.parent, below=below) as folder:
        if like is None or folder.handle is None or not _linked(folder, place.name, content, like):
            _make(folder, place.name, content, mode=None, durable=False)


def carry_over(place: Path, known: Stamp, *, below: Path, like: Path) -> bool:
    """Make `place` a second name of the file `like`, unread, where that is a plain file of ours that had this stamp.

    False where it is another, or this disk has no second names. Raises as `create_file` does.
    """
    with _with_whole_path(place), entered(place.parent, below=below) as folder:
        if folder.handle is not None:
            with suppress(FileNotFoundError, NotADirectoryError):
                found = os.lstat(like)
                return is_untouched(found, known, names=1) and _second_name(folder, place.name, like, found)
        return False


def is_untouched(found: os.stat_result, known: Stamp, *, names: int) -> bool:
    """Whether it is a plain file of ours, under so many names, that had this stamp when it was made."""
    return stamp(found) == known and _is_plain(found, names)


def stamp(found: os.stat_result) -> Stamp:
    """What tells a file that nobody has touched: its size, its time of change, its inode."""
    return found.st_size, found.st_mtime_ns, found.st_ino


def _linked(folder: Folder, name: str, content: bytes, like: Path) -> bool:
    """Whether `name` is now a second name of the very file that was read as `like` and says so."""
    try:
        with os.fdopen(os.open(like, _READ), "rb") as file:
            found = os.fstat(file.fileno())
            if not _is_plain(found) or found.st_size != len(content) or file.read() != content:
                return False
    except OSError:
        return False  # There is no such file.
    return _second_name(folder, name, like, found)


def _second_name(folder: Folder, name: str, like: Path, found: os.stat_result) -> bool:
    """Whether `name` is now a second name of the very file that was found as `like`."""
    try:
        os.link(like, name, dst_dir_fd=folder.handle, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        return False  # This disk has no second names, or the file has none any more.
    if os.path.samestat(found, os.lstat(name, dir_fd=folder.handle)):
        return True
    os.unlink(name, dir_fd=folder.handle)  # Somebody has put another file in its place meanwhile.
    return False


def _is_plain(found: os.stat_result, names: int = 1) -> bool:
    """Whether it is ours alone, under so many names, and everybody may read it."""
    is_ours = found.st_uid == os.geteuid() and found.st_nlink == names
    return stat.S_ISREG(found.st_mode) and stat.S_IMODE(found.st_mode) == _EVERYBODYS and is_ours


def add_file(place: Path, content: bytes, *, below: Path) -> None:
    """Make a file where there is none: whole or not at all, whatever ends us, and on the disk when we return.

    Raises as `create_file` does.
    """
    with _with_whole_path(place), entered(place.parent, below=below) as folder:
        beside = f".{secrets.token_hex(16)}.new"
        try:
            _make(folder, beside, content, mode=None, durable=True)
            _name(folder, beside, place.name)
        finally:
            _unmake(folder, beside)


def _name(folder: Folder, beside: str, name: str) -> None:
    """Give a file its name in one step, where nothing has that name; a second name is taken away by whoever calls."""
    try:
        os.link(folder.at(beside), folder.at(name), src_dir_fd=folder.handle, dst_dir_fd=folder.handle)
    except FileExistsError:
        raise
    except OSError:  # FAT knows no second name of a file, and no way to rename that replaces nothing.
        if folder.look(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name) from None
        os.replace(folder.at(beside), folder.at(name), src_dir_fd=folder.handle, dst_dir_fd=folder.handle)


def _make(folder: Folder, name: str, content: bytes, *, mode: int | None, durable: bool) -> None:
    handle = os.open(folder.at(name), _FRESH, _USUAL if mode is None else _PRIVATE, dir_fd=folder.handle)
    with os.fdopen(handle, "wb") as file:
        if mode is not None and sys.platform != "win32":
            os.fchmod(handle, mode)
        file.write(content)
        if durable:
            file.flush()
            os.fsync(handle)


def _unmake(folder: Folder, name: str) -> None:
    if folder.look(name):
        os.unlink(folder.at(name), dir_fd=folder.handle)


def _ordinary(folder: Folder, name: str) -> os.stat_result | None:
    """What is to be replaced; None for nothing. A pipe or a device is nobody's file."""
    found = folder.look(name)
    if found and not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(0, "this is no ordinary file; take it away", str(folder.path / name))
    return found


def _says(folder: Folder, name: str, found: os.stat_result, content: bytes) -> bool:
    """Whether a file has these bytes already."""
    if found.st_size != len(content):
        return False
    with os.fdopen(os.open(folder.at(name), _READ, dir_fd=folder.handle), "rb") as file:
        return file.read() == content


@contextmanager
def _with_whole_path(place: Path) -> Iterator[None]:
    """What the system refuses, with the whole path: it only knows the name within an open folder."""
    try:
        yield
    except LinkInTheWay:
        raise
    except OSError as refused:
        raise OSError(refused.errno, refused.strerror, str(place)) from refused
