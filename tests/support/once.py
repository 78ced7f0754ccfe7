"""What is made once and used by all: a lock for the processes of one test run, and of another beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.engine.lock import lock


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock at `path`, and hold it to the end of the block."""
    path.parent.mkdir(parents=True, exist_ok=True)
    held = lock(path, output=path.parent, say=lambda _words: None)
    try:
        yield
    finally:
        held.release()
