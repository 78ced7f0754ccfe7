"""The manifest of a built site: what the build wrote. It tells a whole site from half of one, and from a preview.

It stands in the file that marks a folder as a build's own, and depends on nothing but paths and bytes.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from plugins.engine.output_guard import MARK
from plugins.engine.paths import MARKER

_PREVIEW = b"It is a preview, which shows what is not public: it must not be published.\n"


def manifest(folder: Path, *, preview: bool) -> bytes:
    """The manifest of what lies in `folder` now."""
    return MARK + (_PREVIEW if preview else _summary(digests(folder)))


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder by its path, but for the manifest's own; a link is followed."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in names.items() if name != MARKER}


def fault(folder: Path, found: Mapping[str, str]) -> str | None:
    """What is wrong with a folder in which `found` lies; None for a site that a build finished and nobody changed."""
    if not (folder / MARKER).is_file():
        return "no build made it, or a build was stopped half-way"
    written = (folder / MARKER).read_bytes()
    if written == MARK + _PREVIEW:
        return "it is a preview, which shows what is not public"
    if written != MARK + _summary(found):
        return "it is not what the build left there: files were added, changed or lost since"
    return None


def _summary(found: Mapping[str, str]) -> bytes:
    listed = "".join(f"{digest} {path}\n" for path, digest in sorted(found.items()))
    return f"Files: {len(found)}\nSHA-256 of all: {sha256(listed.encode()).hexdigest()}\n".encode()
