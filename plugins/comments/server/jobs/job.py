"""One job, and when it is due: after a moment of quiet, not too often, and later and later while it fails."""

from typing import Protocol

from plugins.records import dataclass

_AGAIN_SECONDS = (30.0, 120.0, 600.0, 1_800.0, 3_600.0)


class JobFailed(Exception):
    """It could not be run; the message says why, without any secret."""


class Job(Protocol):
    """Something to be brought up to a number that the service's database knows."""

    @property
    def failure(self) -> str:
        """What moderators are told while it fails."""

    def goal(self) -> int | None:
        """Up to where it is to be brought; None if it is there."""

    def run(self, goal: int) -> None:
        """Bring it there, and write down that it is; raises JobFailed."""


@dataclass(slots=True, kw_only=True)
class ScheduledJob:
    """When a job runs, in seconds of any one clock: `settle` after the first wish, `pause` after a run."""

    job: Job
    settle: float = 0.0
    pause: float = 0.0
    failed_attempts: int = 0
    _wished: float | None = None
    _earliest: float = 0.0

    def due(self, now: float) -> float | None:
        """When it is to be run; None if there is nothing to do."""
        if self.job.goal() is None:
            self._wished = None
            return None
        if self._wished is None:
            self._wished = now
        return max(self._wished + self.settle, self._earliest)

    def ran(self, now: float) -> None:
        self.failed_attempts, self._wished, self._earliest = 0, None, now + self.pause

    def failed(self, now: float) -> None:
        """It is tried again, later each time."""
        self._earliest = now + _AGAIN_SECONDS[min(self.failed_attempts, len(_AGAIN_SECONDS) - 1)]
        self.failed_attempts += 1
