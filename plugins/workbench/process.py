"""Another program, run to its end, with its own exit code.

A new process and not `exec`: Windows would give the prompt back while the task still runs.
"""

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_GOODBYE_SECONDS = 10.0


class _Goodbye:
    """What Ctrl-C does while a program runs.

    Ctrl-C goes to the whole terminal, so the program has it already: it gets time to say goodbye, and is ended at the
    second Ctrl-C. Nothing is raised here: an exception in the moment when a wait comes to its end loses the exit code.
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self._patience: threading.Timer | None = None

    def ask(self) -> None:
        if self._patience is None:
            self._patience = threading.Timer(_GOODBYE_SECONDS, self.end)
            self._patience.daemon = True
            self._patience.start()
        else:
            self.end()

    def end(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def close(self) -> None:
        if self._patience is not None:
            self._patience.cancel()


def exit_code(
    command: Sequence[str | Path], *, cwd: Path | None = None, changes: Mapping[str, str] | None = None
) -> int:
    """Run `command`, where we stand if no `cwd` is given; 128 and the signal's number if one ended it."""
    environ = {**os.environ, **(changes or {})}
    goodbye = _Goodbye()
    # Before the program begins, since it may be asked to end before we have got as far as waiting for it.
    with _handed_on(signal.SIGINT, goodbye.ask):
        process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=environ)
        goodbye.process = process
        with process, _handed_on(signal.SIGTERM, process.terminate):
            code = process.wait()
    goodbye.close()
    return 128 - code if code < 0 else code


@contextmanager
def _handed_on(number: signal.Signals, act: Callable[[], None]) -> Iterator[None]:
    """While this lasts, the signal does `act` to the program and not to us; one that is ignored stays so."""

    def hand_on(_number: int, _frame: FrameType | None) -> None:
        act()

    before = signal.getsignal(number)
    if before is signal.SIG_IGN:
        yield
        return
    signal.signal(number, hand_on)
    try:
        yield
    finally:
        signal.signal(number, before)
