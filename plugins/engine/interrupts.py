"""A signal ends a build with a sentence, a failing exit code and the old site in place.

Left alone, Pelican answers Ctrl-C with exit code 0, as if all were well, and SIGTERM leaves half a site beside the
output. Once the swap begins nothing stops the build any more: a moment later it is done.
"""

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

from plugins.engine.failure import OLD_SITE_STANDS

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Not every system has every one.
_STDERR = 2

_Handler = Callable[[int, FrameType | None], Any] | int | None


class Interrupts:
    """How one build answers signals. Only the main thread may set that; elsewhere this does nothing."""

    def __init__(self) -> None:
        self._before: dict[int, _Handler] = {}

    def heed(self) -> None:
        """From now on a signal stops the build; one that was ignored (nohup) stays ignored."""
        if threading.current_thread() is not threading.main_thread():
            return
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._stop)

    def hold(self) -> None:
        """From now on nothing stops the build."""
        for number in self._before:
            signal.signal(number, signal.SIG_IGN)

    def restore(self) -> None:
        """Answer signals as before the build."""
        for number, handler in self._before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        self._before.clear()

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.hold()  # A second signal must not disturb the cleaning up.
        os.write(_STDERR, f"Stopped. {OLD_SITE_STANDS}\n".encode())  # print() may have been under way.
        raise SystemExit(128 + number)
