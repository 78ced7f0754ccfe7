"""The mirror of a site: its folders and files a second time, as hard links, for the next build to write into.

It is the old site, brought up to the new one once that is in place, and lies in a folder of its owner's alone. No byte
is in it that is not in the site (docs/decisions/0220).
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
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
            files, changed = _tidied(fresh, known, _is_untouched)
            ready = {folder for folder in _all_folders(known) if _is_plain(f"{fresh}/{folder}")} - changed
        except OSError:
            remove(fresh)
            fresh.mkdir()
        else:
            self._files, self.ready, self._fresh = files, ready, fresh

    @property
    def is_used(self) -> bool:
        """Whether it is the fresh folder."""
        return self._fresh is not None

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
        files, changed = _tidied(old, known, _is_same_file)
        for path in known.keys() - files:
            carry_over(old / path, known[path], below=old, like=site / path)
            changed.update(_folders_of(path))
        for folder in changed:
            (old / folder).chmod(_CHANGED)
        old.rename(self._place)


def _tidied(
    top: Path, known: Mapping[str, Stamp], is_right: Callable[["os.DirEntry[str]", Stamp], bool]
) -> tuple[set[str], set[str]]:
    """The files below a folder that are as `known`, and the folders in which was something else; that is removed."""
    wanted = _all_folders(known)
    files: set[str] = set()
    changed: set[str] = set()
    waiting = [("", os.fspath(top))]
    while waiting:
        below, folder = waiting.pop()
        with os.scandir(folder) as entries:
            inside = tuple(entries)
        for entry in inside:
            path = below + entry.name
            if path in wanted and entry.is_dir(follow_symlinks=False):
                waiting.append((f"{path}/", entry.path))
            elif path in known and is_right(entry, known[path]):
                files.add(path)
            else:
                remove(Path(entry.path))
                changed.update(_folders_of(path))
    return files, changed


def _is_untouched(entry: "os.DirEntry[str]", known: Stamp) -> bool:
    """Whether it is the site's file, with the name that it has there."""
    return is_untouched(entry.stat(follow_symlinks=False), known, names=2)


def _is_same_file(entry: "os.DirEntry[str]", known: Stamp) -> bool:
    """Whether it was that file, whatever became of it; the build that uses it looks closer."""
    return entry.inode() == known[2] and entry.is_file(follow_symlinks=False)


def _is_plain(folder: str) -> bool:
    return stat.S_IMODE(os.lstat(folder).st_mode) == FOLDER_MODE


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
