"""The last pass over a new site: every file and folder is made plain and is on the disk, in one walk.

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


def settle(fresh: Path, old: Path, *, durable: bool = True) -> None:
    """Make every file and folder below `fresh` plain and lasting; `old` is the site before it, there or not.

    With `durable` false nothing is forced onto the disk: a preview that a power cut takes is no loss.
    """
    found = list(_everything_below(fresh))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(partial(_settle_file, fresh, old, durable), [path for path, is_folder in found if not is_folder]))
    for path, is_folder in found:
        if is_folder:
            path.chmod(_FOLDER_MODE)
            if durable:
                sync_folder(path)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # Windows opens no folders; its file system keeps the order of such changes itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _everything_below(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Each file and folder, and whether it is a folder; a folder comes after what is in it."""
    for where, _, names in os.walk(folder, topdown=False):
        yield from ((Path(where, name), False) for name in names)
        yield Path(where), True


def _settle_file(fresh: Path, old: Path, durable: bool, file: Path) -> None:
    before = old / file.relative_to(fresh)
    content = file.read_bytes()
    if before.is_file() and before.stat().st_size == len(content) and before.read_bytes() == content:
        os.utime(file, ns=(before.stat().st_atime_ns, before.stat().st_mtime_ns))
    file.chmod(_FILE_MODE)
    if durable:
        with file.open("rb+") as handle:
            os.fsync(handle.fileno())
