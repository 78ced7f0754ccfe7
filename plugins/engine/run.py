"""Pelican run to its end in this process; starting a Python for it takes longer than a small site."""

import sys
from contextlib import chdir
from pathlib import Path


def run(*arguments: str, folder: Path) -> int:
    """The exit code with which a Python of its own would end, started in `folder`."""
    from pelican import main

    with chdir(folder):
        try:
            main(list(arguments))
        except SystemExit as ended:
            if isinstance(ended.code, str):
                print(ended.code, file=sys.stderr, flush=True)
            return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0
