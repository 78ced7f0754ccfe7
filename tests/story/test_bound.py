"""The bound on one conversion's time."""

import signal
import threading
from itertools import count

import pytest

from plugins.story.bound import TookTooLong, bounded
from tests.support.systems import needs_timers


@needs_timers
def test_what_goes_over_its_bound_is_stopped() -> None:
    with pytest.raises(TookTooLong), bounded(0.01):
        next(number for number in count() if number < 0)


@needs_timers
def test_what_keeps_its_bound_leaves_no_timer_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with bounded(5):
        pass
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@needs_timers
def test_in_another_thread_nothing_is_bounded() -> None:
    timers: list[tuple[float, float]] = []

    def work() -> None:
        with bounded(5):
            timers.append(signal.getitimer(signal.ITIMER_VIRTUAL))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert timers == [(0, 0)]


def test_a_system_without_timers_bounds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    with bounded(0):
        assert sum(range(1000)) == 499_500
