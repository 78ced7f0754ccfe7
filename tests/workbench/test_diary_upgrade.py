"""Which version a diary's own tasks.py upgrades to, and what it says where it cannot."""

import json
from pathlib import Path

import pytest

from tests.support.releases import git, task


@pytest.mark.parametrize(
    ("typed", "handed_over"), [((), []), (("1.10.0",), []), (("--yes", "v1.10.0"), ["--yes"]), (("1.9.0",), [])]
)
def test_an_upgrade_is_a_task_of_the_newer_software(
    diary: Path, releases: Path, typed: tuple[str, ...], handed_over: list[str]
) -> None:
    answer = task(diary, releases, "upgrade", *typed)
    assert (answer.returncode, answer.stderr) == (0, "")
    words, home, file = json.loads(answer.stdout.splitlines()[-1])
    older, newer = (
        git(releases, "rev-parse", tag) for tag in ("v1.0.0^{}", "v1.9.0^{}" if "1.9.0" in typed else "v1.10.0^{}")
    )
    assert words == ["upgrade", "--before", str(diary / ".software" / older), *handed_over]
    assert (home, Path(file)) == (str(diary), diary / ".software" / newer / "tasks.py")


@pytest.mark.parametrize(
    ("has", "typed", "told"),
    [
        ("1.0.0", "9.9.9", "There is no version 9.9.9 of the software at {place}; the newest is 1.10.0."),
        ("1.0.0", "--help 9", ""),
        ("1.10.0", "", "This diary has version 1.10.0 already, and there is none newer."),
        ("1.9.0", "1.9.0", "This diary has version 1.9.0 already."),
        (
            "1.9.0",
            "1.0.0",
            "Version 1.0.0 is older than 1.9.0, which this diary has: to go back to it, take back the commit that keeps the upgrade (git revert).",
        ),
    ],
)
def test_an_upgrade_that_cannot_be_is_told_in_a_sentence(
    diary: Path, releases: Path, has: str, typed: str, told: str
) -> None:
    settings = diary / "content" / "diary.yml"
    text, commits = (
        settings.read_text("utf-8"),
        {tag: git(releases, "rev-parse", f"v{tag}^{{}}") for tag in ("1.0.0", has)},
    )
    settings.write_text(text.replace(commits["1.0.0"], commits[has]).replace("1.0.0", has), "utf-8")
    answer = task(diary, releases, "upgrade", *typed.split())
    assert answer.stderr.splitlines() == ([told.format(place=releases)] if told else [])
    assert len(list((diary / ".software").iterdir())) == 1


def test_a_place_without_any_release_is_told(diary: Path, software: Path, tmp_path: Path) -> None:
    assert task(diary, software, "serve").returncode == 0
    git(software, "tag", "--delete", "v1.0.0")
    answer = task(diary, software, "upgrade")
    assert answer.stderr == f"There is no release of the software at {software} yet.\n"
