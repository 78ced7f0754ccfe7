"""The mirror of a site: its folders and files a second time, as hard links, for the next build to write into.

It is the old site, brought up to the new one once that is in place, and lies in a folder of its owner's alone. No byte
is in it that is not in the site (docs/decisions/0220).
"""

import os
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from plugins.engine.finalise import FOLDER_MODE
from plugins.engine.paths import MARKER
from plugins.engine.staging import remove
from plugins.files import Stamp, carry_over, is_untouched

_CHANGED = 0o700
"""The mode of a folder whose names changed in the mirror: they need not be on the disk before a site has them."""


class Mirror:
    """The mirror of one site while a build uses it."""

    def __init__(self, place: Path) -> None:
        """`place` is where it lies while no build does, there or not."""
        self._place = place
        self._fresh: Path | None = None
        self._files: set[str] = set()
        self.ready: set[str] = set()
        """The folders (`posts/one`; the whole is empty) in which nothing has changed since they were on the disk."""

    def become(self, fresh: Path, known: Mapping[str, Stamp]) -> None:
        """Be the fresh folder, which is empty yet, with those files alone that are `known` and the site's.

        A mirror that cannot be used is removed, and the fresh folder is as it was; raises OSError if it cannot be.
        """
        try:
            self._place.rename(fresh)  # Refused where it is none, or a link to one.
        except OSError:
            with suppress(OSError):
                remove(self._place)
            return
        try:
            self._files, self.ready = _tidied(fresh, known)
            self._fresh = fresh
        except OSError:
            remove(fresh)
            fresh.mkdir()

    def holds(self, path: str) -> bool:
        """Whether a file of the new site is in its place already."""
        return path in self._files

    def make_room(self, path: str) -> None:
        """Take out of the fresh folder what is in the way of a file: one of its name, or what its folders were."""
        if self._fresh:
            in_the_way = (*self._files.intersection(_folders_of(path)), path)
            for name in in_the_way:
                remove(self._fresh / name)
            self._files.difference_update(in_the_way)
            self.ready.difference_update(_folders_of(path))

    def take_out(self, paths: Iterable[str]) -> None:
        """Take files that are no more out of the fresh folder, and the folders that are empty without them."""
        if self._fresh:
            for path in paths:
                if path in self._files:
                    with suppress(FileNotFoundError, NotADirectoryError):  # One of its folders is a file now.
                        (self._fresh / path).unlink()
                self.ready.difference_update(_folders_of(path))
                with suppress(OSError):  # There is something in it, or nothing of it any more.
                    for folder in filter(None, _folders_of(path)):
                        (self._fresh / folder).rmdir()

    def keep(self, old: Path, site: Path, known: Mapping[str, Stamp]) -> None:
        """Make the old site a mirror of the one in its place, whose files are `known`; raises OSError.

        There is none where the disk is another, or takes `A` and `a` for one name.
        """
        remove(self._place)
        is_same_disk = old.is_dir() and old.stat().st_dev == self._place.parent.stat().st_dev
        if not is_same_disk or (site / MARKER.upper()).exists():
            return
        files, ready = _tidied(old, known)
        for path in known.keys() - files:
            carry_over(old / path, known[path], below=old, like=site / path)
            ready.difference_update(_folders_of(path))
        for folder in _all_folders(known) - ready:
            (old / folder).chmod(_CHANGED)
        old.rename(self._place)


def _tidied(top: Path, known: Mapping[str, Stamp]) -> tuple[set[str], set[str]]:
    """The files below a folder that are `known` and have one more name, and the folders that are as a site's.

    Everything else is removed.
    """
    wanted = _all_folders(known)
    files: set[str] = set()
    ready = {""} if stat.S_IMODE(top.lstat().st_mode) == FOLDER_MODE else set()
    for path, entry in _entries(os.fspath(top), wanted):
        found = entry.stat(follow_symlinks=False)
        if path in wanted and stat.S_ISDIR(found.st_mode):
            if stat.S_IMODE(found.st_mode) == FOLDER_MODE:
                ready.add(path)
        elif path in known and is_untouched(found, known[path], names=2):
            files.add(path)
        else:
            remove(Path(entry.path))
            ready.difference_update(_folders_of(path))
    return files, ready


def _entries(top: str, wanted: Container[str]) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """What lies in a folder and in those below it that are `wanted`; each folder before what lies in it."""
    waiting = [("", top)]
    while waiting:
        below, folder = waiting.pop()
        with os.scandir(folder) as entries:
            inside = tuple(entries)
        for entry in inside:
            path = below + entry.name
            yield path, entry
            if path in wanted and entry.is_dir(follow_symlinks=False):
                waiting.append((f"{path}/", entry.path))


def _folders_of(path: str) -> Iterator[str]:
    """The folders that a path lies in, from the innermost to the whole."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _all_folders(paths: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    for path in paths:
        for folder in _folders_of(path):
            if folder in folders:
                break
            folders.add(folder)
    return folders
