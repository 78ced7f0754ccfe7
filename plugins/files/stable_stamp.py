"""Whether a file is as it was when it was read, told without opening it."""

import os
import time
from pathlib import Path
from typing import TypeAlias

_CLOCKS_DIFFER_BY = 3_000_000_000
WholeStamp: TypeAlias = tuple[int, ...]


def whole_stamp(file: Path | str) -> WholeStamp | None:
    """What changes whenever a file does, as soon as it is stable; None for one that is not there."""
    try:
        status = os.lstat(file)
    except OSError:
        return None
    return (status.st_mode, status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def is_stable(stamp: WholeStamp | None) -> bool:
    """Whether the file cannot change without its stamp; asked before the file is read.

    Its last change must lie some seconds back: two saves within one tick of a clock look alike.
    """
    return stamp is not None and max(stamp[-2:]) <= time.time_ns() - _CLOCKS_DIFFER_BY
