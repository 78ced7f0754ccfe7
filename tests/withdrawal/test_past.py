"""What git still holds of a consent that was taken back, in real repositories: every commit, and every name."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.withdrawal.repository import CannotTell
from tests.withdrawal.repositories import (
    POST,
    QUOTE,
    TWO,
    commits,
    committed,
    git,
    looked,
    names,
    taken_out,
    thrown_away,
    told,
)


def test_each_commit_between_the_first_and_the_last_holds_it_and_none_besides(content: Path, shown: str) -> None:
    (content / "posts/two.md").write_text(TWO + "Still more.\n", "utf-8")
    between = committed(content)
    taken_out(content)
    found = looked(content)
    assert [commit.name for commit in found.commits] in ([shown, between], [between, shown])  # In one second.
    assert names(found) == [("branch", "main")]
    assert (found.unnamed, found.loose, found.is_partial) == ((), 0, False)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda post: (post.parent / "spare.jpg").write_bytes((post.parent / "a.jpg").read_bytes()), "a picture alone, under another name"),
        (lambda post: post.write_text(TWO + "> They said that it\u2019s *what*\n> nobody had asked them before!\n", "utf-8"), "a quote alone, in a story"),
        (lambda post: post.write_text(TWO + "{C-1 was here\n", "utf-8"), "the number in a file that cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_commit_holds_it_that_has(content: Path, shown: str, change: Callable[[Path], object], what: str) -> None:
    (content / "posts/one/index.md").write_text(TWO, "utf-8")
    change(content / "posts/one/index.md")
    if "picture" not in what:
        (content / "posts/one/a.jpg").unlink()
    with_part = committed(content)
    (content / "posts/one/a.jpg").unlink(missing_ok=True)
    taken_out(content)
    assert commits(looked(content)) == {shown, with_part}


def test_neither_a_longer_number_nor_the_register_nor_other_words_count(content: Path) -> None:
    (content / "posts/two.md").write_text(TWO + "C-12 and what nobody had asked them.\n", "utf-8")
    committed(content)
    found = looked(content)
    assert (found.commits, found.names, found.unnamed, found.loose) == ((), (), (), 0)
    assert "In this copy of the repository nothing holds it: no commit, branch, tag or stash." in told(found)


def test_the_words_of_a_message_hold_it_too(content: Path, shown: str) -> None:
    taken_out(content)
    said = committed(content, "Quote:\n\nthey said that it's what\nnobody had asked them before")
    git(content, "tag", "--annotate", "-m", QUOTE, "quoted", "main~2")
    found = looked(content)
    assert commits(found) == {shown, said}
    assert ("tag", "quoted") in names(found)


def test_every_name_that_leads_to_it_is_told_and_with_the_last_one_it_is_gone(
    content: Path, shown: str, tmp_path: Path
) -> None:
    clean = git(content, "rev-parse", "HEAD~1")
    git(tmp_path, "init", "--quiet", "--bare", "host.git")
    git(content, "remote", "add", "origin", str(tmp_path / "host.git"))
    git(content, "push", "--quiet", "origin", f"{shown}:refs/heads/drafts", f"{clean}:refs/heads/main")
    git(content, "branch", "idea")
    git(content, "tag", "v1")
    git(content, "tag", "-a", "v2", "-m", "Two", shown)
    git(content, "tag", "before", clean)
    git(content, "notes", "--ref=host", "add", "-m", "Seen", clean)
    git(content, "update-ref", "refs/original/main", shown)
    git(content, "worktree", "add", "--quiet", "--detach", str(tmp_path / "beside"), shown)
    (content / "posts/two.md").write_text("Staged.\n", "utf-8")
    git(content, "stash", "push", "--quiet")
    git(content, "switch", "--quiet", "--detach", clean)
    git(content, "branch", "-D", "main")
    found = looked(content)
    assert names(found) == [
        ("branch", "idea"),
        ("other", "refs/original/main"),
        ("remote branch", "origin/drafts"),
        ("tag", "v1"),
        ("tag", "v2"),
        ("stash", "stash@{0}"),
        ("checkout", str(tmp_path / "beside")),
    ]
    assert len(found.commits) == 3  # The stash is two commits, each with every file.
    git(content, "branch", "-D", "idea")
    git(content, "update-ref", "-d", "refs/original/main")
    git(content, "push", "--quiet", "origin", "--delete", "drafts")
    git(content, "tag", "-d", "v1", "v2")
    git(content, "stash", "drop", "--quiet")
    git(tmp_path / "beside", "checkout", "--quiet", clean)
    found = looked(content)
    assert (names(found), len(found.commits), len(found.unnamed)) == ([], 3, 3)
    thrown_away(content)
    found = looked(content)
    assert (found.commits, found.names, found.unnamed, found.loose) == ((), (), (), 0)


def test_a_commit_whose_names_lead_out_of_the_folder_is_read_and_followed_nowhere(content: Path, shown: str) -> None:
    """git refuses such a commit from others, and keeps what somebody made by hand."""
    post = git(content, "rev-parse", f"{shown}:our diary/content/posts/one/index.md")
    tree = ""
    for name in ("one.md", "..", "..", "content", "our diary"):
        kind = f"100644 blob {post}" if not tree else f"040000 tree {tree}"
        made = ["git", "-C", str(content), "mktree"]
        tree = subprocess.run(
            made, input=f"{kind}\t{name}\n".encode(), capture_output=True, check=True
        ).stdout.decode()[:-1]
    git(content, "branch", "odd", git(content, "commit-tree", "-m", "By hand", tree))
    assert looked(content).named("branch") == ("main", "odd")


def test_an_earlier_stash_is_named_by_its_number(content: Path, shown: str) -> None:
    git(content, "checkout", "--quiet", "-B", "main", f"{shown}~1")
    for file in ("posts/three.md", "posts/four.md"):
        (content / file).write_text(POST if "three" in file else TWO, "utf-8")
        git(content, "add", ".")
        git(content, "stash", "push", "--quiet")
    thrown = looked(content)
    assert names(thrown) == [("stash", "stash@{1}")]
    assert [commit.name for commit in thrown.unnamed] == [shown]


def test_a_picture_that_was_only_added_is_told(content: Path) -> None:
    (content / "posts/one").mkdir()
    (content / "posts/one/index.md").write_text(POST, "utf-8")
    (content / "posts/one/a.jpg").write_bytes(b"\xff\xd8\0")
    git(content, "add", ".")
    found = looked(content)
    assert (found.commits, found.loose) == ((), 2)
    assert "2 files in no commit: added with git add, or left over in git's store." in told(found)


def test_a_copy_with_a_part_of_the_past_says_so(content: Path, shown: str, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "repository").as_uri(), "shallow")
    found = looked(tmp_path / "shallow/our diary/content")
    assert (commits(found), found.is_partial) == ({shown}, True)
    assert "git fetch --unshallow" in told(found)


def test_outside_a_repository_git_cannot_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "content").mkdir()
    with pytest.raises(CannotTell, match=r"^The folder content lies in no git repository\.$"):
        looked(tmp_path / "content")
