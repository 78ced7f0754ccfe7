"""How long it takes to say that nothing has changed since the last build.

`python -m benchmarks.nothing_changed` (`--posts 1000 10000`, `--rounds 7`). A diary of so many posts, and a site with a
page in a folder of its own for each, are written and recorded as a build records them; then the line that an author
types is run. Each figure is the best of several rounds: processor time, and time by the clock. Python's own start, with
whatever this computer loads into each Python, is told beside it.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from plugins.engine.manifest import Outlook
from plugins.engine.signals import published
from plugins.engine.staging import Staging
from plugins.workbench.build_record import forget_diary, recorded
from plugins.workbench.paths import CHECKOUT

_STORY = "---\ntitle: A post\ndate: 2031-01-01\n---\n" + "We met in the library and talked. " * 40
_PAGE = "<!doctype html>\n" + "<p>We met in the library and talked.</p>\n" * 200


def diary_of(posts: int, folder: Path) -> Path:
    content = folder / "content"
    (content / "posts").mkdir(parents=True)
    for number in range(posts):
        (content / "posts" / f"post-{number}.md").write_text(_STORY, "utf-8")
    return content


def build(posts: int, output: Path) -> int:
    """Leave a site of so many pages, as a build does."""
    staging = Staging(output, check=lambda _: None, say=print)
    for number in range(posts):
        page = staging.fresh / "posts" / f"post-{number}"
        page.mkdir(parents=True)
        (page / "index.html").write_text(_PAGE, "utf-8")
    staging.finish(durable=True, outlook=Outlook(datetime.now(UTC) + timedelta(days=1), "Europe/London"))
    staging.swap_in(once_in_place=lambda: published.send(SimpleNamespace(settings={})))
    return 0


def seconds(command: list[str], environ: dict[str, str], said: str) -> tuple[float, float]:
    """Processor time and time by the clock of a command that must say so."""
    before, began = _of_children(), time.perf_counter()
    run = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=True)
    took, clock = _of_children() - before, time.perf_counter() - began
    if not run.stdout.startswith(said):
        raise ValueError(run.stdout + run.stderr)
    return took, clock


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nothing_changed", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PYTHONPATH", "DIARY_"))}
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}")
    _tell("Python itself", [seconds([sys.executable, "-c", ""], environ, "") for _ in range(options.rounds)])
    for posts in options.posts:
        with TemporaryDirectory() as folder:
            content, output = diary_of(posts, Path(folder)), Path(folder) / "output"
            recorded(partial(build, posts, output), content, output, environ)
            line = [sys.executable, str(CHECKOUT / "tasks.py"), "build", f"--content={content}", f"--output={output}"]
            runs = [seconds(line, environ, "Nothing has changed") for _ in range(options.rounds)]
            forget_diary(content)
        _tell(f"{posts} posts", runs)
    return 0


def _tell(what: str, runs: list[tuple[float, float]]) -> None:
    print(f"{what}: {min(took for took, _ in runs):.3f} s of processor time, {min(clock for _, clock in runs):.3f} s")


if __name__ == "__main__":
    sys.exit(main())
