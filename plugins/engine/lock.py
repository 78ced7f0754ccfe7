"""One build at a time writes to an output folder. The kernel holds the lock, so it dies with its holder."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from plugins.engine.failure import BuildFailed

_PATIENCE = 600.0
_BETWEEN_TRIES = 0.2


def _try_to_lock(file: BinaryIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def locked(path: Path, *, output: Path, say: Callable[[str], None], patience: float = _PATIENCE) -> BinaryIO:
    """The open lock file, held until it is closed; waits for another build and says so.

    Raises BuildFailed after `patience` seconds, and OSError when the file cannot be made.
    """
    file = path.open("ab")
    deadline = time.monotonic() + patience
    if _try_to_lock(file):
        return file
    say(f"Another build is writing {output}; waiting for it to finish…")
    while time.monotonic() < deadline:
        time.sleep(_BETWEEN_TRIES)
        if _try_to_lock(file):
            return file
    file.close()
    raise BuildFailed(
        f"Another build has been writing {output} for {patience / 60:.0f} minutes. Stop it and build again."
    )
