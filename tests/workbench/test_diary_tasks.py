"""The tasks of a diary that has its own folder: fetched, checked, and handed over to."""

import ast
import json
import os
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest

from plugins.settings import read_diary_file
from plugins.workbench.software import SoftwareAtHand, software_at_hand, without_secret
from tests.support.releases import git, task
from tests.workbench.test_start_diary import started


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


COMMIT = "0123456789abcdef0123456789abcdef01234567"
WAYS = (
    "software:\n  version: '1.0.0'\n  commit: \"{}\"\n",
    "software: {{commit: '{}', version: \"1.0.0\"}}\n",
    "software: # was commit: 0000000000000000000000000000000000000000\n  # was commit: 1111111111111111111111111111111111111111, "
    "version: 2.0.0\n  version: 1.0.0\n  commit: {}\n",
    "software:\n  # ours\n  commit: {}\n\n  version: 1.0.0\nseries: 3\n",
    '"software":\n  "version": 1.0.0\n  "commit": {}\n',
    "'software' : {{'version':  '1.0.0', 'commit': '{}'}}\n",
    "software: {{\n  version: 1.0.0,\n  commit: {}\n}}\nseries: 3\n",
    "software:\n    commit:\n      {}\n    version:\n      1.0.0\n",
    "menu: [about]\r\nsoftware:\r\n  version: 1.0.0\r\n  commit: {}\r\n",
    "publish_to:\n  software: folder:/version:9.9.9\nsoftware: {{version: 1.0.0, commit: {}}}\n",
)
WHOLE = (
    "name: Ours\n{}",
    "---\nname: Ours\n{}",
    "\ufeffname: Ours\n{}",
)
IN_BRACES = (
    '{{"name": "Ours", "software": {{"version": "1.0.0", "commit": "{}"}}}}',
    "---\n{{\n  name: Ours, software: {{version: 1.0.0,\n  commit: {}}},\n  series: 3}}\n",
)


@pytest.mark.parametrize("text", [*(whole.format(way) for whole in WHOLE for way in WAYS), *IN_BRACES])
def test_the_software_is_found_however_it_is_written_as_the_settings_find_it(tmp_path: Path, text: str) -> None:
    text = text.format(COMMIT)
    diary = tmp_path / "ours"
    (diary / "content").mkdir(parents=True)
    (diary / "content/diary.yml").write_bytes(text.encode())
    read = read_diary_file(diary / "content")
    assert [str(problem) for problem in read.problems if problem.code != "wrong-place"] == []
    assert read.settings is not None
    assert read.settings.software is not None
    tasks = started(tmp_path / "other") / "tasks.py"
    shutil.copy(tasks, diary)
    assert own_tasks(diary)["named"]() == (read.settings.software.version, read.settings.software.commit)


def own_tasks(diary: Path) -> dict[str, Any]:
    """What the diary's tasks.py defines, without its being run."""
    return runpy.run_path(str(diary / "tasks.py"))


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


def test_no_place_of_the_software_can_end_the_line_that_it_stands_in(tmp_path: Path) -> None:
    place = "soft\"ware'; print(1) #\\"
    tasks = (started(tmp_path, SoftwareAtHand("1.0.0", "a" * 40, place)) / "tasks.py").read_text("utf-8")
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


def test_a_place_that_cannot_be_reached_is_told_without_its_token(diary: Path, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    for place, shown in {nowhere: nowhere, "https://TOKEN@host.invalid:1/a": "https://host.invalid:1/a"}.items():
        answer = task(diary, place, "serve")
        assert (answer.returncode, answer.stdout) == (1, "")
        assert answer.stderr == (
            f"The software could not be reached at {shown}, so nothing was done; try again when it can be.\n"
        )


def test_a_version_that_was_never_released_is_not_run(diary: Path, software: Path) -> None:
    git(software, "tag", "--delete", "v1.0.0")
    answer = task(diary, software, "serve")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == f"There is no version 1.0.0 of the software at {software}, so nothing of it was run.\n"


def test_in_a_hook_of_gits_each_repository_is_still_asked_for_its_own(diary: Path, software: Path) -> None:
    around = {"GIT_DIR": str(diary / ".git"), "GIT_INDEX_FILE": str(diary / ".git/index"), "GIT_WORK_TREE": str(diary)}
    for _ in range(2):
        answer = task(diary, software, "serve", **around)
        assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout)[0] == ["serve"]


def test_a_clone_names_the_newest_release_that_it_holds(releases: Path, software: Path, tmp_path: Path) -> None:
    assert software_at_hand(releases) == SoftwareAtHand(
        "1.10.0", git(releases, "rev-parse", "v1.10.0^{}"), releases.as_posix()
    )
    git(releases, "checkout", "--quiet", "v1.9.0")
    git(releases, "remote", "add", "origin", "https://me:TOKEN@host.example/a.git")
    assert software_at_hand(releases) == SoftwareAtHand(
        "1.9.0", git(releases, "rev-parse", "HEAD"), "https://host.example/a.git"
    )
    assert software_at_hand(tmp_path) == SoftwareAtHand("", "", tmp_path.as_posix())


PROPOSALS = (".github/pull_request_template.md", ".gitlab/merge_request_templates/Default.md")


def test_a_new_diary_names_the_software_that_made_it_and_holds_what_hosts_ask_for(tmp_path: Path) -> None:
    folder = started(tmp_path)
    assert "\nsoftware: {version: 1.0.0, commit: 0123" in (folder / "content/diary.yml").read_text("utf-8")
    publish = (folder / ".github/workflows/publish.yml").read_text("utf-8")
    assert "python3 tasks.py build --leave-out" in publish
    assert "docs/for-web-officers" not in publish
    pages = (folder / ".gitlab-ci.yml").read_text("utf-8")
    assert "stages: [publish, afterwards]\n" in pages
    assert "tasks.py test" not in pages
    assert "tasks.py check\n" in pages
    check = (folder / ".github/workflows/check.yml").read_text("utf-8")
    assert "tasks.py check --github" in check
    assert "docs/for-authors" not in check
    asked = [(folder / place).read_text("utf-8") for place in PROPOSALS]
    assert asked[0] == asked[1]
    assert "- [ ] Nobody is named" in asked[0]
    assert "tasks.py build --leave-out" in (folder / "netlify.toml").read_text("utf-8")
    assert (folder / "Write (Windows).cmd").read_bytes().startswith(b"@echo off\r\n")
    for starter in ("Write (Mac).command", "write.sh"):
        assert os.access(folder / starter, os.X_OK)
        assert (folder / starter).read_text("utf-8").endswith("exec python3 tasks.py serve --open\n")
    assert "/.software/" not in git(folder, "ls-files")
    assert ".software/\n" in (folder / ".gitignore").read_text("utf-8")
