"""A button pressed twice sends one comment: the same words from the same network within two minutes are one.

Short words are not held to be the same: two people in one classroom may both write “Yes”, and both are thanked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from threading import Lock

from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.store import ThreadPosition
from plugins.records import dataclass

_SECONDS = 120.0
"""Longer than the script in the page waits for an answer, so that whoever tries again is not kept twice."""
_SHORTEST = 40
Sent = tuple[str, ThreadPosition, CommentText]


@dataclass(slots=True)
class Duplicates:
    """What was sent in the last seconds; may be asked by many threads at once."""

    _kept: dict[Sent, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def attempt(self, sent: Sent, now: float) -> Iterator[bool]:
        """One at a time. False if this has been kept already; if the block ends well, it has been."""
        if len(sent[2].words) < _SHORTEST:
            yield True
            return
        with self._lock:
            self._kept = {other: moment for other, moment in self._kept.items() if now - moment < _SECONDS}
            is_new = sent not in self._kept
            yield is_new
            self._kept.setdefault(sent, now)
