"""One build at a time; the lock dies with its holder."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from plugins.engine.failure import BuildFailed
from plugins.engine.lock import Lock, lock
from tests.engine.rehearsal import done, lock_a_file_that_its_last_holder_takes_away
from tests.engine.small_site import CHECKOUT
from tests.support.systems import needs_forks

_HOLD = """
import sys; from pathlib import Path; from plugins.engine.lock import lock
held = lock(Path(sys.argv[1]), output=Path("output"), say=print)
print("held", flush=True); sys.stdin.readline()
"""


def taken(path: Path, said: list[str], patience: float = 60.0) -> Lock:
    return lock(path, output=Path("output"), say=said.append, patience=patience)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".output.lock"


def test_a_free_lock_is_taken_at_once_and_leaves_no_file_behind(path: Path) -> None:
    said: list[str] = []
    held = taken(path, said)
    assert held.is_held
    held.release()
    held.release()
    assert (held.is_held, path.exists(), said) == (False, False, [])


def test_who_comes_second_says_so_and_waits(path: Path) -> None:
    said: list[str] = []
    first = taken(path, said)
    second: list[Lock] = []
    waiter = threading.Thread(target=lambda: second.append(taken(path, said)))
    waiter.start()
    while not said:
        time.sleep(0.01)
    assert second == []
    first.release()
    waiter.join(10)
    assert second[0].is_held
    assert path.exists()
    assert said == ["Another build is writing output; waiting for it to finish…"]
    second[0].release()


def test_many_at_once_take_turns(path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def take_a_turn() -> None:
        held = taken(path, [])
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.002)
        inside.pop()
        held.release()

    threads = [threading.Thread(target=take_a_turn) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == [1] * 8
    assert not path.exists()


def test_patience_ends_with_a_sentence(path: Path) -> None:
    first = taken(path, [])
    with pytest.raises(BuildFailed) as failure:
        taken(path, [], patience=0.0)
    assert failure.value.code == (
        "Another build has been writing output for 0 minutes. Stop it, then build again. "
        "Nothing was published: what was there before is still there."
    )
    first.release()


def test_the_lock_of_a_killed_build_is_free(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    assert path.exists()
    said: list[str] = []
    taken(path, said).release()
    assert said == []


@needs_forks
def test_a_file_that_its_last_holder_takes_away_is_no_lock(path: Path) -> None:
    assert done(lock_a_file_that_its_last_holder_takes_away, path) == 0


def test_a_link_planted_under_the_locks_name_is_not_followed(path: Path, tmp_path: Path) -> None:
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="this is a link to another place"):
        taken(path, [])
    assert not (tmp_path / "elsewhere").exists()
