"""What a test starts ends as it would without the warm server, and starts as ever where that matters."""

import marshal
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT, CONTENT
from tests.support.at_start.handing_over import UNAVAILABLE, VARIABLE, _said
from tests.support.at_start.sitecustomize import NOTES
from tests.support.systems import needs_warm_starts
from tests.support.waiting import wait_until
from tests.support.warm.running import begun

pytestmark = needs_warm_starts

IS_WARM = "import sys, os; warm = 'plugins.blog.wiring' in sys.modules; "


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    """The server of this run of tests; one of its own where a worker was given none."""
    own = begun()
    yield
    if own:
        own.end()


def program(folder: Path, text: str) -> list[str]:
    """A program of the diary that runs this text: settings are Python, and Pelican reads them first."""
    (folder / "settings.py").write_text(IS_WARM + text, "utf-8")
    return [sys.executable, "-m", "pelican", "-s", str(folder / "settings.py"), "two wörds"]


def run(command: list[str], environ: Mapping[str, str], *, folder: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environ},
        input="said\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("environ", "is_warm"), [({}, True), ({VARIABLE: ""}, False)])
def test_a_program_is_given_what_it_was_started_with_warm_or_not(
    tmp_path: Path, environ: dict[str, str], is_warm: bool
) -> None:
    told = (
        "print(warm, sys.argv[1:], os.getcwd(), sys.stdin.readline().strip(), os.environ['OF_ITS_OWN'], flush=True); "
    )
    ended = run(
        program(tmp_path, f"{told}print('bad', file=sys.stderr); sys.exit(7)"), {"OF_ITS_OWN": "yes", **environ}
    )
    arguments = ["-s", str(tmp_path / "settings.py"), "two wörds"]
    assert ended.stdout == f"{is_warm} {arguments} {CHECKOUT} said yes\n"
    assert (ended.stderr, ended.returncode) == ("bad\n", 7)


@pytest.mark.parametrize(
    ("end", "code", "told"),
    [
        ("sys.exit('No.')", 1, "No.\n"),
        ("sys.exit()", 0, ""),
        ("import atexit; atexit.register(print, 'Bye.', file=sys.stderr); sys.exit(256 + 3)", 3, "Bye.\n"),
        ("os.kill(os.getpid(), 9)", -9, ""),
        ("import signal; os.kill(os.getpid(), signal.SIGTERM)", -15, ""),
        ("import threading; threading.Thread(target=lambda: print('Last.', file=sys.stderr)).start(); sys.exit(2)", 2, "Last.\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("environ", [{}, {VARIABLE: ""}])
def test_a_program_ends_as_it_ends_by_itself(
    tmp_path: Path, end: str, code: int, told: str, environ: dict[str, str]
) -> None:
    ended = run(program(tmp_path, end), environ)
    assert (ended.returncode, ended.stderr) == (code, told)


def test_a_signal_is_handed_on(tmp_path: Path) -> None:
    text = "import signal, time; signal.signal(signal.SIGINT, lambda *_: os._exit(4)); print(warm, flush=True); time.sleep(60)"
    with subprocess.Popen(program(tmp_path, text), cwd=CHECKOUT, stdout=subprocess.PIPE) as started:
        assert started.stdout
        assert started.stdout.readline() == b"True\n"
        started.send_signal(signal.SIGINT)
    assert started.returncode == 4


def test_whoever_is_gone_before_it_has_read_what_it_is_told_ends_no_server(tmp_path: Path) -> None:
    text = "import time; print(os.getpid(), flush=True); time.sleep(60)"
    told, out = os.pipe()
    said = marshal.loads(_said()) | {"arguments": tuple(program(tmp_path, text)[1:]), "folder": str(CHECKOUT)}
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client, os.fdopen(told) as answer:
        client.connect(os.environ[VARIABLE])
        socket.send_fds(client, [len(marshal.dumps(said)).to_bytes(4, "big")], [told, out, out])
        client.sendall(marshal.dumps(said))
        number = int(answer.readline())
    os.close(out)
    wait_until(lambda: not Path(f"/proc/{number}").exists())
    assert run(program(tmp_path, "sys.exit(warm)"), {}).returncode == 1


def test_what_runs_for_a_process_that_was_killed_is_killed(tmp_path: Path) -> None:
    text = "import time; print(os.getpid(), flush=True); time.sleep(60)"
    with subprocess.Popen(program(tmp_path, text), cwd=CHECKOUT, stdout=subprocess.PIPE) as started:
        assert started.stdout
        number = int(started.stdout.readline())
        assert number != started.pid
        started.kill()
    wait_until(lambda: not Path(f"/proc/{number}").exists())


@pytest.mark.parametrize("environ", [{"PYTHONHASHSEED": "1"}, {"LC_ALL": "C"}, {"TZ": "Pacific/Auckland"}])
def test_where_python_itself_would_start_otherwise_it_starts_anew(tmp_path: Path, environ: dict[str, str]) -> None:
    assert run(program(tmp_path, "sys.exit(warm)"), environ).returncode == 0


def test_what_stands_elsewhere_starts_anew(tmp_path: Path) -> None:
    assert run(program(tmp_path, "sys.exit(warm)"), {}, folder=tmp_path).returncode == 0


def test_what_a_fork_reads_of_the_author_is_noted(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    ended = run(program(tmp_path, f"os.listdir({str(CONTENT)!r}); sys.exit(warm)"), {NOTES: str(notes)})
    assert ended.returncode == 1
    assert set(notes.read_text("utf-8").splitlines()) == {str(CONTENT)}


def test_what_waits_for_nobody_ends_with_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    own = begun()
    assert own
    text = "import time; print('begun', flush=True); time.sleep(60)"
    with subprocess.Popen(program(tmp_path, text), cwd=CHECKOUT, stdout=subprocess.PIPE) as started:
        assert started.stdout
        started.stdout.readline()
        own.end()
    assert started.returncode == UNAVAILABLE
