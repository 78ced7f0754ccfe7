"""How long a site takes: this generator beside Hugo, Eleventy and Pelican as it comes.

`python -m benchmarks.generators` (`--posts 200 1000`, `--rounds 3`, `--peers FOLDER`). Each makes the same pages of the
same posts: the posts, lists of ten, tags, an about page, a feed of twenty, a site map (`sites/` holds the templates of
the others). Each round runs all of them in turn, and a ratio compares runs of one round; what is printed is the
median. Processor time is that of all processes together, and says more than the clock while the computer is busy.
Peers are fetched once, into a folder of the cache. It runs on Linux and Mac.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile

from benchmarks.generators.corpus import change_a_post
from benchmarks.generators.peers import Generator, environment, generators, installed, typed_build
from plugins.workbench.paths import CHECKOUT

_PEERS = CHECKOUT / ".cache" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock, seconds of processors, and megabytes at the most."""

    wall: float
    processors: float
    memory: float


def timed(command: Sequence[str], folder: Path) -> Run:
    began = time.perf_counter()
    with TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def _from_nothing(generator: Generator, _round: int) -> None:
    shutil.rmtree(generator.output, ignore_errors=True)


def _as_it_is(generator: Generator, _round: int) -> None:
    """Nothing has changed since the run before; that from nothing has kept nothing where it was told so."""
    if generator.from_nothing:
        timed(generator.command, generator.folder)


def _one_edit(generator: Generator, number: int) -> None:
    change_a_post(generator.posts, f"One more sentence, number {number}.")


_BEFORE: dict[str, Callable[[Generator, int], None]] = {
    "from nothing": _from_nothing,
    "nothing changed": _as_it_is,
    "one edit": _one_edit,
    "the next edit": _one_edit,
}
"""What is run, after what. Ours has a mirror of its site from the second edit on (docs/decisions/0220)."""


def compare(all_of_them: Sequence[Generator], rounds: int) -> None:
    runs: dict[tuple[str, str], list[Run]] = {}
    for generator in all_of_them:
        timed(generator.command, generator.folder)  # Unmeasured: compiles what Python and Node keep compiled.
    for number in range(rounds):
        for what, prepare in _BEFORE.items():
            for generator in all_of_them:
                prepare(generator, number)
                more = generator.from_nothing if prepare is _from_nothing else ()
                runs.setdefault((what, generator.name), []).append(timed((*generator.command, *more), generator.folder))
    for what in _BEFORE:
        first = runs[what, all_of_them[0].name]
        for generator in all_of_them:
            of_it = runs[what, generator.name]
            ratio = median(run.wall / other.wall for run, other in zip(of_it, first, strict=True))
            wall, used = median(run.wall for run in of_it), median(run.processors for run in of_it)
            memory = max(run.memory for run in of_it)
            figures = f"{wall:6.2f} s  {used:6.2f} s of processors  {ratio:5.1f} x  {memory:4.0f} MB"
            _say(f"  {what:16} {generator.name:9} {figures}  {generator.pages} pages")


def small_diary(rounds: int) -> None:
    """The diary of this checkout, from the typed command to the finished site."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        command = typed_build(CHECKOUT / "content", output)
        for what, more in (("beside what was kept", ()), ("from nothing", ("--no-cache",))):
            runs = []
            for _ in range(rounds + 1):
                shutil.rmtree(output, ignore_errors=True)
                runs.append(timed((*command, *more), Path(folder)))
            best = min(run.processors for run in runs[1:])
            _say(f"The diary of this checkout, typed command to finished site, {what}: {best:.2f} s of processors")


def _say(words: str) -> None:
    print(words, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generators", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=Path, default=_PEERS)
    options = parser.parse_args()
    options.peers.mkdir(parents=True, exist_ok=True)
    programs = installed(options.peers.resolve())
    _say(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    small_diary(options.rounds)
    for posts in options.posts:
        with TemporaryDirectory() as folder:
            _say(f"{posts} posts:")
            compare(generators(programs, Path(folder), posts), options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
