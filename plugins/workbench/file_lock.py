"""One at a time: a kernel lock on a file, which is gone with the process that held it, however that ended."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_PAUSE_SECONDS = 0.2

if sys.platform == "win32":
    import msvcrt

    _FAR_BEYOND_THE_END = 1 << 30  # A locked byte cannot be read by others; nobody reads this one.

    def _try_to_take(file: IO[bytes]) -> None:
        file.seek(_FAR_BEYOND_THE_END)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_to_take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def file_lock(file: Path, *, meanwhile: Callable[[], None]) -> Iterator[None]:
    """Wait until no other process holds the lock of `file`; `meanwhile` is called once if there is a wait."""
    with file.open("rb") as handle:
        is_waiting = False
        while True:
            try:
                _try_to_take(handle)
                break
            except OSError:
                if not is_waiting:
                    meanwhile()
                is_waiting = True
                time.sleep(_PAUSE_SECONDS)
        yield
