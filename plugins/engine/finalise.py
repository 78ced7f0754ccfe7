"""A new site finalised: in one walk every file and folder is made plain and is on the disk.

Modes are plain, since a server that runs as somebody else must read the site. A file that has not changed since the
old site keeps its time of change, so that browsers, servers and rsync see as changed what has changed; one fixed
time for all would make them miss changes, the time of the build would make them fetch everything again
(docs/decisions/0012).
"""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_AT_ONCE = 16  # A disk gathers what several ask of it at once into one write: this halves the wait.


def finalise(fresh: Path, old: Path, *, durable: bool = True) -> None:
    """Make every file and folder below `fresh` plain and lasting; `old` is the site before it, there or not.

    With `durable` false nothing is forced onto the disk: a preview that a power cut takes is no loss.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(partial(_finalise_file, fresh, old, durable), _files(fresh)))
        list(pool.map(partial(_finalise_folder, durable), _folders(fresh)))


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # Windows opens no folders; its file system keeps the order of such changes itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _files(folder: Path) -> Iterator[Path]:
    """Every file; a link is left alone, for what it leads to is not ours to change."""
    everything = (Path(where, name) for where, _, names in os.walk(folder) for name in names)
    return (path for path in everything if not path.is_symlink())


def _folders(folder: Path) -> Iterator[Path]:
    return (Path(where) for where, _, _ in os.walk(folder))


def _finalise_file(fresh: Path, old: Path, durable: bool, file: Path) -> None:
    made, place = file.stat(), old / file.relative_to(fresh)
    before = place.stat() if place.is_file() else None
    if before is None or not os.path.samestat(before, made):  # Of a second name of the old file nothing changes.
        if before and before.st_size == made.st_size and place.read_bytes() == file.read_bytes():
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        file.chmod(_FILE_MODE)
    if durable:
        with file.open("rb+") as handle:
            os.fsync(handle.fileno())


def _finalise_folder(durable: bool, folder: Path) -> None:
    folder.chmod(_FOLDER_MODE)
    if durable:
        sync_folder(folder)
