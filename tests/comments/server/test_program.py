"""The program: what it says when it cannot start."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.comments.server.password import is_right
from plugins.comments.server.settings import TOKEN
from plugins.workbench.paths import CHECKOUT
from tests.support.comment_services import PASSWORD, SECRET, settings_in, toml_of, write_threads


def run(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "plugins.comments.server", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, TOKEN: SECRET},
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_threads(tmp_path)
    path = tmp_path / "comments.toml"
    path.write_text(toml_of(settings_in(tmp_path)), "utf-8")
    return path


def test_settings_can_be_checked_without_a_start(file: Path) -> None:
    checked = run("--check", "--settings", str(file))
    assert (checked.returncode, checked.stdout) == (0, "The settings are whole.\n")


def test_settings_that_do_not_hold_are_told_without_a_traceback(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("site =", "sight ="), "utf-8")
    refused = run("--settings", str(file))
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The service does not start with {file}:\n- site: is missing")


def test_a_database_that_is_none_is_told(file: Path, tmp_path: Path) -> None:
    (tmp_path / "comments.db").write_text("This is no database, and was never one." * 50, "utf-8")
    refused = run("--settings", str(file))
    assert (refused.returncode, refused.stderr) == (
        1,
        f"The database {tmp_path / 'comments.db'} cannot be opened: file is not a database\n",
    )


def test_a_port_that_is_taken_is_told(file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        file.write_text(file.read_text("utf-8").replace("127.0.0.1:8010", f"127.0.0.1:{port}"), "utf-8")
        refused = run("--settings", str(file))
    assert refused.returncode == 1
    assert refused.stderr.endswith(f"127.0.0.1:{port} cannot be listened at: Address already in use\n")


def test_a_password_becomes_a_line_for_the_settings() -> None:
    made = run("--password", typed=f"{PASSWORD}\n")
    assert made.returncode == 0
    name, _, quoted = made.stdout.strip().partition(" = ")
    assert name == "password"
    assert is_right(PASSWORD, quoted.strip('"'))


def test_a_short_password_is_not_taken() -> None:
    refused = run("--password", typed="hunter2\n")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == ("Take a longer one: 12 letters at least. Four words in a row are easy to remember.\n")
