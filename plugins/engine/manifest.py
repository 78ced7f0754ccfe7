"""The manifest of a built site: what the build wrote. It tells a whole site from half of one, and from a preview.

It stands in the file that marks a folder as a build's own, and depends on nothing but paths and bytes. Below it
stands when time alone changes the site, and what the build left out, one line each; the file is no part of what is
published.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from plugins.engine.overwrite_protection import MARK
from plugins.engine.paths import MARKER

_NEXT_CHANGE = "Next change: "
_LEFT_OUT = "Left out: "
_FURTHER = (_NEXT_CHANGE.encode(), _LEFT_OUT.encode())
_PREVIEW = b"It is a preview, which shows what is not public: it must not be published.\n"


def manifest(
    folder: Path, *, preview: bool, left_out: Sequence[str] = (), next_change: datetime | None = None
) -> bytes:
    """The manifest of what lies in `folder` now."""
    if preview:
        return MARK + _PREVIEW
    lines = [f"{_NEXT_CHANGE}{next_change.isoformat(timespec='seconds')}"] if next_change else []
    lines += [f"{_LEFT_OUT}{line}" for line in left_out]
    return MARK + _summary(digests(folder)) + "".join(f"{line}\n" for line in lines).encode()


def left_out(folder: Path) -> tuple[str, ...]:
    """What the build that made `folder` left out; nothing where no build made it."""
    return _lines(folder, _LEFT_OUT)


def next_change(folder: Path) -> datetime | None:
    """When time alone changes the site that a build made in `folder`; None where that is not written."""
    written = _lines(folder, _NEXT_CHANGE)
    return datetime.fromisoformat(written[0]) if written else None


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
    further = written.removeprefix(MARK + _summary(found))
    if further == written or not all(line.startswith(_FURTHER) for line in further.splitlines()):
        return "it is not what the build left there: files were added, changed or lost since"
    return None


def _lines(folder: Path, kind: str) -> tuple[str, ...]:
    mark = folder / MARKER
    lines = mark.read_text("utf-8").splitlines() if mark.is_file() else ()
    return tuple(line.removeprefix(kind) for line in lines if line.startswith(kind))


def _summary(found: Mapping[str, str]) -> bytes:
    listed = "".join(f"{digest} {path}\n" for path, digest in sorted(found.items()))
    return f"Files: {len(found)}\nSHA-256 of all: {sha256(listed.encode()).hexdigest()}\n".encode()
