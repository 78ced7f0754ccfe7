"""Work shared out to all cores."""

import os
import signal
import threading
from collections.abc import Callable

import pytest

from plugins.engine import cores
from plugins.engine.cores import mapped
from plugins.engine.failure import BuildFailed
from tests.support.systems import needs_signals

PARENT = os.getpid()


@pytest.fixture(autouse=True)
def _three_cores_and_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build; the tests themselves may run beside threads of their runner."""
    monkeypatch.setattr(cores, "_cores", lambda: 3)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def with_process(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@needs_signals
def test_what_comes_out_stands_in_the_order_of_what_went_in() -> None:
    for count in (9, 10, 11):
        made = mapped(with_process, range(count), at_least=3)
        assert [square for square, _ in made] == [number * number for number in range(count)]
        assert len({process for _, process in made}) == 3


@needs_signals
def test_what_is_loaded_for_the_first_is_loaded_once_and_every_fork_has_it() -> None:
    loaded: list[int] = []

    def loading(_: int) -> int:
        if not loaded:
            loaded.append(os.getpid())
        return loaded[0]

    assert set(mapped(loading, range(9), at_least=3)) == {os.getpid()}


@needs_signals
def test_a_little_work_is_done_in_this_process() -> None:
    assert {process for _, process in mapped(with_process, range(5), at_least=3)} == {os.getpid()}
    assert mapped(with_process, (), at_least=3) == []


def test_beside_a_thread_nothing_forks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert {process for _, process in mapped(with_process, range(9), at_least=3)} == {os.getpid()}


def failing(fault: Callable[[], BaseException], *, at: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == at:
            raise fault()
        return number

    return work


@needs_signals
@pytest.mark.parametrize(("at", "forks"), [(0, 0), (3, 2), (1, 2), (5, 2)])
def test_what_is_raised_over_a_part_is_raised_here_and_no_process_is_left(
    at: int, forks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    forked: list[int] = []
    fork = os.fork

    def counted_fork() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", counted_fork)
    with pytest.raises(BuildFailed, match="No room"):
        mapped(failing(lambda: BuildFailed("No room."), at=at), range(9), at_least=3)
    assert len(forked) == forks
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


class Unsendable(Exception):
    def __reduce__(self) -> str:
        raise TypeError


@needs_signals
def test_a_fault_that_cannot_be_sent_is_told_in_words() -> None:
    with pytest.raises(RuntimeError, match="Unsendable"):
        mapped(failing(Unsendable, at=1), range(9), at_least=3)


@needs_signals
def test_a_process_that_is_ended_is_told() -> None:
    def work(number: int) -> int:
        if os.getpid() != PARENT:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(RuntimeError, match="was ended"):
        mapped(work, range(9), at_least=3)
