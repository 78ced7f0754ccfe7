"""Waiting for what happens, for as long as a busy computer may need."""

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds after which it will not happen any more."""


def wait_until(happens: Callable[[], object]) -> None:
    """Ask again and again until the answer is true."""
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline, "it has not happened"
        time.sleep(0.02)
