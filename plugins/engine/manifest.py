"""The manifest of a built site: what the build wrote. It tells a whole site from half of one, and from a preview.

It stands in the file that marks a folder as a build's own, and depends on nothing but paths and bytes. Below it
stands how long the site stays as it is, and what the build left out, one line each; the file is no part of what is
published.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from plugins.engine.finalise import Found, files_below
from plugins.engine.overwrite_protection import MARK
from plugins.engine.paths import MARKER
from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.words import dates

_NEXT_CHANGE = "Next change: "
_ZONE = "Zone: "
_NOTICES = "Notices: "
_COMMENTS_ASKED_FOR = "Comments: asked for by each build"
_LEFT_OUT = "Left out: "
_FURTHER = tuple(kind.encode() for kind in (_NEXT_CHANGE, _ZONE, _NOTICES, _COMMENTS_ASKED_FOR, _LEFT_OUT))
NOTHING_KNOWN: Mapping[str, str] = MappingProxyType({})
_PREVIEW = b"It is a preview, which shows what is not public: it must not be published.\n"


@dataclass(frozen=True, slots=True)
class Outlook:
    """How long a site stays as it was built: until `next_change`, a moment on the clocks of `zone`.

    `asks_for_comments` says that comments are fetched from elsewhere, so that nobody knows without a build;
    `notices` is how many things the build told of.
    """

    next_change: datetime
    zone: str
    notices: int = 0
    asks_for_comments: bool = False

    @property
    def sentence(self) -> str:
        """When time alone changes the site, for whoever reads what a build says."""
        there = self.next_change
        when = When(there.year, there.month, there.day, Clock(there.hour, there.minute))
        return f"Time alone changes the site next on {dates.spoken(when)}."


def manifest(
    folder: Path,
    *,
    preview: bool,
    left_out: Sequence[str] = (),
    outlook: Outlook | None = None,
    known: Mapping[str, str] = NOTHING_KNOWN,
    found: Found | None = None,
) -> bytes:
    """The manifest of what lies in `folder` now. Files whose digests are `known` are not read."""
    if preview:
        return MARK + _PREVIEW
    lines = [*(_lines_of(outlook) if outlook else ()), *(f"{_LEFT_OUT}{line}" for line in left_out)]
    return MARK + _summary(digests(folder, known, found)) + "".join(f"{line}\n" for line in lines).encode()


def left_out(folder: Path) -> tuple[str, ...]:
    """What the build that made `folder` left out; nothing where no build made it."""
    return _lines(folder, _LEFT_OUT)


def outlook(folder: Path) -> Outlook | None:
    """How long the site that a build made in `folder` stays as it is; None where that is not written."""
    change, zone, notices = (_lines(folder, kind) for kind in (_NEXT_CHANGE, _ZONE, _NOTICES))
    if not change or not zone or not notices:
        return None
    asks = bool(_lines(folder, _COMMENTS_ASKED_FOR))
    return Outlook(datetime.fromisoformat(change[0]), zone[0], int(notices[0]), asks_for_comments=asks)


def digests(folder: Path, known: Mapping[str, str] = NOTHING_KNOWN, found: Found | None = None) -> dict[str, str]:
    """The SHA-256 of every file below a folder by its path, but for the manifest's own; a link is followed.

    What is `known` of a file is taken as it is, and as `found` what lies there.
    """
    # By names, not by objects for each: these would be more than half of what is held for a page.
    inside = files_below(folder) if found is None else found
    paths = (f"{where}{name}" for where, names in inside.items() for name in names)
    return {
        path: known.get(path) or sha256((folder / path).read_bytes()).hexdigest()
        for path in sorted(paths)
        if path != MARKER and (path in known or (folder / path).is_file())
    }


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


def _lines_of(outlook: Outlook) -> tuple[str, ...]:
    change = outlook.next_change.isoformat(timespec="seconds")
    asked = (_COMMENTS_ASKED_FOR,) if outlook.asks_for_comments else ()
    return f"{_NEXT_CHANGE}{change}", f"{_ZONE}{outlook.zone}", f"{_NOTICES}{outlook.notices}", *asked


def _lines(folder: Path, kind: str) -> tuple[str, ...]:
    mark = folder / MARKER
    lines = mark.read_text("utf-8").splitlines() if mark.is_file() else ()
    return tuple(line.removeprefix(kind) for line in lines if line.startswith(kind))


def _summary(found: Mapping[str, str]) -> bytes:
    listed = "".join(f"{digest} {path}\n" for path, digest in sorted(found.items()))
    return f"Files: {len(found)}\nSHA-256 of all: {sha256(listed.encode()).hexdigest()}\n".encode()
