"""Which page or file of the diary an address names."""

import re
from collections.abc import Container
from pathlib import Path

_PLAIN_PART = re.compile(r"[^/\\:\x00-\x1f\x7f]+")
"""A name without what parts folders or drives on any computer, and without controls."""


def offered_page(pages: Container[str], path: str) -> tuple[str, bool]:
    """The page at an address, empty for none, and whether the address only leads to that of the page."""
    name = "/".join(_names(path) or ("",))
    folder = f"{name}/index.html".lstrip("/")
    if name or path == "/":
        if folder in pages:
            return folder, not path.endswith("/")
        if name in pages and not path.endswith("/"):
            return name, False
    return "", False


def file_name(path: str) -> str:
    """The path of the file that an address names; empty where it can be that of none."""
    return "" if path.endswith("/") else "/".join(_names(path) or ())


def _names(path: str) -> list[str] | None:
    """The names that an address consists of, spelt as links spell them; None for one that is spelt otherwise.

    Nothing is put right: two slashes, dots and backslashes mean other places to a browser than to a computer's folders.
    """
    names = path.removesuffix("/").split("/")[1:]
    is_fit = path.startswith("/") and all(map(_PLAIN_PART.fullmatch, names)) and not {".", ".."} & set(names)
    return names if is_fit else None


def place_of(root: Path, path: str) -> Path | None:
    """The file or folder that an address names; None where there is none within `root`."""
    names = _names(path)
    if names is None:
        return None
    place = root.joinpath(*names)
    try:
        is_there = place.is_dir() or (place.is_file() and not path.endswith("/"))
        return place if is_there and place.resolve().is_relative_to(root) else None
    except OSError:  # A name longer than any file's.
        return None
