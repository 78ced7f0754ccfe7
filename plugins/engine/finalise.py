"""A new site finalised: every file and folder is made plain, and is on the disk.

Modes are plain, since a server that runs as somebody else must read the site. A file that has not changed since the
old site keeps its time of change, so that browsers, servers and rsync see as changed what has changed; one fixed
time for all would make them miss changes, the time of the build would make them fetch everything again
(docs/decisions/0012).
"""

import os
import stat
import sys
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

_FILE_MODE = 0o644
FOLDER_MODE = 0o755
_A_SHARE = 8
_WAITING = 4096
_AT_ONCE = 16  # A disk gathers what several ask of it at once into one write: this halves the wait.

Found: TypeAlias = dict[str, list[str]]
"""The names of the files in each folder below one; folders as `posts/one/`, the whole as an empty one."""


def files_below(top: Path) -> Found:
    """What lies in a folder and those below it; a link is a file."""
    found: Found = {}
    waiting = [("", os.fspath(top))]
    while waiting:
        below, folder = waiting.pop()
        names = found[below] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{below}{entry.name}/", entry.path))
                else:
                    names.append(entry.name)
    return found


def folders_with(paths: Iterable[str]) -> Found:
    """What a folder holds in which lie files of these paths and nothing else."""
    found: Found = {"": []}
    for path in paths:
        folder, slash, name = path.rpartition("/")
        found.setdefault(folder + slash, []).append(name)
        while (folder := folder.rpartition("/")[0]) and f"{folder}/" not in found:
            found[f"{folder}/"] = []
    return found


def finalise(
    fresh: Path, old: Path, *, durable: bool = True, ready: Container[str] = (), found: Found | None = None
) -> None:
    """Make every file and folder below `fresh` plain and lasting; `old` is the site before it, there or not.

    With `durable` false nothing is forced onto the disk: a preview that a power cut takes is no loss. Files and
    folders (`posts/one`) whose paths are `ready` are so already; `found` is what lies there, if that is known.
    A link is left alone, for what it leads to is not ours to change.
    """
    inside = files_below(fresh) if found is None else found
    for path in _files(fresh, inside, ready):
        _make_plain(f"{fresh}/{path}", f"{old}/{path}")
    for folder in _folders(inside, ready):
        (fresh / folder).chmod(FOLDER_MODE)
    if durable:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            # Folders last: what brings files onto the disk brings names along, so that few of them still wait then.
            for sync, paths in ((_sync_file, _files(fresh, inside, ready)), (sync_folder, _folders(inside, ready))):
                while some := tuple(islice(paths, _WAITING)):  # What waits for its turn is held in memory.
                    shares = (some[first : first + _A_SHARE] for first in range(0, len(some), _A_SHARE))
                    deque(pool.map(partial(_each, sync, fresh), shares), maxlen=0)


def sync_folder(folder: Path | str) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform != "win32":  # Windows opens no folders; its file system keeps the order of such changes itself.
        _sync(folder, os.O_RDONLY)


def _sync_file(file: str) -> None:
    _sync(file, os.O_RDWR)  # Windows waits for nothing that it may not write to.


def _sync(place: Path | str, flags: int) -> None:
    handle = os.open(place, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _each(sync: Callable[[str], None], fresh: Path, paths: Iterable[str]) -> None:
    for path in paths:
        sync(f"{fresh}/{path}")


def _files(fresh: Path, inside: Found, ready: Container[str]) -> Iterator[str]:
    for folder, names in inside.items():
        for name in names:
            path = f"{folder}{name}"
            if path not in ready and not stat.S_ISLNK(os.lstat(f"{fresh}/{path}").st_mode):
                yield path


def _folders(inside: Found, ready: Container[str]) -> Iterator[str]:
    return (folder for folder in inside if folder.rstrip("/") not in ready)


def _make_plain(file: str, old: str) -> None:
    made, before = os.lstat(file), _file_at(old)
    if before is None or not os.path.samestat(before, made):  # Of a second name of the old file nothing changes.
        if before and before.st_size == made.st_size and Path(old).read_bytes() == Path(file).read_bytes():
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        if stat.S_IMODE(made.st_mode) != _FILE_MODE:
            Path(file).chmod(_FILE_MODE)


def _file_at(place: str) -> os.stat_result | None:
    with suppress(FileNotFoundError, NotADirectoryError):
        found = os.lstat(place)
        return found if stat.S_ISREG(found.st_mode) else None
    return None
