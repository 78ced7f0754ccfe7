"""Where Python keeps what it has compiled, for the tasks and all that the gates start.

Where the shell forbids Python to keep its bytecode, as containers often do, a build compiles the whole diary and its
packages first, which takes longer than the build. Loads next to nothing: it is used before anything else is imported.
"""

import os
import sys
from collections.abc import Mapping

KEPT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))), ".cache", "bytecode")
ENVIRON: Mapping[str, str] = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": KEPT}


def keep_bytecode() -> None:
    """From now on keep what is compiled in our own cache, here and in every program that is started."""
    os.environ.update(ENVIRON)
    sys.dont_write_bytecode = False
    sys.pycache_prefix = KEPT
