"""How far long work has come: a bar on a terminal, a plain line now and then in a log."""

import threading
from typing import TextIO

from plugins.problems.console import say

_WIDTH = 24
_LINES = 4
"""How many lines a log gets for one piece of work."""


class Progress:
    """Counts one piece of work after the other; on a terminal the bar is drawn over itself."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._on_terminal = stream.isatty()
        self._what = ""
        self._of = 0
        self._done = 0
        self._one_at_a_time = threading.Lock()  # Several uploads may end at once.

    def begin(self, what: str, of: int) -> None:
        """Start a piece of work of so many steps."""
        self._what, self._of, self._done = what, of, 0
        if self._on_terminal and of:
            self._draw()

    def step(self) -> None:
        with self._one_at_a_time:
            self._done += 1
            if self._on_terminal:
                self._draw()
            elif self._done == self._of or self._done * _LINES // self._of > (self._done - 1) * _LINES // self._of:
                say(f"{self._what}: {self._done} of {self._of}", self._stream)

    def end(self) -> None:
        """Leave the bar standing, and go to a line of its own."""
        if self._on_terminal and self._of:
            self._stream.write("\n")
            self._stream.flush()
        self._of = 0

    def _draw(self) -> None:
        filled = _WIDTH * self._done // self._of if self._of else _WIDTH
        bar = "#" * filled + "-" * (_WIDTH - filled)
        self._stream.write(f"\r{self._what} [{bar}] {self._done} of {self._of}")
        self._stream.flush()
