"""Whether a file is as it was when it was read, told without opening it."""

import os
import time
from pathlib import Path
from typing import TypeAlias

_CLOCKS_DIFFER_BY = 3_000_000_000
StableStamp: TypeAlias = tuple[int, ...]


def stable_stamp(file: Path | str) -> StableStamp | None:
    """What changes whenever a file does; None where it may change and this would not.

    Its last change must lie some seconds back: two saves within one tick of a clock look alike.
    """
    try:
        status = os.lstat(file)
    except OSError:
        return None
    if max(status.st_mtime_ns, status.st_ctime_ns) > time.time_ns() - _CLOCKS_DIFFER_BY:
        return None
    return (status.st_mode, status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
