"""The programs that tasks run, and how a task ends with them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

from invoke.exceptions import Exit

from plugins.workbench.folders import UnfitFolderError
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.process import exit_code

MISUSED = 2

P = ParamSpec("P")


def fit(choose: Callable[P, Path], *named: P.args, **more: P.kwargs) -> Path:
    """A folder that was named, if it is fit for what is to be done; else the task ends with a sentence."""
    try:
        return choose(*named, **more)
    except UnfitFolderError as unfit:
        raise Exit(str(unfit), code=MISUSED) from unfit


def python(*arguments: str) -> int:
    """Run a program of the environment in the checkout; its exit code."""
    return exit_code([sys.executable, *arguments], cwd=CHECKOUT)


def end(code: int) -> None:
    """End the task as its program ended."""
    if code != 0:
        raise Exit(code=code)
