"""The desk is killed while it publishes: its next press goes on, and nothing is lost or sent twice."""

import os
from http.client import HTTPException

import pytest

from tests.author.editor_forms import Visitor
from tests.author.editor_process import editor_process
from tests.author.repositories import ENVIRON, POST, KeptDiary, git, publish
from tests.support.systems import needs_posix_shell
from tests.support.waiting import wait_until

pytestmark = needs_posix_shell


def press_publish(visitor: Visitor) -> None:
    """Twice: the first time, what will change is shown."""
    for _ in range(2):
        visitor.post("/publish", [*visitor.get("/publish").form.pairs, ("do", "publish")])
        wait_until(lambda: "Refresh" not in visitor.get("/publish").headers)


def killed_by(diary: KeptDiary, program: str, script: str) -> None:
    """The desk presses Publish, and what answers it at the repository kills it."""
    with editor_process(diary.content) as editor:
        answering = diary.home.parent / program
        answering.write_text(f"#!/bin/sh\nkill -9 {editor.process.pid}\n{script}\n", "utf-8")
        answering.chmod(0o755)
        git(diary.home, "config", f"remote.origin.{program}", str(answering))
        with pytest.raises((OSError, HTTPException)):
            press_publish(Visitor(editor.port))
        assert editor.process.wait(timeout=60) == -9
    git(diary.home, "config", "--unset", f"remote.origin.{program}")


def test_a_desk_that_is_killed_while_it_fetches_and_while_it_sends_goes_on(
    diary: KeptDiary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in set(os.environ) - set(ENVIRON):
        monkeypatch.delenv(name)
    for name, value in {**ENVIRON, "DIARY_ENVIRONMENT_MADE": "yes", "DIARY_NOW": "2020-01-01T12:00"}.items():
        monkeypatch.setenv(name, value)
    diary.write("content/diary.yml", "name: Our diary\naddress: https://diary.test\n")
    diary.write("content/posts/one.md", POST.replace("warm", "cold"))
    diary.committed_elsewhere({"posts/other.md": POST.replace("One", "Theirs")})
    killed_by(diary, "uploadpack", "kill -9 $PPID")  # Git as well: as when the power goes.
    assert diary.subjects() == ["By hand elsewhere", "Begin"]
    killed_by(diary, "receivepack", 'exec git-receive-pack "$@"')  # Git goes on, and nobody hears of it.
    wait_until(lambda: len(diary.subjects()) > 2)
    publish(diary)
    assert diary.subjects() == ["New: the settings; Changed: “One”", "By hand elsewhere", "Begin"]
    assert diary.is_untouched()
    assert git(diary.home, "status", "--porcelain") == ""
