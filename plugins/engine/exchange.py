"""Two folders change places in one step, where the operating system can do that."""

import ctypes
import ctypes.util
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False when this system cannot do it in one step."""
    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return _succeeded(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return _succeeded(library.renamex_np(first, second, _RENAME_SWAP))
    return False


def _succeeded(result: int) -> bool:
    return result == 0
