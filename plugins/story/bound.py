"""A bound on the time that one conversion may take, counted in the time of the processor and not of the clock."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLong(Exception):
    """A conversion that went over its bound."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise TookTooLong when what is inside uses more processor time than `seconds`.

    Needs the main thread of a system with timers. Where there is none, the counting in `scan` is the only bound.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong
