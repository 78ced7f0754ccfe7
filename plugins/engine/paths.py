"""Where a page may lie in the site.

One spelling must work on every computer that builds or serves the site: no way out of the folder, no name that
Windows refuses, and no two paths that a Mac or Windows takes for one.
"""

import unicodedata
from functools import lru_cache
from sys import intern

from plugins.files.names import unfit_name

_PATHS = 8192
MARKER = ".coproduction-diary"


class PagePathError(Exception):
    """A page's path is unfit, or two pages would be one file: ours to mend, not the author's."""


class Claims:
    """The paths that are taken in one build."""

    def __init__(self) -> None:
        self._spellings: dict[str, str] = {}
        self._files: set[str] = set()

    def claim(self, path: str) -> None:
        """Take `path` for a file, or raise PagePathError, naming both that want it."""
        key, folders = _checked(path)
        for folder in folders:
            folder_key = _key(folder)
            if self._spellings.setdefault(folder_key, folder) != folder or folder_key in self._files:
                raise self._refused(folder_key, folder, path)
        if key in self._spellings:
            raise PagePathError(f"{self._spellings[key]} and {path} would be one file: each page needs its own path")
        self._spellings[key] = path
        self._files.add(key)

    def _refused(self, key: str, folder: str, path: str) -> PagePathError:
        known = self._spellings[key]
        if key in self._files:
            return PagePathError(f"{known} is a file, so {path} cannot lie in it")
        return PagePathError(f"{path} lies in {folder}, which some computers take for {known}: spell it one way")


def check(path: str) -> None:
    """Raise PagePathError unless `path` is plain, relative and the same everywhere."""
    _checked(path)


@lru_cache(_PATHS)
def _checked(path: str) -> tuple[str, tuple[str, ...]]:
    """The key of a fit path, and each folder that it lies in."""
    parts = path.split("/")
    for part in parts:
        fault = _fault(part)
        if fault:
            raise PagePathError(f'the path "{path}" is unfit for a page: {fault}')
    if _key(path) == MARKER:
        raise PagePathError(f"{MARKER} is the engine's own file")
    return _key(path), tuple(intern("/".join(parts[:depth])) for depth in range(1, len(parts)))


def _fault(part: str) -> str:
    if part in {"", ".", ".."}:
        return "it must lead down from the output folder, name by name"
    return unfit_name(part)


def _key(path: str) -> str:
    """The same for all paths that some file system takes for one."""
    if path.isascii():
        return path if path == (lower := path.lower()) else lower
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
