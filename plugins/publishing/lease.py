"""One publication at a time to a place that has no lock of its own: a small file there says who publishes.

A lease that nobody renews runs out, so that a publication that died keeps nobody out for long. Time is told by the
place's own clock. Whoever publishes again from the same folder of the same computer goes on under the old lease; two
at once are kept apart there by the lock of the built site.
"""

import platform
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol, Self, TypeVar

from plugins.engine.paths import MARKER
from plugins.publishing.failure import PublishingStopped

NAME = f"{MARKER}.lease"
RUNS_OUT = 300.0
_RENEWED_EVERY = 30.0
_PATIENCE = 900.0
_BETWEEN_LOOKS = 5.0

Held = TypeVar("Held")


class LeaseStore(Protocol):
    """Where a lease can be written and read."""

    def create(self, path: str, content: bytes) -> bool:
        """Put a file there unless there is one; False if there is."""

    def put(self, path: str, content: bytes) -> str:
        """Put a file there whole, in place of an older one; its stamp."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None if there is none."""

    def age(self, path: str) -> float | None:
        """Seconds since a file was put there, by the clock of the place; None if there is none."""

    def remove(self, path: str) -> None:
        """Take a file away, there or not."""


class Lease:
    """The lease of one publication, held while its block lasts."""

    def __init__(self, store: LeaseStore, *, holder: bytes, say: Callable[[str], None]) -> None:
        self._store = store
        self._holder = holder
        self._say = say
        self._renewed = time.monotonic()
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> Self:
        first_turn(self._taken, self._say)
        self._renewed = time.monotonic()
        return self

    def renew(self) -> None:
        """Say that we still publish, if it is time to say it again."""
        with self._one_at_a_time:
            if time.monotonic() - self._renewed > _RENEWED_EVERY:
                self._renewed = time.monotonic()
                self._store.put(NAME, self._holder)

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            self._store.remove(NAME)
        except PublishingStopped:
            if error is None:
                raise

    def _taken(self) -> bool:
        """Read again in the end: some storage puts a file that should only be put where there is none."""
        holder = self._store.read(NAME)
        if holder == self._holder:
            self._store.put(NAME, self._holder)
            return True
        if holder is not None:
            age = self._store.age(NAME)
            if age is None or age < RUNS_OUT:
                return False
            self._store.remove(NAME)
        return self._store.create(NAME, self._holder) and self._store.read(NAME) == self._holder


def first_turn(take: Callable[[], Held | None], say: Callable[[str], None]) -> Held:
    """What `take` gives at last, which is nothing while somebody else publishes; raises PublishingStopped."""
    deadline = time.monotonic() + _PATIENCE
    waiting = False
    while not (held := take()):
        if not waiting:
            say("Another publication is under way there; waiting for it to finish …")
        elif time.monotonic() > deadline:
            raise PublishingStopped("Another publication has been under way there for long. Nothing was published.")
        waiting = True
        time.sleep(_BETWEEN_LOOKS)
    return held


def holder_of(folder: Path) -> bytes:
    """Whoever publishes `folder` from here: the same every time, and nobody's name."""
    who = f"{platform.node()}\n{folder}"
    return f"{sha256(who.encode()).hexdigest()}\n".encode()
