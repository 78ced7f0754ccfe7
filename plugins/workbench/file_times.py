"""Names, sizes and times of files: what tells without reading them that they are as they were.

Loads next to nothing: it is used before anything else is imported.
"""

import os
import stat
from collections.abc import Iterable
from operator import attrgetter

Stamp = tuple[int, ...]
"""Mode, size, times of change of content and of inode, inode; nothing of a folder but its name."""
Stamps = dict[str, Stamp]
_FOLDER: Stamp = ()
_NAME = attrgetter("name")
_SECOND = 1_000_000_000
TICK = _SECOND // 20
"""How coarse a clock of a file system may be: what was changed within it may be changed again and show nothing."""


class CannotTell(Exception):
    """A link, or something else that is no file: what it leads to may change, and nothing here shows it."""


def stamp_of(found: os.stat_result) -> Stamp:
    if not stat.S_ISREG(found.st_mode):
        raise CannotTell
    return found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def stamps_below(folder: str, *, label: str, without: Iterable[str] = ()) -> Stamps:
    """Of every file below a folder, in one order everywhere; folders called `without` are passed by.

    Raises CannotTell, and OSError for what cannot be looked at.
    """
    found: Stamps = {}
    _add(found, folder, f"{label}/", frozenset(without))
    return found


def _add(found: Stamps, folder: str, label: str, without: frozenset[str]) -> None:
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=_NAME)
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in without:
                found[f"{label}{entry.name}/"] = _FOLDER
                _add(found, entry.path, f"{label}{entry.name}/", without)
        else:
            found[label + entry.name] = stamp_of(os.lstat(entry.path))  # Its own `stat` would be held until the end.


def newest(stamps: Stamps) -> int:
    """The latest moment, in nanoseconds, at which one of the files may still be changed and show nothing."""
    return max((_certain_from(stamp) for stamp in stamps.values() if stamp), default=0)


def _certain_from(stamp: Stamp) -> int:
    _, _, content, inode, _ = stamp
    is_coarse = content % _SECOND == inode % _SECOND == 0
    return max(content, inode) + (2 * _SECOND if is_coarse else TICK)
