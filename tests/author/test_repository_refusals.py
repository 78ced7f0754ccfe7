"""What keeps the author's texts from being kept in git or sent: one sentence each, with what to do."""

import http.server
import shutil
import socket
import threading
from pathlib import Path

import pytest

from plugins.author.publication.git import NotKept
from plugins.author.publication.repository import repository
from tests.author.repositories import ENVIRON, POST, KeptDiary, git, publish

AS_IT_WAS = "Your text is kept in git on this computer; nothing was sent."


def refused(diary: KeptDiary) -> str:
    with pytest.raises(NotKept) as reason:
        publish(diary)
    return str(reason.value)


def test_a_folder_that_is_no_repository_has_none(tmp_path: Path) -> None:
    diary = KeptDiary(tmp_path)
    diary.write("content/posts/one.md", POST)
    assert repository(diary.content, ENVIRON, diary.keeping) is None


def test_a_diary_of_which_a_repository_around_it_knows_nothing_is_not_kept_there(diary: KeptDiary) -> None:
    inner = KeptDiary(diary.home / "elsewhere")
    inner.write("content/posts/one.md", POST)
    assert repository(inner.content, ENVIRON, inner.keeping) is None


def test_no_git_on_the_computer(diary: KeptDiary, tmp_path: Path) -> None:
    with pytest.raises(NotKept) as reason:
        repository(diary.content, {**ENVIRON, "PATH": str(tmp_path)}, diary.keeping)
    assert str(reason.value) == (
        "Git is not installed on this computer, so your diary cannot be kept in it. "
        "Install it from https://git-scm.com, start the desk again, and publish."
    )


def test_a_repository_that_cannot_be_read(diary: KeptDiary) -> None:
    (diary.home / ".git" / "HEAD").unlink()
    with pytest.raises(NotKept) as reason:
        repository(diary.content, ENVIRON, diary.keeping)
    assert str(reason.value) == (
        "Git cannot read the diary's folder. Show this to whoever set it up: "
        "fatal: not a git repository (or any of the parent directories): .git"
    )


def test_a_folder_that_belongs_to_somebody_else(diary: KeptDiary) -> None:
    with pytest.raises(NotKept) as reason:
        repository(diary.content, {**ENVIRON, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}, diary.keeping)
    assert str(reason.value) == (
        "Git does not trust the diary's folder, since it belongs to another user of this computer. "
        "Ask whoever set the folder up, or move the diary into a folder of your own."
    )


def test_another_program_that_uses_git_just_now(diary: KeptDiary) -> None:
    lock = diary.home / ".git" / "index.lock"
    lock.touch()
    assert refused(diary) == (
        "Another program is using git in the diary's folder just now. Wait a moment and publish again. "
        f"If that does not help, a program was stopped half way: delete {lock}."
    )
    assert lock.exists()


def test_no_name_is_guessed_for_a_commit(diary: KeptDiary) -> None:
    git(diary.home, "config", "--unset", "user.email")
    assert refused(diary) == (
        'Git does not know who you are. Type git config --global user.name "Your name", '
        "then git config --global user.email you@example.org, and publish again. "
        "Whoever can read the repository reads both, so a role and a shared address do."
    )


def test_a_detached_head(diary: KeptDiary) -> None:
    git(diary.home, "checkout", "--quiet", "--detach")
    assert refused(diary) == (
        "Your diary's folder shows an earlier state of the diary, and no branch (“detached HEAD”). "
        "Type git switch main in it, or the name of your branch, and publish again."
    )


@pytest.mark.parametrize("what", ["merge", "rebase"])
def test_what_somebody_began_by_hand_is_left_to_them(diary: KeptDiary, what: str) -> None:
    diary.committed_elsewhere({"posts/one.md": POST.replace("warm", "hot")})
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    git(diary.home, "commit", "--quiet", "--all", "-m", "Cold")
    git(diary.home, "fetch", "--quiet")
    git(diary.home, what, "origin/main", check=False)
    assert refused(diary) == (
        f"A {what} that somebody began in the diary's folder is not finished. Nothing was changed. "
        f"Type git {what} --abort in it to leave that, or finish it, and publish again."
    )
    assert "<<<<<<<" in diary.read("content/posts/one.md")


def test_files_beside_the_posts_that_are_changed(diary: KeptDiary) -> None:
    diary.committed_elsewhere({"posts/other.md": POST})
    diary.write(".gitignore", ".cache/\n")
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    assert refused(diary) == (
        "Somebody else has changed the diary, and that cannot be brought in while files beside your posts are changed "
        f"and in no commit: .gitignore. Commit them or take the changes back, then publish again. {AS_IT_WAS}"
    )
    assert diary.read(".gitignore") == ".cache/\n"
    assert diary.subjects(bare=False)[0] == "Changed: “One”"


def test_no_network(diary: KeptDiary) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        git(diary.home, "remote", "set-url", "origin", f"http://127.0.0.1:{taken.getsockname()[1]}/diary.git")
        assert refused(diary) == (
            f"origin cannot be reached. Look whether you are online, then publish again. {AS_IT_WAS}"
        )


def test_a_repository_that_is_gone(diary: KeptDiary) -> None:
    shutil.move(diary.bare, diary.bare.with_name("moved.git"))
    assert refused(diary) == (
        "There is no repository where origin should be. Type git remote -v in the diary's folder, and ask "
        f"whoever set it up for the right address. {AS_IT_WAS}"
    )


class _AsksWhoItIs(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="diary"')
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Nothing is written down."""


def test_a_host_that_asks_for_a_password_is_not_waited_for(diary: KeptDiary) -> None:
    server = http.server.HTTPServer(("127.0.0.1", 0), _AsksWhoItIs)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    git(diary.home, "remote", "set-url", "origin", f"http://me:t0ken@127.0.0.1:{server.server_port}/diary.git")
    said = refused(diary)
    server.shutdown()
    server.server_close()
    assert said == (
        "origin does not let you in. Sign in there once in a terminal, with git fetch origin in the diary's folder, "
        f"then publish again. {AS_IT_WAS}"
    )


def test_a_push_that_is_refused(diary: KeptDiary) -> None:
    hook = diary.bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho main is protected\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    assert refused(diary).startswith(
        "origin does not take changes of main from you. Ask whoever looks after the repository for the right to "
        f"write there, then publish again. {AS_IT_WAS} Git says: remote: main is protected"
    )
    assert diary.subjects() == ["Begin"]
    hook.unlink()
    publish(diary)
    assert diary.subjects() == ["Changed: “One”", "Begin"]


def test_a_push_that_comes_second(diary: KeptDiary) -> None:
    kept, remote = diary.repository, diary.repository.remote
    assert remote is not None
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    kept.commit("Mine")
    diary.committed_elsewhere({"posts/other.md": POST})
    with pytest.raises(NotKept) as reason:
        kept.push(remote)
    assert str(reason.value) == f"Somebody else changed the diary at the same moment. Publish again. {AS_IT_WAS}"


def test_a_hook_that_refuses_a_commit_leaves_the_text_in_its_file(diary: KeptDiary) -> None:
    hook = diary.home / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no commits today >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    assert refused(diary) == (
        "Git did not keep your text, which is safe in its files. Show this to whoever set git up: no commits today"
    )


def test_a_file_in_the_way_of_what_others_wrote(diary: KeptDiary) -> None:
    diary.committed_elsewhere({".hidden": "theirs"})
    diary.write("content/.hidden", "mine")
    said = refused(diary)
    assert said.startswith("What others wrote at origin could not be brought in. Your text is as it was. Show this")
    assert diary.read("content/.hidden") == "mine"
    assert diary.is_untouched()
