"""The author's texts in git: only the diary is committed, others' work is brought in, and a killed step is gone on with."""

import signal
import subprocess
import sys

import pytest

from plugins.author.publication.repository import BothChanged
from plugins.workbench.paths import CHECKOUT
from tests.author.repositories import ENVIRON, POST, KeptDiary, git, publish
from tests.support.systems import needs_posix_shell


def test_a_commit_says_in_words_what_is_new_changed_and_gone(diary: KeptDiary) -> None:
    diary.write("content/workshops/first/index.md", "---\ntitle: Our first workshop\n---\n")
    diary.write("content/workshops/first/photos/a.jpg", "x")
    diary.write("content/workshops/first/photos/b.JPG", "x")
    diary.write("content/diary.yml", "name: D\n")
    publish(diary)
    assert git(diary.bare, "log", "-1", "--format=%B", "main").strip() == (
        "New: the settings, “Our first workshop” and 2 photos"
    )
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    (diary.content / "workshops/first/index.md").unlink()
    publish(diary)
    assert diary.subjects()[0] == "Changed: “One”; Gone: “Our first workshop”"


def test_a_post_under_another_name_is_called_renamed_with_all_that_lies_in_its_folder(diary: KeptDiary) -> None:
    diary.write("content/workshops/first/index.md", "---\ntitle: First\n---\n")
    diary.write("content/workshops/first/photos/a.jpg", "x")
    publish(diary)
    (diary.content / "workshops/first").rename(diary.content / "workshops/second")
    diary.write("content/workshops/second/index.md", "---\ntitle: Second\nformerly: [/workshops/first/]\n---\n")
    publish(diary)
    (diary.content / "posts/one.md").rename(diary.content / "posts/two.md")
    diary.write("content/posts/two.md", POST.replace("date:", "formerly: posts/one.md\ndate:"))
    publish(diary)
    assert diary.subjects()[:2] == ["Renamed: “One”", "Renamed: “First”, now “Second”"]


def test_a_long_list_stands_below_the_first_line(diary: KeptDiary) -> None:
    for number in range(5):
        diary.write(f"content/posts/p{number}.md", f"---\ntitle: A title that is rather long {number}\n---\n")
    publish(diary)
    first, empty, second = git(diary.bare, "log", "-1", "--format=%B", "main").strip().splitlines()
    assert (first, empty, second[:42]) == (
        "Change 5 things in the diary",
        "",
        "New: “A title that is rather long 0”, “A t",
    )


def test_only_the_diary_is_committed_and_what_else_is_staged_stays_staged(diary: KeptDiary) -> None:
    diary.write("theme.css", "p {}")
    git(diary.home, "add", "theme.css")
    diary.write(".cache/author/kept", "secret")
    diary.write("content/.hidden", "x")
    diary.write("content/.cache/kept", "x")
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    diary.write("content/posts/two – new.md", "---\ntitle: Two\n---\n")
    publish(diary)
    told = git(diary.bare, "-c", "core.quotePath=false", "show", "--format=", "--name-only", "main")
    assert told.splitlines() == ["content/posts/one.md", "content/posts/two – new.md"]
    assert git(diary.home, "status", "--porcelain").splitlines() == ["A  theme.css", "?? content/.hidden"]


def test_what_others_wrote_comes_in_below_the_authors_own(diary: KeptDiary) -> None:
    diary.committed_elsewhere({"posts/other.md": "---\ntitle: Theirs\n---\n"})
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    publish(diary)
    assert diary.subjects() == ["Changed: “One”", "By hand elsewhere", "Begin"]
    assert "Theirs" in diary.read("content/posts/other.md")
    diary.committed_elsewhere({"posts/other.md": "---\ntitle: Theirs again\n---\n"})
    publish(diary)
    assert "again" in diary.read("content/posts/other.md")
    assert diary.subjects()[0] == "By hand elsewhere"


def test_a_conflict_leaves_the_authors_folder_as_it_was_and_hands_out_theirs(diary: KeptDiary) -> None:
    theirs, mine = POST.replace("warm", "hot"), POST.replace("warm", "cold")
    diary.committed_elsewhere({"posts/one.md": theirs})
    diary.write("content/posts/one.md", mine)
    with pytest.raises(BothChanged) as both:
        publish(diary)
    assert both.value.theirs == {"content/posts/one.md": theirs.encode()}
    assert diary.read("content/posts/one.md") == mine
    assert diary.is_untouched()
    assert diary.subjects() == ["By hand elsewhere", "Begin"]
    publish(diary, mine=True)
    assert diary.subjects()[:2] == ["Changed: “One”", "By hand elsewhere"]
    assert git(diary.bare, "show", "main:content/posts/one.md") == mine


@pytest.mark.parametrize("is_mine_gone", [True, False])
def test_my_text_stands_where_one_of_two_deleted_what_the_other_changed(
    diary: KeptDiary, *, is_mine_gone: bool
) -> None:
    changed = POST.replace("warm", "hot")
    more = "---\ntitle: Theirs\n---\n\nTwo.\n"
    diary.committed_elsewhere({"posts/one.md": changed if is_mine_gone else None, "posts/two.md": more})
    diary.write("content/posts/one.md", POST.replace("warm", "icy"))
    diary.write("content/posts/own.md", POST)
    assert diary.repository.commit("Mine")
    if is_mine_gone:
        (diary.home / "content/posts/one.md").unlink()
    else:
        diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    with pytest.raises(BothChanged) as both:
        publish(diary)
    assert both.value.theirs == {"content/posts/one.md": changed.encode() if is_mine_gone else None}
    assert diary.is_untouched()
    publish(diary, mine=True)
    assert diary.is_untouched()
    assert git(diary.home, "status", "--porcelain") == ""
    sent = git(diary.bare, "ls-tree", "-r", "--name-only", "main", "content").splitlines()
    assert sent == [f"content/posts/{name}.md" for name in ("one", "own", "two") if name != "one" or not is_mine_gone]
    if not is_mine_gone:
        assert git(diary.bare, "show", "main:content/posts/one.md") == POST.replace("warm", "cold")
    assert diary.read("content/posts/two.md") == more


def test_a_diary_without_a_remote_is_kept_on_this_computer(diary: KeptDiary) -> None:
    git(diary.home, "remote", "remove", "origin")
    assert diary.repository.remote is None
    assert not diary.repository.commit("Nothing")


def test_a_branch_that_is_not_there_yet_is_made_and_others_are_left(diary: KeptDiary) -> None:
    git(diary.home, "switch", "--quiet", "--create", "spring")
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    publish(diary)
    assert git(diary.bare, "log", "--format=%s", "spring").splitlines() == ["Changed: “One”", "Begin"]
    assert diary.subjects() == ["Begin"]


_KILLS = "#!/bin/sh\nkill -9 $(cut -d ' ' -f 4 /proc/$PPID/stat) $PPID\n"
"""A hook that kills git, which runs it, and whoever runs git."""


@needs_posix_shell
@pytest.mark.parametrize("hook", ["pre-commit", "reference-transaction", "post-checkout", "pre-push"])
def test_whoever_is_killed_in_the_middle_of_a_step_goes_on_the_next_time(diary: KeptDiary, hook: str) -> None:
    diary.committed_elsewhere({"posts/other.md": "---\ntitle: Theirs\n---\n"})
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    place = diary.home / ".git" / "hooks" / hook
    place.parent.mkdir(exist_ok=True)
    place.write_text(_KILLS, "utf-8")
    place.chmod(0o755)
    line = "import sys; from tests.author.repositories import *; publish(KeptDiary(Path(sys.argv[1])))"
    run = subprocess.run([sys.executable, "-c", line, str(diary.home)], env=ENVIRON, cwd=CHECKOUT, check=False)
    assert run.returncode == -signal.SIGKILL
    place.unlink()
    publish(diary)
    assert diary.subjects() == ["Changed: “One”", "By hand elsewhere", "Begin"]
    assert diary.is_untouched()
    assert git(diary.home, "status", "--porcelain") == ""
