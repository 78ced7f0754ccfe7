"""The folders that a caller names: where the diary is read, where the site is built.

A build replaces the whole output folder, so one that holds anything else of value is refused.
"""

from pathlib import Path

from plugins.files.typed import typed_path
from plugins.workbench.paths import CHECKOUT, CONTENT, OUTPUT


class UnfitFolderError(Exception):
    """The folder cannot be used; the message says why and what to write."""


def content_folder(named: str | None) -> Path:
    """The diary's own, if none is named; a relative one is looked for where the caller stands."""
    folder = typed_path(named) if named else CONTENT
    if not folder.is_dir():
        raise UnfitFolderError(
            f"There is no folder {folder}: write the one that holds the diary's posts, such as --content content"
        )
    return folder


def output_folder(named: str | None, content: Path) -> Path:
    """The diary's own, if none is named."""
    folder = typed_path(named) if named else OUTPUT
    for kept, what in ((content, "the diary's posts"), (CHECKOUT, "the diary's software"), (Path.home(), "your files")):
        if kept.resolve().is_relative_to(folder.resolve()):
            raise UnfitFolderError(
                f"A build replaces everything in {folder}, and {what} lie there: "
                "write a folder that is the site's alone, such as --output output"
            )
    if folder.resolve().is_relative_to(content.resolve()):
        raise UnfitFolderError(
            f"{folder} lies among the diary's posts: write a folder outside them, such as --output output"
        )
    return folder
