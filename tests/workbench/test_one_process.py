"""A typed command is one process where the environment stands already."""

import os
import subprocess
import sys
from pathlib import Path

from plugins.workbench.paths import CHECKOUT, TASKS
from tests.support.systems import needs_signals

pytestmark = needs_signals

_HOOKED = """
import atexit, os, runpy, sys
def heard(event, facts):
    if event in ("subprocess.Popen", "os.fork", "os.posix_spawn"):
        print("started", event)
    elif event == "compile" and str(facts[1]).endswith(".py"):
        print("compiled", facts[1])
sys.addaudithook(heard)
ended = os._exit
os._exit = lambda code: (atexit._run_exitfuncs(), sys.stdout.flush(), ended(code))
atexit.register(lambda: print("loaded", *sorted(sys.modules)))
sys.argv = sys.argv[1:]
sys.path.insert(0, sys.argv[0].rpartition("/")[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""

_FOR_OTHERS = {
    "PIL": "pictures are kept",
    "asyncio": "nobody waits for several at once",
    "dateutil.parser": "no date is written in words",
    "cProfile": "nobody asked where the time went",
    "feedgenerator": "feeds are pages of ours",
    "http": "nothing is fetched",
    "jsonschema_rs": "there are no comments",
    "watchfiles": "nobody waits for files to change",
    "docutils": "nobody writes reStructuredText",
    "invoke": "the line asks for a build and names nothing but folders",
    "nh3": "there are no comments",
    "plugins.author": "nobody writes",
    "plugins.blog.advice": "nobody writes",
    "plugins.comments.gate": "there are no comments",
    "plugins.pdf.reading": "nothing is a PDF",
    "plugins.publishing.lastlook.look": "nothing is published",
    "plugins.publishing.targets": "nothing is published",
    "pygments": "nobody writes code",
    "pypdfium2": "nothing is a PDF",
    "rich": "nothing takes so long that a bar is shown",
    "unittest": "this is no test",
}
"""What a build of a small diary does not load, and why."""

_KEPT = {"icalendar": "calendars are kept", "snowballstemmer": "words are kept"}
"""What another build of the same diary does not load, and why."""


def typed(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A task run by the Python that `.venv` was made from, as somebody types it in a container."""
    python = str(getattr(sys, "_base_executable", sys.executable))
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("DIARY_", "PYTHON"))}
    return subprocess.run(
        [python, "-X", "utf8", "-c", _HOOKED, str(TASKS), *arguments],
        cwd=folder,
        env={**outside, "DIARY_NOW": "2031-06-01T12:00", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_build_is_one_process_and_ends_as_pelican_ends(tmp_path: Path) -> None:
    content = CHECKOUT / "tests" / "sites" / "upcoming" / "content"
    built = typed("build", "--content", str(content), "--output", "site", folder=tmp_path)
    assert (built.returncode, "started" in built.stdout) == (0, False), built.stdout + built.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    loaded = next(line for line in built.stdout.splitlines() if line.startswith("loaded ")).split()
    assert {"pelican", "plugins.blog"} <= set(loaded)
    assert sorted(_FOR_OTHERS.keys() & loaded) == []
    again = typed("build", "--content", str(content), "--output", "elsewhere", folder=tmp_path)
    loaded = next(line for line in again.stdout.splitlines() if line.startswith("loaded ")).split()
    assert sorted(_KEPT.keys() & loaded) == []
    mistaken = tmp_path / "content" / "posts"
    mistaken.mkdir(parents=True)
    (mistaken / "a.md").write_text("No front matter.\n", "utf-8")
    refused = typed("build", "--no-cache", "--content", str(mistaken.parent), "--output", "site", folder=tmp_path)
    assert (refused.returncode, "started" in refused.stdout) == (1, False)
    assert " invoke " not in refused.stdout
    assert "posts/a.md:1" in refused.stderr
    assert "/plugins/blog/" not in refused.stdout, "What the build before has compiled is kept."


def test_a_profile_tells_where_the_time_went(tmp_path: Path) -> None:
    content = CHECKOUT / "tests" / "sites" / "upcoming" / "content"
    built = typed("build", "--content", str(content), "--output", "site", "--profile", folder=tmp_path)
    assert (built.returncode, "started" in built.stdout) == (0, False), built.stdout + built.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    lines = built.stdout.splitlines()
    assert any(line.startswith("Where ") and line.endswith(" s went, measured, in one process:") for line in lines)
    assert {"By room and package:", "By function:"} < set(lines)
    assert any(line.endswith("%  Python itself") for line in lines)
