"""What `python3 tasks.py …` does on a computer with nothing but Python."""

import ast
import os
import runpy
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.checkout import Clone, clone_below, write_lock
from tests.support.systems import needs_signals

NAMES = [
    "accessibility",
    "audit",
    "build",
    "check",
    "clean",
    "comments",
    "explain",
    "headers",
    "import",
    "import-comments",
    "left-out",
    "lint",
    "lock",
    "look",
    "proof",
    "publish",
    "put-up",
    "release",
    "rollback",
    "sbom",
    "serve",
    "start-diary",
    "test",
    "upgrade",
    "withdraw",
]
MINOR = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone in which a task has run once."""
    made = clone_below(tmp_path_factory.mktemp("clone"))
    assert made.task("--list").returncode == 0
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> Clone:
    return clone_below(tmp_path)


def test_with_nothing_but_python_the_first_task_sets_up_and_runs(fresh: Clone) -> None:
    first = fresh.task("--list", uv=False)
    assert first.stderr == ""
    assert first.returncode == 0
    said = first.stdout.splitlines()
    assert said[:2] == [
        f"Setting up Python {MINOR} in .venv with pip, which takes a minute …",
        "Installing the packages of requirements.lock …",
    ]
    assert [line.split()[0] for line in said if line.startswith("  ") and line[2] != " "] == NAMES


def test_uv_sets_up_if_there_is_one(fresh: Clone) -> None:
    assert fresh.task("--list").stdout.startswith(f"Setting up Python {MINOR} in .venv with uv …\n")


def test_a_terminal_of_few_letters_ends_nothing(fresh: Clone) -> None:
    answer = fresh.task("--list", more={"PYTHONIOENCODING": "ascii"})
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"Setting up Python {MINOR} in .venv with uv ?\n")


def test_the_second_task_runs_at_once(clone: Clone) -> None:
    again = clone.task("--list")
    assert (again.returncode, again.stdout.splitlines()[0]) == (0, "Subcommands:")


def test_a_half_made_environment_is_made_anew(clone: Clone) -> None:
    (clone.folder / ".venv" / "diary-stamp.txt").unlink()
    left_over = clone.folder / ".venv" / "left-over"
    left_over.touch()
    again = clone.task("--list")
    assert again.returncode == 0
    assert "The old .venv does not fit any more (or was never finished): making a new one." in again.stdout
    assert not left_over.exists()


def test_a_changed_lock_makes_the_environment_anew(clone: Clone) -> None:
    write_lock(clone, remark="changed")
    assert clone.task("--list").stdout.startswith("Setting up")
    assert not clone.task("--list").stdout.startswith("Setting up")


def test_what_tests_need_is_added_by_the_first_task_that_tests(clone: Clone) -> None:
    clone.task("--list")
    shutil.copy(clone.folder / "requirements.lock", clone.folder / "requirements-dev.lock")
    first, second = (clone.task("audit").stdout for _ in range(2))
    assert first.startswith("Installing the packages of requirements-dev.lock …\n")
    assert "Installing" not in second + clone.task("--list").stdout


def test_packages_with_another_hash_are_refused(fresh: Clone) -> None:
    lock = fresh.folder / "requirements.lock"
    lock.write_text(f"invoke==3.0.3 --hash=sha256:{'0' * 64}\n", "utf-8")
    for uv in (True, False):
        refused = fresh.task("--list", uv=uv)
        assert refused.returncode == 1
        assert refused.stderr.endswith(
            "The packages could not be installed; the lines above say why. Is this computer online?\n"
            "Mend that, then run the same task again.\n"
        )
        assert "Traceback" not in refused.stdout + refused.stderr
        assert not (fresh.folder / ".venv" / "diary-stamp.txt").exists()


def test_a_debian_without_ensurepip_is_told_the_one_line(fresh: Clone) -> None:
    """The module is hidden, as Debian leaves it out."""
    hiding = fresh.home / "sitecustomize.py"
    hiding.write_text("import sys\nsys.modules['ensurepip'] = None\n", "utf-8")
    told = fresh.task("build", uv=False, more={"PYTHONPATH": str(fresh.home)})
    assert told.returncode == 1
    assert told.stderr == (
        "\nThis Python cannot make an environment: its parts venv and ensurepip are not installed.\n"
        "On Debian or Ubuntu, type this, then run the same task again:\n\n"
        f"    sudo apt install python{MINOR}-venv\n\n"
    )


def test_an_old_python_gets_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(sys, "version", "3.9.2 (default, Feb 28 2021)")
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(CHECKOUT / "tasks.py"), run_name="__main__")
    assert ended.value.code == (
        "The diary needs Python 3.11 or newer, and this is Python 3.9.2: "
        "get a newer one from https://www.python.org/downloads/ and run the same line with it."
    )


def test_an_old_python_can_read_the_file_that_says_so() -> None:
    source = (CHECKOUT / "tasks.py").read_text("ascii")
    assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.JoinedStr)]


def test_a_misspelt_task_is_answered_with_the_one_that_was_meant(clone: Clone) -> None:
    misspelt = clone.task("biuld")
    assert (misspelt.returncode, misspelt.stdout) == (2, "")
    assert misspelt.stderr == (
        f'There is no task "biuld". Did you mean build? The tasks are {", ".join(NAMES[:-1])} and {NAMES[-1]}.\n'
    )


def test_a_task_without_what_stands_behind_it_says_what_that_is(clone: Clone) -> None:
    alone = clone.task("withdraw")
    assert (alone.returncode, alone.stdout) == (2, "")
    assert alone.stderr == "Something is missing behind withdraw: the number of the consent, such as C-09.\n"


def test_a_port_that_is_none_is_answered_plainly(clone: Clone) -> None:
    answer = clone.task("serve", "--port", "abc")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == 'found --port "abc"; write a whole number from 1 to 65535, such as 8000\n'


@pytest.mark.parametrize("task", ["serve", "build", "check"])
def test_a_content_folder_that_is_not_there_is_told(clone: Clone, task: str) -> None:
    answer = clone.task(task, "--content", "nowhere")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == (
        f"There is no folder {clone.home / 'nowhere'}: "
        "write the one that holds the diary's posts, such as --content content\n"
    )


def test_a_folder_is_looked_for_where_the_caller_stands_and_the_exit_code_is_kept(clone: Clone) -> None:
    (clone.wheels / "my posts").mkdir()
    served = clone.task("serve", "--content", "my posts", cwd=clone.wheels)
    assert served.returncode == 5
    assert served.stdout == f"started with {['--content', str(clone.wheels / 'my posts'), '--port', '8000']}\n"


@contextmanager
def serving(clone: Clone) -> Iterator["subprocess.Popen[str]"]:
    """The task `serve`, with a preview that waits for its end."""
    with subprocess.Popen(
        [sys.executable, clone.folder / "tasks.py", "serve", "--port", "4321"],
        env=clone.environ(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("started with")
        yield process


@needs_signals
def test_ctrl_c_ends_the_preview_cleanly(clone: Clone) -> None:
    with serving(clone) as process:
        os.killpg(process.pid, signal.SIGINT)
        said, complained = process.communicate(timeout=20)
    assert (said, complained, process.returncode) == ("goodbye 2\n", "", 7)


@needs_signals
def test_a_task_that_is_told_to_end_ends_the_preview_too(clone: Clone) -> None:
    with serving(clone) as process:
        process.terminate()
        _, complained = process.communicate(timeout=20)  # Ends only when the preview has closed its output.
    assert (complained, process.returncode) == ("", 143)


def test_clean_needs_no_environment_and_takes_it_away(fresh: Clone) -> None:
    (fresh.folder / ".venv").mkdir()
    (fresh.folder / "output").mkdir()
    assert fresh.task("clean").stdout == "Removed output, .venv.\n"
    assert not (fresh.folder / ".venv").exists()
    assert (fresh.folder / "content").exists()
    assert fresh.task("clean").stdout == "Nothing to remove.\n"


def test_invoke_shows_the_same_tasks() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "invoke", "--list", "--list-format=flat"],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = listed.stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2:3].strip()] == NAMES


def test_the_page_for_contributors_names_every_task() -> None:
    page = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in NAMES if f"`python3 tasks.py {name}`" not in page] == []
