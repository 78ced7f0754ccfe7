"""One build at a time writes to an output folder.

The kernel holds the lock, so it dies with its holder, however that ends. A file that only says "locked" would have
to be removed by hand after a crash.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from plugins.engine.failure import OLD_SITE_STANDS, BuildFailed
from plugins.files import refuse_links

PATIENCE = 600.0
_BETWEEN_TRIES = 0.1

if sys.platform == "win32":
    import msvcrt

    _FLAGS = os.O_RDWR | os.O_CREAT

    def _try_to_take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _remove(_path: Path) -> None:
        """Windows removes no file that is open, and a closed one may be another's already: it stays."""
else:
    import fcntl

    _FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW

    def _try_to_take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _remove(path: Path) -> None:
        path.unlink(missing_ok=True)


class Lock:
    """A lock that is held. Released once, by the process that took it: a forked child cannot give it away."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle
        self._holder = os.getpid()

    @property
    def is_held(self) -> bool:
        return self._handle >= 0 and os.getpid() == self._holder

    def release(self) -> None:
        """Remove the file and let the next build begin; harmless when done twice."""
        if self.is_held:
            _remove(self._path)
            os.close(self._handle)
            self._handle = -1


def lock(path: Path, *, output: Path, say: Callable[[str], None], patience: float = PATIENCE) -> Lock:
    """The lock, once no other build holds it; says so if it has to wait.

    Raises BuildFailed after `patience` seconds, and OSError when there can be no lock here.
    """
    deadline = time.monotonic() + patience
    waiting = False
    while (held := _lock_now(path)) is None:
        if not waiting:
            say(f"Another build is writing {output}; waiting for it to finish…")
        elif time.monotonic() > deadline:
            raise BuildFailed(
                f"Another build has been writing {output} for {patience / 60:.0f} minutes. "
                f"Stop it, then build again. {OLD_SITE_STANDS}"
            )
        waiting = True
        time.sleep(_BETWEEN_TRIES)
    return held


def _lock_now(path: Path) -> Lock | None:
    refuse_links(path, below=path.parent)
    handle = os.open(path, _FLAGS, 0o644)
    try:
        _try_to_take(handle)
        if _is_still(path, handle):
            return Lock(path, handle)
    except (BlockingIOError, PermissionError):
        pass  # Another build holds it: the caller waits. Windows says PermissionError.
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _is_still(path: Path, handle: int) -> bool:
    """Its last holder may have removed the file between our opening and locking it; then it locks nobody out."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
