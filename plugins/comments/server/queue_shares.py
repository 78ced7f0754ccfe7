"""How much of the queue is one network's, so that no flood from one place keeps all others out.

Counted in memory alone, under the digests that the rate limit knows; a restart forgets it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from threading import Lock

LARGEST_SHARE = 200
"""Of the comments that may wait. A classroom of thirty sends sixty before the rate limit slows it."""


FLOOD = 60
"""More than so many that wait from one network are set apart, so that the others are read first."""


@dataclass(slots=True)
class QueueShares:
    """The comments that wait, by network; may be asked by many threads at once."""

    _sent: dict[str, set[int]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def has_room(self, network: str, waiting: Collection[int]) -> bool:
        """Whether a network may send one more, while the comments of these numbers wait."""
        with self._lock:
            self._sent = {each: still for each, sent in self._sent.items() if (still := sent.intersection(waiting))}
            return len(self._sent.get(network, ())) < LARGEST_SHARE

    def flood(self, waiting: Collection[int]) -> frozenset[int]:
        """The comments, of those of these numbers, that are part of a flood."""
        with self._lock:
            many = [still for sent in self._sent.values() if len(still := sent.intersection(waiting)) > FLOOD]
        return frozenset().union(*many)

    def note(self, network: str, number: int) -> None:
        """A network has sent a comment."""
        with self._lock:
            self._sent.setdefault(network, set()).add(number)
