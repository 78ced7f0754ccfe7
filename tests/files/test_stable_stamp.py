"""What tells, without opening it, that a file is as it was."""

import time
from pathlib import Path

import pytest

from plugins.files import is_stable, whole_stamp


def test_a_file_that_was_changed_a_moment_ago_may_change_unseen_and_an_older_one_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"1")
    before = whole_stamp(file)
    assert not is_stable(before)
    later = time.time_ns() + 10**13
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert is_stable(before)
    assert whole_stamp(file) == before
    file.write_bytes(b"12")
    assert whole_stamp(file) not in (before, None)


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert whole_stamp(tmp_path / "none") is None
    assert not is_stable(None)
