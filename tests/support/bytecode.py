"""Bytecode is kept for the tests and all that they start, however pytest was started."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from plugins.workbench.bytecode import ENVIRON, KEPT


def keep_bytecode() -> None:
    """From now on keep what is compiled, here and in every program that is started."""
    os.environ.update(ENVIRON)
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(KEPT)


def forget_what_is_gone() -> None:
    """Remove the bytecode of what lay among temporary files: nobody comes back to it."""
    temporary = Path(tempfile.gettempdir()).resolve()
    shutil.rmtree(KEPT / temporary.relative_to(temporary.anchor), ignore_errors=True)
