"""A diary in a repository that shows somebody who takes that back."""

from pathlib import Path

import pytest

from tests.withdrawal.repositories import POST, TWO, committed, git


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A diary in a folder of its repository: a commit without what C-1 covers, then nothing yet."""
    folder = tmp_path / "repository" / "our diary" / "content"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts/two.md").write_text(TWO, "utf-8")
    (folder / "consent.yml").write_text("C-1: {covers: [photo, quote]}\nC-12: {covers: [photo]}\n", "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "repository")
    committed(folder)
    return folder


@pytest.fixture
def shown(content: Path) -> str:
    """The commit in which the post came."""
    (content / "posts/one").mkdir()
    (content / "posts/one/index.md").write_text(POST, "utf-8")
    (content / "posts/one/a.jpg").write_bytes(b"\xff\xd8\0 the face of somebody")
    return committed(content)
