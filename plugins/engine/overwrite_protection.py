"""Which folder a build may replace.

A build replaces its output folder whole. So a folder that holds the diary itself, or anything that no build made,
is refused, with a sentence that says what to do.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.engine.failure import BuildFailed
from plugins.engine.paths import MARKER

MARK = b"This folder is made anew by every build of the diary: what else you put here will be gone.\n"
_HISTORIES = (".git", ".hg", ".svn")


def refuse_unsafe_output(output: Path, *, sources: Mapping[str, Path], kept: Mapping[str, Path]) -> None:
    """Raise BuildFailed unless a build may replace `output` (a resolved path, there or not).

    The output may not hold any of these folders (named by what lies in them), nor lie in one of the `sources`.
    """
    for fault in _faults(output, sources, kept):
        raise BuildFailed(f"{fault} Choose another output folder, one that is the site's alone.")


def _faults(output: Path, sources: Mapping[str, Path], kept: Mapping[str, Path]) -> Iterator[str]:
    if output.parent == output:
        yield f"{output} is a whole disk."
    if output.is_symlink():
        yield f"{output} is a link that leads round in a circle."
    if output.exists() and not output.is_dir():
        yield f"{output} is a file, not a folder."
    for what, folder in {**sources, **kept}.items():
        if _lies_in(folder, output):
            yield f"A build replaces all of {output}, and {what} would be lost with it."
    for what, folder in sources.items():
        if _lies_in(output, folder):
            yield f"{output} lies among {what}."
    if output.is_dir():
        yield from _faults_inside(output)


def _faults_inside(output: Path) -> Iterator[str]:
    if os.path.ismount(output):  # Windows has no Path.is_mount before Python 3.12.
        yield f"{output} is a disk of its own (a mount), which cannot be replaced in one step."
    names = {path.name for path in output.iterdir()}
    for history in names.intersection(_HISTORIES):
        yield f"{output} holds {history}, which would be lost."
    if names and MARKER not in names:
        yield f"{output} holds files that no build of the diary made."


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether `inner` is `outer` or lies below it, however either is spelt: the disk is asked, not the names."""
    return any(_are_one(folder, outer) for folder in (inner, *inner.parents))


def _are_one(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))
