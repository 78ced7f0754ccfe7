"""When an environment fits, and when it must be made anew."""

from pathlib import Path

import pytest

from plugins.workbench.environment import STAMP, is_stamped, put_stamp, stamp_for


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    lock = tmp_path / "requirements.lock"
    lock.write_bytes(b"invoke==3.0.3\n")
    return lock


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    environment = tmp_path / ".venv"
    environment.mkdir()
    return environment


def test_a_stamped_environment_fits(lock: Path, environment: Path) -> None:
    put_stamp(environment, stamp_for(lock, environment))
    assert is_stamped(environment, stamp_for(lock, environment))


def test_an_environment_that_was_never_finished_has_no_stamp(lock: Path, environment: Path) -> None:
    assert not is_stamped(environment, stamp_for(lock, environment))


def test_an_environment_without_a_folder_does_not_fit(lock: Path, tmp_path: Path) -> None:
    assert not is_stamped(tmp_path / "nowhere", stamp_for(lock, tmp_path / "nowhere"))


@pytest.mark.parametrize("found", [b"", b"python: cpython 2.7", b"\xff\xfe"])
def test_a_stamp_that_says_something_else_does_not_fit(lock: Path, environment: Path, found: bytes) -> None:
    (environment / STAMP).write_bytes(found)
    assert not is_stamped(environment, stamp_for(lock, environment))


def test_another_package_asks_for_another_environment(lock: Path, environment: Path) -> None:
    before = stamp_for(lock, environment)
    lock.write_bytes(b"invoke==3.0.4\n")
    assert stamp_for(lock, environment) != before


def test_other_line_ends_are_the_same_lock(lock: Path, environment: Path) -> None:
    before = stamp_for(lock, environment)
    lock.write_bytes(b"invoke==3.0.3\r\n")
    assert stamp_for(lock, environment) == before


def test_an_environment_does_not_survive_a_move(lock: Path, environment: Path, tmp_path: Path) -> None:
    put_stamp(environment, stamp_for(lock, environment))
    moved = environment.rename(tmp_path / "moved")
    assert not is_stamped(moved, stamp_for(lock, moved))
