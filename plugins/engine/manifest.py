"""The manifest of a built site: what the build wrote. It tells a whole site from half of one, and from a preview.

It stands in the file that marks a folder as a build's own, and depends on nothing but paths and bytes. Below it
stands what the build left out, one line each; the file is no part of what is published.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from plugins.engine.overwrite_protection import MARK
from plugins.engine.paths import MARKER

_LEFT_OUT = "Left out: "
_PREVIEW = b"It is a preview, which shows what is not public: it must not be published.\n"


def manifest(folder: Path, *, preview: bool, left_out: Sequence[str] = ()) -> bytes:
    """The manifest of what lies in `folder` now."""
    if preview:
        return MARK + _PREVIEW
    return MARK + _summary(digests(folder)) + "".join(f"{_LEFT_OUT}{line}\n" for line in left_out).encode()


def left_out(folder: Path) -> tuple[str, ...]:
    """What the build that made `folder` left out; nothing where no build made it."""
    mark = folder / MARKER
    lines = mark.read_text("utf-8").splitlines() if mark.is_file() else ()
    return tuple(line.removeprefix(_LEFT_OUT) for line in lines if line.startswith(_LEFT_OUT))


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
    if written.partition(f"\n{_LEFT_OUT}".encode())[0].rstrip(b"\n") + b"\n" != MARK + _summary(found):
        return "it is not what the build left there: files were added, changed or lost since"
    return None


def _summary(found: Mapping[str, str]) -> bytes:
    listed = "".join(f"{digest} {path}\n" for path, digest in sorted(found.items()))
    return f"Files: {len(found)}\nSHA-256 of all: {sha256(listed.encode()).hexdigest()}\n".encode()
