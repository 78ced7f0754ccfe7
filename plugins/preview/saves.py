"""When the preview builds: at its start, after each save and approval, and when what it watches is another folder.

The system watches a folder, and not its name. Where the folder is moved or deleted and another one stands in its place,
nothing would be heard of that one: then a new watch begins. A folder that is not there is looked for until it is.

A save is built at once. One that came while a build ran may be one of many: it waits for a moment, and all that comes
meanwhile is one build.

Where the system tells nothing, the times of files are compared, in whole seconds: of two saves within one, the latter
may be missed. There one more build comes when nothing has been heard for longer than that.
"""

import os
import platform
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TypeAlias

import watchfiles
from watchfiles.main import FileChange

from plugins.preview.comments import CommentsService

_Changes: TypeAlias = set[FileChange]
_WAKES_AFTER_MS = 250
_SETTLED_MS = 2000
"""As coarse as the times of files can be."""
_SOON, _MOMENT = 0.02, 0.05
"""Seconds: what is heard so soon after a build came while it ran, and waits so long."""


def saves(watched: Sequence[Path], comments: CommentsService | None, stop: Event) -> Iterator[None]:
    """Once at the start, then after every save and approval; what comes during a build is kept and comes next."""
    polls = _polls()
    while not stop.is_set():
        places = {path: _identity(path) for path in watched}  # Asked first: what is watched may be newer, never older.
        with closing(_watch([path for path, identity in places.items() if identity], stop, polls=polls)) as watch:
            try:
                next(watch, None)  # From here on nothing that is saved is missed.
            except FileNotFoundError:
                continue
            if comments:
                comments.look()
            yield
            quiet = 0
            built = monotonic()
            for changes in watch:
                gone = {Path(name) for change, name in changes if change == watchfiles.Change.deleted}
                # A folder that is made anew may have the number of the one that was deleted.
                if not gone.isdisjoint(places) or any(_identity(path) != known for path, known in places.items()):
                    break
                quiet = 0 if changes else quiet + _WAKES_AFTER_MS
                is_news = bool(changes) and (comments is None or comments.is_news(name for _, name in changes))
                if is_news or (polls and quiet == _SETTLED_MS):
                    if monotonic() - built < _SOON:
                        stop.wait(_MOMENT)
                    yield
                    built = monotonic()


def _watch(places: Sequence[Path], stop: Event, *, polls: bool) -> Generator[_Changes]:
    return watchfiles.watch(
        *places,
        stop_event=stop,
        debounce=200,
        step=2,
        rust_timeout=_WAKES_AFTER_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polls,
    )


def _polls() -> bool:
    """Whether the times of files are compared: where somebody asks for it, and in a Linux that runs within Windows."""
    if asked := os.environ.get("WATCHFILES_FORCE_POLLING"):
        return asked.lower() not in {"false", "disable", "disabled"}
    return "microsoft-standard" in platform.uname().release.lower()


def _identity(place: Path) -> tuple[int, int] | None:
    """Which folder or file has this name now; None for none."""
    try:
        status = place.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
