"""What the steps of a withdrawal say of the past, in lines to copy."""

from pathlib import Path

import pytest

from plugins.withdrawal.__main__ import main
from plugins.withdrawal.steps import numbered
from tests.withdrawal.repositories import committed, git, looked, taken_out, told


def test_the_lines_to_type_name_every_place_of_a_picture_from_the_top(
    content: Path, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "posts/one/a.jpg").rename(content / "posts/b.jpg")
    committed(content)
    taken_out(content)
    (content / "posts/b.jpg").unlink()
    committed(content)
    assert main(["--content", str(content), "--steps", "--", "C-1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    paths = "--path 'our diary/content/posts/b.jpg' --path 'our diary/content/posts/one/a.jpg'"
    assert f"       git filter-repo --force --invert-paths {paths}" in lines
    assert any(shown[:10] in line for line in lines)


def test_without_a_repository_the_steps_say_so() -> None:
    assert "Git could not say which commits hold it: is the diary in a repository" in told(None)


def test_the_steps_tell_commits_and_names_in_lines_to_copy(content: Path, shown: str) -> None:
    git(content, "tag", "v1")
    lines = numbered((), looked(content), address="").splitlines()
    first = next(line for line in lines if "still holds it" in line)
    assert first.startswith("   - 1 commit still holds it, the first of ")
    assert lines[lines.index(first) + 1] == f"       {shown[:10]}"
    tags = lines.index("       v1")
    assert lines[tags - 2] == (
        "   - Tags that lead to it. Delete each here with git tag -d NAME, and at the host with git push"
    )
