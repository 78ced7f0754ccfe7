"""`build --since COMMIT`: what counts as taken back, and what a build does then."""

import subprocess
from pathlib import Path

import pytest

from plugins.withdrawal.since import GO_WITHOUT, main
from tests.withdrawal.changes import KEPT, TAKEN

_POST = """---
title: One
date: 2016-10-10
workshop: {start: 2016-10-10}
agenda: [{title: Talk, materials: [{title: Sheet, file: sheet.txt}]}]
feedback:
  quotes:
    - {words: I felt heard, consent: C-1}
    - {words: It was long, consent: C-1}
photos: [{file: a.jpg, alt: A lamp of Sam, people: none}]
glossary: [{term: IRO, means: A person.}]
---
We met. Robin cried. Call 01632960001 then.

We ate.
"""
_REGISTER = "C-1: {covers: [photo, quote], until: 2030-10-31}\nC-2: {covers: [quote]}\n"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    run = subprocess.run(
        ["git", "-C", str(folder), *who, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.strip()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder in a repository, committed."""
    monkeypatch.setenv("DIARY_NOW", "2020-01-01T12:00")
    folder = tmp_path / "our diary" / "content"
    (folder / "workshops/one").mkdir(parents=True)
    (folder / "posts").mkdir()
    (folder / "workshops/one/index.md").write_text(_POST, "utf-8")
    for name in ("a.jpg", "sheet.txt", "spare.txt"):
        (folder / "workshops/one" / name).write_text(name, "utf-8")
    (folder / "posts/two.md").write_text("---\ntitle: Two\ndate: 2016-11-10\n---\nMore.\n", "utf-8")
    (folder / "posts/draft.md").write_text("---\ntitle: Three\ndate: 2016-11-10\nstatus: draft\n---\nMore.\n", "utf-8")
    (folder / "consent.yml").write_text(_REGISTER, "utf-8")
    git(tmp_path, "init", "--quiet", str(folder.parent))
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    git(folder, "add", "--all", "..")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "A change")
    return git(folder, "rev-parse", "HEAD")


def answer(content: Path, since: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["--content", str(content), "--", since])
    return code, capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("what", TAKEN)
def test_a_build_goes_without_posts_when(what: str, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, told = TAKEN[what]
    before = git(content, "rev-parse", "HEAD")
    change(content)
    commit(content)
    code, said = answer(content, before, capsys)
    assert code == GO_WITHOUT
    assert said[0] == f"Taken back since {before}:"
    assert f"  {told}" in said
    assert said[-1] == "So this build goes without every post that has something to mend."


@pytest.mark.parametrize("what", KEPT)
def test_a_build_stops_for_every_finding_when_there_is(
    what: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = git(content, "rev-parse", "HEAD")
    KEPT[what](content)
    commit(content)
    assert answer(content, before, capsys) == (0, [])


@pytest.mark.parametrize(
    ("since", "why"),
    [
        ("", "There is no earlier commit to compare with."),
        ("0" * 40, "There is no earlier commit to compare with."),
        ("1234567", "The commit 1234567 is not in this copy of the repository."),
        ("--all", "The commit --all is not in this copy of the repository."),
    ],
)
def test_a_commit_that_nobody_knows_counts_as_a_withdrawal(
    since: str, why: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = f"{why} So this build goes without every post that has something to mend."
    assert answer(content, since, capsys) == (GO_WITHOUT, [told])


def test_so_does_a_commit_that_a_shallow_clone_has_not(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = git(content, "rev-parse", "HEAD")
    commit(content)
    git(tmp_path, "clone", "--quiet", "--depth=1", content.parent.as_uri(), "shallow")
    code, said = answer(tmp_path / "shallow/content", before, capsys)
    assert (code, said[0].split(". ")[0]) == (GO_WITHOUT, f"The commit {before} is not in this copy of the repository")


def test_so_does_a_folder_that_is_in_no_repository_or_was_not_there(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "loose").mkdir()
    assert answer(tmp_path / "loose", "HEAD", capsys)[0] == GO_WITHOUT
    before = commit(content)
    content.rename(content.with_name("moved"))
    moved = content.with_name("moved")
    commit(moved)
    code, said = answer(moved, before, capsys)
    assert code == GO_WITHOUT
    assert said[0].startswith(f"The folder moved was not there at the commit {before}. ")


def test_asking_changes_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in content.parent.rglob("*") if path.is_file()}
    answer(content, "HEAD", capsys)
    assert {path: path.read_bytes() for path in content.parent.rglob("*") if path.is_file()} == before
