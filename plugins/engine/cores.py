"""Work shared out to all cores of this computer, where that is quicker than one after the other.

Forks take what they need as it stands in memory, and send back what came out. Only Linux forks safely, and only a
process without other threads: elsewhere, and in the preview, which serves pages meanwhile, the work is done in this
process (docs/decisions/0183).
"""

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from typing import Generic, NoReturn, TypeVar

PROCESSES = "DIARY_PROCESSES"
"""The variable that says how many processes there may be, if not one for each core."""
_AT_A_TIME = 20
Part = TypeVar("Part")
Made = TypeVar("Made")


def mapped(
    work: Callable[[Part], Made], parts: Sequence[Part], *, at_least: int, long: int | None = None
) -> list[Made]:
    """What `work` makes of each part, in their order; a process has at least so many of them to do.

    `long` is how many of them take long, if not all do. What is raised over a part is raised here. `work` may keep
    nothing in memory that others would miss.
    """
    processes = min(_cores(), (len(parts) if long is None else long) // at_least) if _may_fork() else 1
    if processes < 2:
        return [work(part) for part in parts]
    (before, *own), *shares = (parts[first::processes] for first in range(processes))
    made = [[work(before)]]  # What is loaded for the first of them is loaded once, and every fork has it.
    helpers: list[_Helper[Made]] = []
    try:
        helpers.extend(_Helper(work, share) for share in shares)
        made[0] += map(work, own)
        made.extend(helper.made() for helper in helpers)
    finally:
        for helper in helpers:
            helper.end()
    return [made[place % processes][place // processes] for place in range(len(parts))]


def _cores() -> int:
    most = os.environ.get(PROCESSES, "")
    if most.isdecimal():
        return int(most)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _may_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


class _Helper(Generic[Made]):
    """A fork of this process that does a share of the work."""

    def __init__(self, work: Callable[[Part], Made], share: Sequence[Part]) -> None:
        reading, writing = os.pipe()
        self._count = len(share)
        self._process = os.fork()
        if not self._process:
            os.close(reading)
            _work_and_end(work, share, writing)
        os.close(writing)
        self._answer = os.fdopen(reading, "rb")

    def made(self) -> list[Made]:
        made: list[Made] = []
        while len(made) < self._count:
            try:
                some, fault = pickle.load(self._answer)  # noqa: S301 - what our own fork has sent
            except (EOFError, pickle.UnpicklingError):
                raise RuntimeError("A process that did a share of the work was ended.") from None
            if fault:
                raise fault
            made += some
        return made

    def end(self) -> None:
        """A fork that is not done is not needed any more: somebody else's share has failed."""
        self._answer.close()
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work_and_end(work: Callable[[Part], Made], share: Sequence[Part], answer: int) -> NoReturn:
    """Nothing of the parent's is cleaned up here, and a signal to all is answered by the parent."""
    try:
        gc.disable()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
        with os.fdopen(answer, "wb") as file:
            file.writelines(_done(work, share))
    finally:
        os._exit(0)


def _done(work: Callable[[Part], Made], share: Sequence[Part]) -> list[bytes]:
    """The answer in pieces: whoever reads one holds more than comes out of it, until it is read to its end."""
    try:
        made = [work(part) for part in share]
        return [pickle.dumps((made[first : first + _AT_A_TIME], None)) for first in range(0, len(made), _AT_A_TIME)]
    except BaseException as fault:  # noqa: BLE001 - it goes on its way in the parent
        try:
            return [pickle.dumps(([], fault))]
        except Exception:  # noqa: BLE001 - what cannot be sent is told in words
            return [pickle.dumps(([], RuntimeError("".join(traceback.format_exception(fault)))))]
