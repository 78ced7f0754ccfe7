"""Where rendered pictures are kept from build to build, by what they were made of.

A name is `key/file`: the key stands for a picture's content and what is hidden of it, the file for one rendition. What
belongs to no picture of the diary any more is thrown away at the end of every published build, at once: a photo whose
consent was withdrawn leaves no copy here.

On the disk each file begins with a digest of its name and its content. One that was cut, changed, or put in the place
of another is as good as none: it is made anew. So is what another build of the diary has thrown
away meanwhile.
"""

import contextlib
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from plugins.files import home_of, refuse_links, write_file

_OF = "of"
_DIGEST_SIZE = 32
_OWNERS_ALONE = 0o700
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_CHECKOUT = Path(__file__).resolve().parents[2]


class Store(Protocol):
    """Keeps bytes by name."""

    def get(self, name: str) -> bytes | None: ...
    def names(self, key: str) -> tuple[str, ...]: ...
    def put(self, name: str, content: bytes) -> None: ...
    def keep_only(self, keys: Collection[str]) -> None: ...


class MemoryStore:
    """Keeps them as long as it lives itself."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self._contents.get(name)

    def names(self, key: str) -> tuple[str, ...]:
        return tuple(sorted(name.partition("/")[2] for name in self._contents if name.startswith(f"{key}/")))

    def put(self, name: str, content: bytes) -> None:
        """Keep a file under a name, in place of what stood there."""
        self._contents[name] = content

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget what belongs to none of the keys."""
        self._contents = {name: content for name, content in self._contents.items() if name.partition("/")[0] in keys}


class FolderStore:
    """Keeps them below a folder, each diary's apart. What cannot be kept is made anew next time."""

    def __init__(self, folder: Path, *, diary: Path, read_only: bool = False, private: bool = False) -> None:
        """`diary` is the content folder. A `private` store is its owner's alone.

        A folder of that to which others may write is thrown away.
        With `read_only` what is there is used, and nothing is written.

        Raises LinkInTheWay for a store that leads elsewhere, and OSError for one that cannot be written to.
        """
        self._all = folder
        self._diary = str(diary.resolve())
        self._folder = folder / sha256(self._diary.encode()).hexdigest()[:16]
        self._below = home_of(self._folder, diary.absolute().parent, _CHECKOUT)
        self._read_only = read_only
        self._private = private
        if not read_only:
            self._throw_away_others(self._folder)
            self._mark_as_its_own()
        self._is_others = self._may_be_others(self._folder)

    def get(self, name: str) -> bytes | None:
        """What was put under a name by this build or one before it, as it was put."""
        # A path of its own for each of a thousand names would take as long as reading them.
        place = f"{self._folder}{os.sep}{name}"
        if self._is_others or self._may_be_others(os.path.dirname(place)):  # noqa: PTH120 - as said above
            return None
        try:
            with open(place, "rb", buffering=0) as file:  # noqa: PTH123 - as said above
                kept = file.read()
        except OSError:
            return None
        content = kept[_DIGEST_SIZE:]
        return content if kept[:_DIGEST_SIZE] == _digest(name, content) else None

    def names(self, key: str) -> tuple[str, ...]:
        """The names of what is kept of a key as it was put."""
        found: list[str] = []
        with contextlib.suppress(OSError):  # There is none, or another build has just thrown it away.
            found = sorted(file.name for file in (self._folder / key).iterdir())
        return tuple(name for name in found if self.get(f"{key}/{name}") is not None)

    def put(self, name: str, content: bytes) -> None:
        """Keep a file whole or not at all: a build that is killed leaves no half picture under a good name.

        It is not kept where another build throws its folder away just now.
        """
        if self._read_only:
            return
        place, kept = self._folder / name, _digest(name, content) + content
        with contextlib.suppress(FileNotFoundError):
            self._mark_as_its_own()
            self._throw_away_others(place.parent)
            write_file(place, kept, below=self._below, private=self._private, durable=False)
            if self._private:
                place.parent.chmod(_OWNERS_ALONE)

    def folder(self, key: str) -> Path:
        """Where a whole folder may be kept in place of files; it is there or not. Raises LinkInTheWay."""
        refuse_links(self._folder, below=self._below)
        return self._folder / key

    def keep_only(self, keys: Collection[str]) -> None:
        """Remove what belongs to none of the keys, and the folders of diaries that are no more."""
        if self._read_only:
            return
        refuse_links(self._folder, below=self._below)
        for picture in _folders(self._folder):
            if picture.name not in keys:
                _throw_away(picture)
        for other in _folders(self._all):
            if not _stands(other / _OF):
                shutil.rmtree(other, ignore_errors=True)

    def _mark_as_its_own(self) -> None:
        write_file(self._folder / _OF, self._diary.encode(), below=self._below, private=self._private, durable=False)
        if self._private:
            self._folder.chmod(_OWNERS_ALONE)

    def _throw_away_others(self, folder: Path) -> None:
        if self._may_be_others(folder):
            refuse_links(folder, below=self._below)
            shutil.rmtree(folder)

    def _may_be_others(self, folder: Path | str) -> bool:
        """Whether others may write to a folder of a private store; Windows has no such modes."""
        if not self._private or sys.platform == "win32":
            return False
        try:
            return bool(os.stat(folder).st_mode & _OTHERS_MAY_WRITE)  # noqa: PTH116 - a thousand times a build
        except OSError:
            return False


def _digest(name: str, content: bytes) -> bytes:
    digest = sha256(f"{name}\0".encode())
    digest.update(content)
    return digest.digest()


def _throw_away(folder: Path) -> None:
    """In one step for every other build: none takes a folder from here that is half empty already."""
    with contextlib.suppress(OSError):
        folder = folder.rename(folder.with_name(f".{secrets.token_hex(16)}.old"))
    shutil.rmtree(folder, ignore_errors=True)


def _folders(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()] if folder.is_dir() else []


def _stands(of: Path) -> bool:
    """Whether the diary of a store is still there."""
    with contextlib.suppress(OSError, ValueError):  # What says it may be damaged.
        return Path(of.read_text("utf-8")).is_dir()
    return False
