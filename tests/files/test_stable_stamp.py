"""What tells, without opening it, that a file is as it was."""

import time
from pathlib import Path

import pytest

from plugins.files import stable_stamp


def test_a_file_that_was_changed_a_moment_ago_may_change_unseen_and_an_older_one_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"1")
    assert stable_stamp(file) is None
    later = time.time_ns() + 10**13
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before = stable_stamp(file)
    assert before is not None
    file.write_bytes(b"12")
    assert stable_stamp(file) not in (before, None)


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stable_stamp(tmp_path / "none") is None
