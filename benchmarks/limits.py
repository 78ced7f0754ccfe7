"""What no build of ten thousand pages can be quicker than: `python -m benchmarks.limits` (`--files 10000`).

Processor time of one process for looking at so many files, reading and hashing them, giving each a second name; and
what Python takes to start and to end. The best of some rounds is printed. It runs on Linux and Mac.
"""

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

_ROUNDS = 5
_PAGE = 8_000
"""Bytes of a page, as those of posts are."""


def _written(folder: Path, count: int) -> list[str]:
    """So many pages, each in a folder of its own, as a site has them."""
    for number in range(count):
        place = folder / f"post-{number}"
        place.mkdir(parents=True)
        (place / "index.html").write_bytes(f"{number:08}".encode() * (_PAGE // 8))
    return [f"{folder}/post-{number}/index.html" for number in range(count)]


def _look(files: list[str]) -> None:
    for file in files:
        os.stat(file)  # noqa: PTH116 - what is measured is the system, and no object around it


def _hash(files: list[str]) -> None:
    for file in files:
        with open(file, "rb") as opened:  # noqa: PTH123 - as above
            sha256(opened.read()).digest()


def _link(files: list[str]) -> None:
    with TemporaryDirectory(dir=Path(files[0]).parents[2]) as there:
        for number, file in enumerate(files):
            os.link(file, f"{there}/{number}")


def _start(_files: list[str]) -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True)


_MEASURED: dict[str, Callable[[list[str]], None]] = {
    "looking at each (stat)": _look,
    "reading and hashing each": _hash,
    "a second name for each (hard link), and taking it away": _link,
    "starting Python, for comparison": _start,
}


def _took(work: Callable[[list[str]], None], files: list[str]) -> float:
    began = _processors()
    work(files)
    return _processors() - began


def _processors() -> float:
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.limits", description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        files = _written(Path(folder) / "site", options.files)
        print(f"{options.files} files, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
        for what, work in _MEASURED.items():
            best = min(_took(work, files) for _ in range(_ROUNDS))
            print(f"  {what}: {best:.3f} s of processors", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
