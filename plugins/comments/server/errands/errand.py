"""One errand, and when it is due: after a moment of quiet, not too often, and later and later while it fails."""

from dataclasses import dataclass
from typing import Protocol

_AGAIN_SECONDS = (30.0, 120.0, 600.0, 1_800.0, 3_600.0)


class ErrandFailed(Exception):
    """It could not be run; the message says why, without any secret."""


class Errand(Protocol):
    """Something to be brought up to a number that the ledger knows."""

    @property
    def trouble(self) -> str:
        """What moderators are told while it fails."""

    def goal(self) -> int | None:
        """Up to where it is to be brought; None if it is there."""

    def run(self, goal: int) -> None:
        """Bring it there, and write down that it is; raises ErrandFailed."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """An errand's place in time, in seconds of any one clock: `settle` after the first wish, `pause` after a run."""

    errand: Errand
    settle: float = 0.0
    pause: float = 0.0
    failures: int = 0
    _wished: float | None = None
    _earliest: float = 0.0

    def due(self, now: float) -> float | None:
        """When it is to be run; None if there is nothing to do."""
        if self.errand.goal() is None:
            self._wished = None
            return None
        if self._wished is None:
            self._wished = now
        return max(self._wished + self.settle, self._earliest)

    def ran(self, now: float) -> None:
        """It went well."""
        self.failures, self._wished, self._earliest = 0, None, now + self.pause

    def failed(self, now: float) -> None:
        """It is tried again, later each time."""
        self._earliest = now + _AGAIN_SECONDS[min(self.failures, len(_AGAIN_SECONDS) - 1)]
        self.failures += 1
