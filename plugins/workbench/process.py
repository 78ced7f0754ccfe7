"""Another program, run to its end, with its own exit code.

A new process and not `exec`: Windows would give the prompt back while the task still runs.
"""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_GOODBYE_SECONDS = 10.0


def exit_code(
    command: Sequence[str | Path], *, cwd: Path | None = None, changes: Mapping[str, str] | None = None
) -> int:
    """Run `command`, where we stand if no `cwd` is given; 128 and the signal's number if one ended it."""
    environ = {**os.environ, **(changes or {})}
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=environ)
    with process, _handed_on(signal.SIGTERM, process.terminate):
        code = _patient_wait(process)
    return 128 - code if code < 0 else code


def _patient_wait(process: subprocess.Popen[bytes]) -> int:
    """Ctrl-C goes to the whole terminal, so the program has it already: it gets time to say goodbye."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        pass
    try:
        return process.wait(_GOODBYE_SECONDS)
    except (KeyboardInterrupt, subprocess.TimeoutExpired):
        process.terminate()
        return process.wait()


@contextmanager
def _handed_on(number: signal.Signals, act: Callable[[], None]) -> Iterator[None]:
    """While this lasts, the signal does `act` to the program and not to us."""

    def hand_on(_number: int, _frame: FrameType | None) -> None:
        act()

    before = signal.signal(number, hand_on)
    try:
        yield
    finally:
        signal.signal(number, before)
