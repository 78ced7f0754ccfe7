"""Where Python keeps what it has compiled, for all that the gates start.

Tests start some hundred programs. Where the shell forbids Python to keep its bytecode, as containers often do, each
compiles the whole diary and its packages first, which takes longer than what it is started for.
"""

from collections.abc import Mapping

from plugins.workbench.paths import CHECKOUT

KEPT = CHECKOUT / ".cache" / "bytecode"
ENVIRON: Mapping[str, str] = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(KEPT)}
