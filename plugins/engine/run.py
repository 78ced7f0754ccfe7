"""Pelican run to its end in this process; starting a Python for it takes longer than a small site."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, chdir, nullcontext
from pathlib import Path

from plugins.engine.cores import PROCESSES
from plugins.engine.no_readers import without_readers
from plugins.problems import Problem
from plugins.problems.console import say

_OBJECTS = 1_000_000
"""How many more objects there must be before Python looks for some that hold each other and nobody needs."""


def run(*arguments: str, folder: Path, profile: bool = False, findings: list[Problem] | None = None) -> int:
    """The exit code with which a Python of its own would end, started in `folder`; `profile` measures it.

    What is found is put into `findings`, too.
    """
    if profile:
        os.environ[PROCESSES] = "1"
    # A build makes records and drops few: looking through them all, again and again, took a tenth of its time.
    gc.set_threshold(_OBJECTS)
    with chdir(folder), _profiled() if profile else nullcontext():
        try:
            _run(arguments, findings)
        except SystemExit as ended:
            if isinstance(ended.code, str):
                say(ended.code, sys.stderr)
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        finally:
            # Nor once more when this process ends, as it does now.
            gc.freeze()
    return 0


def _profiled() -> AbstractContextManager[None]:
    from plugins.engine.profile import profiled

    return profiled()


def _run(arguments: Sequence[str], findings: list[Problem] | None) -> None:
    """As Pelican does it, but for its spinner, a thread, beside which nothing forks (`cores.py`), and for rich."""
    with without_readers():
        from pelican import get_instance, parse_arguments
        from pelican.log import init

    chosen = parse_arguments(arguments)
    init(level=chosen.verbosity, fatal=chosen.fatal, name="pelican", handler=None)
    pelican, _ = get_instance(chosen)
    if findings is not None:
        pelican.settings["problems"] = findings  # Where every room puts its findings.
    pelican.run()
