"""The tasks of a diary that has its own folder: fetched, checked, and handed over to."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.workbench import start_diary
from plugins.workbench.software import SoftwareAtHand, without_secret
from tests.workbench.test_start_diary import started

SOFTWARE = (
    "import json, os, sys\n"
    "print(json.dumps([sys.argv[1:], os.environ['DIARY_HOME'], __file__]))\n"
    "sys.exit(3 if 'check' in sys.argv else 0)\n"
)


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    run = subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return run.stdout.strip()


@pytest.fixture
def software(tmp_path: Path) -> Path:
    """A repository with a version of a software that says how it was called."""
    folder = tmp_path / "software"
    folder.mkdir()
    git(folder, "init", "--quiet", "-b", "main")
    (folder / "tasks.py").write_text(SOFTWARE, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "First")
    git(folder, "tag", "v1.0.0")
    return folder


@pytest.fixture
def diary(tmp_path: Path, software: Path) -> Path:
    """A diary that names the first version."""
    folder = started(tmp_path)
    settings = folder / "content" / "diary.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("software:")]
    named = f"software: {{version: 1.0.0, commit: {git(software, 'rev-parse', 'HEAD')}}}"
    settings.write_text("\n".join([*lines, named, ""]), "utf-8")
    return folder


def task(diary: Path, software: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    around = {**os.environ, "DIARY_SOFTWARE": str(software)}
    command = [sys.executable, str(diary / "tasks.py"), *words]
    return subprocess.run(command, cwd=diary.parent, env=around, capture_output=True, encoding="utf-8", check=False)


def test_a_task_is_the_softwares_and_knows_whose_diary_it_is_for(diary: Path, software: Path) -> None:
    first = task(diary, software, "serve", "--port", "9")
    assert first.returncode == 0, first.stderr
    fetching, said = first.stdout.splitlines()
    assert fetching == "Fetching the software, version 1.0.0 …"
    words, home, file = json.loads(said)
    assert (words, home) == (["serve", "--port", "9"], str(diary))
    assert Path(file).parents[1] == diary / ".software"
    shutil.rmtree(software)
    again = task(diary, software, "check")
    assert (again.returncode, again.stderr) == (3, "")
    assert json.loads(again.stdout)[0] == ["check"]
    assert git(diary, "status", "--porcelain") == "M content/diary.yml"


@pytest.mark.parametrize(
    "written",
    [
        "software:\n  version: '1.0.0'\n  commit: \"{}\"\n",
        "software: {{commit: '{}', version: \"1.0.0\"}}\n",
        "software: # was commit: 0000000000000000000000000000000000000000\n  # was commit: 1111111111111111111111111111111111111111, "
        "version: 2.0.0\n  version: 1.0.0\n  commit: {}\n",
        "software:\n  # ours\n  commit: {}\n\n  version: 1.0.0\nseries: 3\n",
    ],
)
def test_the_software_is_found_however_it_is_written(diary: Path, software: Path, written: str) -> None:
    settings = diary / "content" / "diary.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("software:")]
    named = written.format(git(software, "rev-parse", "HEAD"))
    settings.write_text("\ufeff" + "\n".join([*lines, named]), "utf-8")
    assert task(diary, software, "serve").returncode == 0


@pytest.mark.parametrize(
    ("remote", "kept"),
    [
        ("https://oauth2:TOKEN@host.example/a.git", "https://host.example/a.git"),
        ("https://TOKEN@host.example/a@b.git", "https://host.example/a@b.git"),
        ("https://me@example.org:TOKEN@host.example/a", "https://host.example/a"),
        ("ssh://git:TOKEN@host.example/a", "ssh://git@host.example/a"),
        ("ssh://git@host.example/a", "ssh://git@host.example/a"),
        ("git@host.example:a.git", "git@host.example:a.git"),
    ],
)
def test_no_token_of_the_softwares_own_remote_gets_into_a_diary(remote: str, kept: str) -> None:
    assert without_secret(remote) == kept


def test_software_that_was_changed_since_is_not_run(diary: Path, software: Path) -> None:
    task(diary, software, "serve")
    [place] = (diary / ".software").iterdir()
    (place / "tasks.py").write_text("print('another')\n", "utf-8")
    answer = task(diary, software, "serve")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert (
        answer.stderr
        == f"Something has changed the software in {place}; take that folder away and run the same line again\n"
    )


def test_no_place_of_the_software_can_end_the_line_that_it_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "soft\"ware'; print(1) #\\"
    monkeypatch.setattr(start_diary, "software_at_hand", lambda: SoftwareAtHand("1.0.0", "a" * 40, place))
    tasks = (started(tmp_path) / "tasks.py").read_text("utf-8")
    [line] = [line for line in tasks.splitlines() if line.startswith("SOURCE")]
    assert ast.literal_eval(line.partition(" or ")[2]) == place


def test_a_version_that_leads_elsewhere_now_is_not_run(diary: Path, software: Path) -> None:
    (software / "tasks.py").write_text("print('another')\n", "utf-8")
    git(software, "commit", "--quiet", "-am", "Second")
    git(software, "tag", "--force", "v1.0.0")
    moved = task(diary, software, "serve")
    assert moved.returncode == 1
    assert moved.stderr == (
        "Version 1.0.0 is another commit there than content/diary.yml names, so nothing of it was run.\n"
    )
    assert not any((diary / ".software").glob("*[0-9a-f]"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("software:", "# software:"), "content/diary.yml names no software; write a line such as software: {version"),
        (("commit: ", "commit: zz"), "content/diary.yml names no software; write a line such as software: {version"),
    ],
)
def test_a_diary_that_names_no_software_says_so(
    diary: Path, software: Path, change: tuple[str, str], told: str
) -> None:
    settings = diary / "content" / "diary.yml"
    settings.write_text(settings.read_text("utf-8").replace(*change), "utf-8")
    answer = task(diary, software, "serve")
    assert answer.returncode == 1
    assert answer.stderr.startswith(told)


def test_a_place_without_the_commit_is_told(diary: Path, tmp_path: Path) -> None:
    answer = task(diary, tmp_path / "nowhere", "serve")
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1].startswith(f"The software could not be fetched from {tmp_path / 'nowhere'}:")


def test_a_new_diary_names_the_software_that_made_it_and_holds_what_hosts_ask_for(tmp_path: Path) -> None:
    folder = started(tmp_path)
    assert "software: {version: " in (folder / "content/diary.yml").read_text("utf-8")
    publish = (folder / ".github/workflows/publish.yml").read_text("utf-8")
    assert "python3 tasks.py build --leave-out" in publish
    assert "docs/for-web-officers" not in publish
    pages = (folder / ".gitlab-ci.yml").read_text("utf-8")
    assert "stages: [publish, afterwards]\n" in pages
    assert "tasks.py test" not in pages
    assert "tasks.py build --leave-out" in (folder / "netlify.toml").read_text("utf-8")
    assert (folder / "Write (Windows).cmd").read_bytes().startswith(b"@echo off\r\n")
    for starter in ("Write (Mac).command", "write.sh"):
        assert os.access(folder / starter, os.X_OK)
        assert (folder / starter).read_text("utf-8").endswith("exec python3 tasks.py serve --open\n")
    assert "/.software/" not in git(folder, "ls-files")
    assert ".software/\n" in (folder / ".gitignore").read_text("utf-8")
