"""A new site finalised: in one walk every file and folder is made plain and is on the disk.

Modes are plain, since a server that runs as somebody else must read the site. A file that has not changed since the
old site keeps its time of change, so that browsers, servers and rsync see as changed what has changed; one fixed
time for all would make them miss changes, the time of the build would make them fetch everything again
(docs/decisions/0012).
"""

import os
import sys
from collections import deque
from collections.abc import Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

_FILE_MODE = 0o644
FOLDER_MODE = 0o755
_FILES_OF_A_FOLDER = _FOLDERS_A_SHARE = 8
_WAITING = 512
_AT_ONCE = 16  # A disk gathers what several ask of it at once into one write: this halves the wait.

Found: TypeAlias = dict[str, list[str]]
"""The names of the files in each folder below one; folders as `posts/one/`, the whole as an empty one."""
Share: TypeAlias = tuple[tuple[str, list[str]], ...]


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
    """
    parts = _parts(fresh, files_below(fresh) if found is None else found, ready)
    shares = iter(lambda: tuple(islice(parts, _FOLDERS_A_SHARE)), ())
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while some := tuple(islice(shares, _WAITING)):  # What waits for its turn is held in memory.
            deque(pool.map(partial(_finalise, fresh, old, durable), some), maxlen=0)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # Windows opens no folders; its file system keeps the order of such changes itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _parts(fresh: Path, found: Found, ready: Container[str]) -> Iterator[tuple[str, list[str]]]:
    """Every folder that is not ready, with the names of its files that are not, some at a time."""
    for below, inside in found.items():
        names = [name for name in inside if f"{below}{name}" not in ready]
        if names or below.rstrip("/") not in ready:
            for first in range(0, max(len(names), 1), _FILES_OF_A_FOLDER):
                yield f"{fresh}{os.sep}{below}", names[first : first + _FILES_OF_A_FOLDER]


def _finalise(fresh: Path, old: Path, durable: bool, share: Share) -> None:
    """Files of a folder, then the folder; a link is left alone, for what it leads to is not ours to change."""
    for where, names in share:
        folder = Path(where)
        for name in names:
            if not (folder / name).is_symlink():
                _finalise_file(folder / name, old / folder.relative_to(fresh) / name, durable=durable)
        folder.chmod(FOLDER_MODE)
        if durable:
            sync_folder(folder)


def _finalise_file(file: Path, old: Path, *, durable: bool) -> None:
    made, before = file.stat(), old.stat() if old.is_file() else None
    if before is None or not os.path.samestat(before, made):  # Of a second name of the old file nothing changes.
        if before and before.st_size == made.st_size and old.read_bytes() == file.read_bytes():
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        file.chmod(_FILE_MODE)
    if durable:
        with file.open("rb+") as handle:
            os.fsync(handle.fileno())
