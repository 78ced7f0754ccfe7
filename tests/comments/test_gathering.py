"""Comments come from a real server; when it is down, the last ones stay, and the build says so."""

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.comments.archive import fetching
from plugins.comments.gathering import Asking, gathered
from plugins.comments.settings import CommentsSettings, comments_settings
from tests.comments.archives import said, text, thread
from tests.support.answering_host import Answer, Host, answering_host
from tests.support.diaries import without_code

TOKEN = "a-token-that-nobody-sees"
KEPT = "this site shows the comments that were kept on 2031-03-04 at 18:00 UTC"
NONE_KEPT = "no comment was kept before, so this site shows none of them; build again when it answers"


@pytest.fixture
def host() -> Iterator[Host]:
    with answering_host() as started:
        yield started


def settings(folder: Path, address: str, written: Any = None, **environ: str) -> CommentsSettings:
    (folder / "content").mkdir(exist_ok=True)
    given = {"DIARY_COMMENTS_SERVICE": address, "DIARY_COMMENTS_TOKEN": TOKEN, **environ}
    return comments_settings({"PATH": str(folder / "content"), "DIARY_COMMENTS": written or {}}, given)


def shown(held: CommentsSettings, ask: Asking = "everybody") -> tuple[list[str], list[str]]:
    """The comments that a page shows, and what is told."""
    discussion, told = gathered(held, ask=ask)
    assert TOKEN not in "".join(map(str, told))
    return [comment.id for comment in discussion.thread("posts/hello/").comments], [
        without_code(problem) for problem in told
    ]


def kept(folder: Path, document: bytes = text(thread(said("1")))) -> None:
    (folder / ".comments").mkdir(exist_ok=True)
    (folder / ".comments" / "archive.json").write_bytes(document)


def test_the_archive_is_asked_for_with_the_token_and_kept(tmp_path: Path, host: Host) -> None:
    host.answers["/archive.json"] = Answer(body=text(thread(said("17"))))
    assert shown(settings(tmp_path, host.address)) == (["17"], [])
    (asked,) = host.asked
    assert (asked[0], asked[1], asked[2]["Authorization"]) == ("GET", "/archive.json", f"Bearer {TOKEN}")
    assert (tmp_path / ".comments" / "archive.json").read_bytes() == text(thread(said("17")))
    assert [path.name for path in (tmp_path / ".comments").iterdir()] == ["archive.json"]


def test_a_check_asks_nobody(tmp_path: Path, host: Host) -> None:
    kept(tmp_path)
    assert shown(settings(tmp_path, host.address), ask="nobody") == (["1"], [])
    assert host.asked == []


def test_without_a_token_the_file_is_taken_as_it_is(tmp_path: Path, host: Host) -> None:
    kept(tmp_path)
    assert shown(settings(tmp_path, host.address, DIARY_COMMENTS_TOKEN="")) == (["1"], [])
    assert host.asked == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(401), "it does not accept DIARY_COMMENTS_TOKEN"),
        (Answer(500, b"<h1>Oh</h1>"), "it answered 500"),
        (Answer(302, headers={"Location": "https://elsewhere.example.org/"}), "it leads elsewhere; write the address that it leads to"),
        (Answer(200, b"<!DOCTYPE html><title>Sign in to this network</title>"), "it is not JSON, or was cut short"),
        (Answer(200, text(thread(said("1", parent="5")))), "threads[0].comments: 1 answers 5, which is not in this thread"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_leaves_the_last_comments_in_place(
    tmp_path: Path, host: Host, answer: Answer, why: str
) -> None:
    host.answers["/archive.json"] = answer
    asked = settings(tmp_path, host.address)
    told = f"comments: the comments service at {host.address} gave no comments: {why}; "
    assert shown(asked) == ([], [told + NONE_KEPT])
    kept(tmp_path)
    assert shown(asked) == (["1"], [told + KEPT])
    discussion, problems = gathered(asked, ask="everybody")
    assert not any(problem.stops for problem in problems)
    assert discussion.threads


def test_a_service_that_is_gone_or_slow_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setattr(fetching, "PATIENCE", 0.2)
        address = f"http://127.0.0.1:{port}/"
        told = f"comments: the comments service at {address} gave no comments: it took too long; {KEPT}"
        assert shown(settings(tmp_path, address)) == (["1"], [told])
    found, (problem,) = shown(settings(tmp_path, address))
    assert found == ["1"]
    assert "it did not answer (" in problem


def test_an_answer_without_end_is_not_read(tmp_path: Path, host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 100)
    host.answers["/archive.json"] = Answer(body=b" " * 101)
    assert "its answer is too long" in shown(settings(tmp_path, host.address))[1][0]


def test_an_archive_that_is_broken_stops_the_build(tmp_path: Path) -> None:
    kept(tmp_path, b'{"version": 1')
    found, (told,) = shown(settings(tmp_path, "https://comments.example.org/"), ask="nobody")
    assert found == []
    place = tmp_path / ".comments" / "archive.json"
    assert told == f"{place}: this archive of comments cannot be used: it is not JSON, or was cut short"
    assert gathered(settings(tmp_path, "https://comments.example.org/"), ask="nobody")[1][0].stops


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_no_archive_is_kept_or_read_where_a_repository_would_keep_it(tmp_path: Path, host: Host) -> None:
    host.answers["/archive.json"] = Answer(body=text(thread(said("17"))))
    git(tmp_path, "init")
    public = (
        "git does not ignore it, and a repository's history would keep what its writer wants gone; "
        "keep it in .comments/, or name a place outside in DIARY_COMMENTS_ARCHIVE"
    )
    place = tmp_path / ".comments" / "archive.json"
    told = [f"comments: the archive of comments cannot be kept at {place}: {public}"]
    assert shown(settings(tmp_path, host.address)) == ([], told)
    assert not place.exists()
    kept(tmp_path)
    told += [f"{place}: this archive of comments cannot be used: {public}"]
    assert shown(settings(tmp_path, host.address)) == ([], told)
    (tmp_path / ".gitignore").write_text("/.comments/\n", "utf-8")
    assert shown(settings(tmp_path, host.address)) == (["17"], [])
    git(tmp_path, "add", "--force", ".comments/archive.json")
    found, (_, told_of_tracked) = shown(settings(tmp_path, host.address))
    assert (found, public in told_of_tracked) == ([], True)


def test_without_git_nothing_can_be_taken_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    git(tmp_path, "init")
    monkeypatch.setenv("PATH", "")
    assert shown(settings(tmp_path, "https://comments.example.org/"), ask="nobody") == (["1"], [])


def test_a_repository_that_git_cannot_read_is_no_safe_place(tmp_path: Path) -> None:
    kept(tmp_path)
    git(tmp_path, "init")
    (tmp_path / ".git" / "config").write_text("[broken", "utf-8")
    found, (told,) = shown(settings(tmp_path, "https://comments.example.org/"), ask="nobody")
    assert found == []
    assert "git cannot say whether it ignores it: " in told


def test_no_archive_lies_among_the_posts(tmp_path: Path, host: Host) -> None:
    host.answers["/archive.json"] = Answer(body=text())
    place = tmp_path / "content" / "comments.json"
    found, (told,) = shown(settings(tmp_path, host.address, DIARY_COMMENTS_ARCHIVE=str(place)))
    assert told.endswith("it lies in the folder of posts, which is published; put it outside")
    assert (found, place.exists()) == ([], False)
