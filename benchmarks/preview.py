"""How long it takes from a save to the page that shows it, in a preview that runs.

`python -m benchmarks.preview` (`--posts 200 1000`, `--rounds 9`). The corpus of `benchmarks.generators` is written and
built once from nothing, in a process of its own. Then a preview is started; in each round a sentence is added to one
post, and its page is asked for whenever the preview tells of a build, until it shows the sentence. Told are the time
from the save to the last byte of that page, and the processor time of the preview meanwhile (where there is `/proc`).
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.generators.corpus import change_a_post, write_posts
from benchmarks.generators.peers import DIARY, environment, typed_build
from plugins.workbench.paths import CHECKOUT

_PAGE = "/posts/post-00000/"
_PATIENCE = 120
_PAUSE = 0.3
"""Nobody saves twice within a moment; and what the preview tells the terminal is done by then."""


def whole_build(content: Path, output: Path) -> tuple[float, float]:
    """Seconds by the clock, and of processors, of a build from nothing."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [*typed_build(content, output), "--no-cache"]
    subprocess.run(command, env=environment(), cwd=CHECKOUT, capture_output=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def preview(content: Path, output: Path) -> Iterator[tuple[int, int]]:
    """The process and the port of a running preview."""
    command = [sys.executable, "-u", "-m", "plugins.preview", "--no-open", "--port", "8300"]
    places = [f"--content={content}", f"--output={output}"]
    process = subprocess.Popen([*command, *places], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)
    try:
        said = next(line for line in process.stdout or () if "Your diary is at" in line)
        found = re.search(r":(\d+)", said)
        yield process.pid, int(found[1]) if found else 0
    finally:
        process.terminate()
        process.wait()


class Reader:
    """A browser that has a page open: it hears of builds, and asks for the page again."""

    def __init__(self, port: int) -> None:
        self._pages = HTTPConnection("localhost", port, timeout=_PATIENCE)
        events = HTTPConnection("localhost", port, timeout=_PATIENCE)
        events.request("GET", "/_preview/events")
        self._events: HTTPResponse = events.getresponse()

    def wait_for(self, words: str) -> None:
        """Until the page says this."""
        for line in self._events:
            if line.startswith(b"data:"):
                self._pages.request("GET", _PAGE)
                if words.encode() in self._pages.getresponse().read():
                    return


def processor_time(process: int) -> float:
    """What a process has used so far; 0 where the system does not say."""
    place = Path(f"/proc/{process}/stat")
    if not place.exists():
        return 0
    fields = place.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.preview", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[200, 1000])
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    for posts in options.posts:
        with TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            write_posts(content / "posts", posts)
            (content / "diary.yml").write_text(DIARY, "utf-8")
            wall, used = whole_build(content, Path(folder) / "built")
            _say(f"{posts} posts, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
            _say(f"  whole build   {_figures(wall, used)}")
            with preview(content, Path(folder) / "previewed") as (process, port):
                reader = Reader(port)
                reader.wait_for("Post 0,")
                _rounds(options.rounds, reader, process, content, whole=(wall, used))
    return 0


def _rounds(rounds: int, reader: Reader, process: int, content: Path, *, whole: tuple[float, float]) -> None:
    walls, before = [], processor_time(process)
    for number in range(rounds):
        words = f"This was saved in round {number}."
        began = time.perf_counter()
        change_a_post(content / "posts", words)
        reader.wait_for(words)
        walls.append(time.perf_counter() - began)
        time.sleep(_PAUSE)
    wall, used = median(walls), (processor_time(process) - before) / rounds
    _say(f"  save to page  {_figures(wall, used)}  (the best {min(walls) * 1000:.0f} ms)")
    _say(
        f"  of the whole build: 1/{whole[0] / wall:.0f}"
        + (f", of its processor time 1/{whole[1] / used:.0f}" if used else "")
    )


def _figures(wall: float, used: float) -> str:
    return f"{wall * 1000:7.0f} ms  {used * 1000:7.0f} ms of processors"


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
