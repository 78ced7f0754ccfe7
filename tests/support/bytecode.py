"""What the tests compile is kept with what the tasks compile, and forgotten where nobody comes back to it."""

import shutil
import tempfile
from pathlib import Path

from plugins.workbench.bytecode import KEPT


def forget_what_is_gone() -> None:
    """Remove the bytecode of what lay among temporary files: nobody comes back to it."""
    temporary = Path(tempfile.gettempdir()).resolve()
    shutil.rmtree(Path(KEPT) / temporary.relative_to(temporary.anchor), ignore_errors=True)
