"""What of the queue is a flood, so that whoever sends many comments keeps nobody out and out of nobody's sight.

Who sent what is counted in memory alone, under the digests that the rate limit knows; a restart forgets it. What the
store keeps of it is a mark with the comments of a flood (docs/decisions/0145).
"""

from dataclasses import field

from plugins.records import dataclass

LONGEST_QUEUE, LONGEST_FLOOD = 1_000, 1_000
"""How many may wait; beside the queue a flood has room of its own, and takes none of it."""
LARGEST_SHARE = 200
"""Of a flood, for one network."""
CROWD, FEW = 60, 3
"""While a crowd waits in the queue, a network has a few comments there. A classroom of thirty writes two each."""


@dataclass(slots=True)
class QueueShares:
    """The comments that wait, by network. Who asks it holds the store's lock."""

    _sent: dict[str, frozenset[int]] = field(default_factory=dict)

    def flood_of(self, network: str, waiting: frozenset[int], flood: frozenset[int]) -> frozenset[int]:
        """What a network has sent of all that waits, if one more is part of a flood; nothing if it is not.

        Who has sent a flood goes on with it until the last of it has been read.
        """
        self._sent = {each: still for each, sent in self._sent.items() if (still := sent & waiting)}
        own = self._sent.get(network, frozenset())
        is_flood = own & flood or (len(own) >= FEW and len(waiting - flood) >= CROWD)
        return own if is_flood else frozenset()

    def note(self, network: str, number: int) -> None:
        """A network has sent a comment."""
        self._sent[network] = self._sent.get(network, frozenset()) | {number}
