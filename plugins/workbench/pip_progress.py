"""pip's two hundred lines, told in ten; all of them when it fails."""

import subprocess
from pathlib import Path

_EVERY = 10
_ONE_PACKAGE = "(from -r "


def packages(lock: Path) -> int:
    """How many packages a lock names, for all systems together."""
    return sum(
        "==" in line and not line.startswith((" ", "#")) for line in lock.read_text("utf-8").splitlines()
    )


def installs_with_pip(command: list[str], of: int) -> bool:
    """Run pip and say how far it is; `of` is the number of packages."""
    told: list[str] = []
    taken = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            told.append(line)
            taken += _ONE_PACKAGE in line
            if _ONE_PACKAGE in line and taken % _EVERY == 0:
                print(f"  {taken} of {of} fetched", flush=True)
    if pip.returncode != 0:
        print("".join(told), flush=True)
    return pip.returncode == 0
