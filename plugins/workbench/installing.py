"""An installer's two hundred lines, told in a few; pip's all, when it fails."""

import subprocess
from pathlib import Path

_EVERY = 10
_ONE_PACKAGE = "(from -r "  # What pip writes behind every package that it takes from the lock.


def number_of_packages(lock: Path) -> int:
    """How many packages a lock names, for all systems together."""
    return sum("==" in line and not line.startswith((" ", "#")) for line in lock.read_text("utf-8").splitlines())


def installs_with_uv(uv: str, python: Path, lock: Path) -> bool:
    """Install what is locked. In the end uv lists every package, which nobody reads."""
    command = [uv, "pip", "install", "--python", str(python), *_all_of(lock)]
    with _started(command) as process:
        for line in process.stdout or ():
            if not line.startswith(" + "):
                print(f"  {line.strip()}", flush=True)
    return process.returncode == 0


def installs_with_pip(python: Path, lock: Path) -> bool:
    """Install what is locked, and say how far it is."""
    command = [str(python), "-m", "pip", "install", "--no-input", *_all_of(lock)]
    lines: list[str] = []
    taken, of = 0, number_of_packages(lock)
    with _started(command) as process:
        for line in process.stdout or ():
            lines.append(line)
            taken += _ONE_PACKAGE in line
            if _ONE_PACKAGE in line and taken % _EVERY == 0:
                print(f"  {taken} of {of} fetched", flush=True)
    if process.returncode != 0:
        print("".join(lines), flush=True)
    return process.returncode == 0


def _all_of(lock: Path) -> list[str]:
    """What is not ready made is refused: to build it would fetch what builds it, without any hash."""
    return ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]


def _started(command: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
