"""The first hour of a web officer, line by line as the page tells to type it: from nothing to a published site."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT, TASKS

_PAGE = (CHECKOUT / "docs/for-web-officers/README.md").read_text("utf-8")
_BLOCK = re.compile(r"^ *```\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_PASSED_OVER = re.compile(r"git clone|cd |python3 tasks\.py serve|.*--dry-run$")
"""The software is here already, a preview never ends, and a dry run is the first half of what follows it."""
_ANSWERS = ("--name=Ours", "--introduction=We meet.", "--contact=us@our-council.test", "--address=https://diary.test")


def lines() -> Iterator[str]:
    first_hour = _PAGE.split("## Your first hour")[1].split("\n## ")[0]
    for block in _BLOCK.findall(first_hour):
        yield from (line.strip() for line in block.splitlines())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "site.git")], check=True)
    return tmp_path / "site.git"


def typed(line: str, site: Path) -> list[str]:
    """A line of the page, with this computer's places in it; questions are answered where nobody is asked."""
    places = {"../our-diary": str(site.parent / "our-diary"), "ADDRESS-OF-THE-EMPTY-REPOSITORY": str(site)}
    for told, here in places.items():
        line = line.replace(told, here)
    words = shlex.split(line)
    if words[0] == "python3":
        words[:2] = sys.executable, str(TASKS)
    if "start-diary" in words:
        words += _ANSWERS
    if "publish" in words:
        words += ["--new-branch", "--output", str(site.parent / "output")]
    return words


def test_every_line_of_the_first_hour_works_as_it_is_told(site: Path) -> None:
    home = site.parent / "home"
    home.mkdir()
    nobody = {"HOME": str(home), "GIT_CONFIG_GLOBAL": str(home / "none"), "GIT_CONFIG_NOSYSTEM": "1"}
    published = ""
    for line in lines():
        if _PASSED_OVER.match(line):
            continue
        run = subprocess.run(
            typed(line, site),
            cwd=CHECKOUT,
            env={**os.environ, **nobody, "DIARY_ENVIRONMENT_MADE": "yes"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert run.returncode == 0, line + run.stdout + run.stderr
        if "publish" in line:
            published = run.stdout
            (site.parent / "our-diary/content/pages/about.md").write_text("---\ntitle: About\n---\nUs.\n", "utf-8")
    assert "the branch gh-pages of site: 11 pages new; " in published
    assert git(site, "log", "--format=%s", "gh-pages") == "Publish the diary\n"
    kept = git(site.parent / "our-diary", "log", "--format=%s by %an")
    assert kept.startswith("Fill in the first pages by The diary team\n")


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
