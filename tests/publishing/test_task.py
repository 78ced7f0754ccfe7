"""`python3 tasks.py publish` as it is typed: built, looked at, published; what is found keeps the site in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.workbench.paths import TASKS
from tests.publishing.sites import texts

_POST = "---\ntitle: One\ndate: 2016-10-10\n---\nWe met. {words}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "posts").mkdir(parents=True)
    return content


def typed(content: Path, *words: str, private: str = "") -> subprocess.CompletedProcess[str]:
    """Stand beside the content and type a line."""
    around = {"DIARY_SITE_URL": "https://Diary.test", "DIARY_NOW": "2020-01-01T12:00", "DIARY_ENVIRONMENT_MADE": "yes"}
    return subprocess.run(
        [sys.executable, str(TASKS), *words, "--content", "content", "--output", "output"],
        cwd=content.parent,
        env={**os.environ, **around, "PYTHONUTF8": "1", "DIARY_PRIVATE_WORDS_LIST": private},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_the_task_builds_looks_and_publishes_to_a_folder_beside_the_caller(content: Path) -> None:
    (content / "posts" / "one.md").write_text(_POST.format(words=""), "utf-8")
    run = typed(content, "publish", "--to", "folder:served")
    assert run.returncode == 0, run.stdout + run.stderr
    served = content.parent / "served"
    said = [line for line in run.stdout.splitlines() if line.startswith(("The last look", "Published"))]
    assert said == [
        "The last look found nothing that keeps output from going out.",
        f"Published: {served} shows the new site.",
    ]
    assert "We met." in texts(served)["posts/one/index.html"]


def test_what_the_last_look_finds_is_not_published(content: Path) -> None:
    (content / "posts" / "one.md").write_text(_POST.format(words="With Robin Quillfeather."), "utf-8")
    built = typed(content, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    run = typed(content, "publish", "--built", "--to", "folder:served", private="Robin Quillfeather\n")
    assert run.returncode == 1
    assert "line 1 of your private words stands here; take it out" in run.stderr
    assert "Quillfeather" not in run.stdout + run.stderr
    assert not (content.parent / "served").exists()


def test_where_most_is_left_out_the_rest_is_published_all_the_same_and_nobody_is_asked(content: Path) -> None:
    for number in range(60):
        (content / "posts" / f"post-{number}.md").write_text(_POST.format(words=""), "utf-8")
    assert typed(content, "publish", "--to", "folder:served").returncode == 0
    words = {"private": "x"}  # An entry that is too short: the list cannot be used, so that no post may go out.
    assert typed(content, "publish", "--to", "folder:served", **words).returncode == 1
    run = typed(content, "publish", "--leave-out", "--to", "folder:served", **words)
    assert run.returncode == 3, run.stdout + run.stderr
    assert "The site goes without something that is to be mended:\n  DIARY_PRIVATE_WORDS\n" in run.stderr
    served = texts(content.parent / "served")
    assert [path for path in served if path.startswith("posts/post-")] == []
    assert "index.html" in served


def test_an_address_with_a_slip_is_told_before_anything_is_built(content: Path) -> None:
    run = typed(content, "publish", "--to", "floder:served")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith("Did you mean an address such as folder:/srv/diary?\n")
    assert not (content.parent / "output").exists()
