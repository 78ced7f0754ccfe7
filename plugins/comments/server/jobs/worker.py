"""The worker: one thread that runs the jobs, woken by what happens in the store."""

import logging
import time
from threading import Event, Thread

from plugins.comments.server.jobs.job import JobFailed, ScheduledJob

_LONGEST_SLEEP = 600.0
_LAST_SECONDS = 5.0

_log = logging.getLogger(__name__)


class Worker:
    """Runs whatever job is due, until it is stopped; `wake` is set when something has changed."""

    def __init__(self, schedule: tuple[ScheduledJob, ...], wake: Event) -> None:
        self._schedule = schedule
        self._wake = wake
        self._stopping = False
        self._thread = Thread(target=self._work, name="jobs", daemon=True)

    def start(self) -> None:
        if self._schedule:
            self._thread.start()

    def stop(self) -> None:
        """What is under way gets a moment to end; what is not done is done after the next start."""
        self._stopping = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_SECONDS)

    def failures(self) -> tuple[str, ...]:
        return tuple(scheduled.job.failure for scheduled in self._schedule if scheduled.failed_attempts)

    def _work(self) -> None:
        while not self._stopping:
            self._wake.clear()
            seconds = min((self._run_if_due(scheduled) for scheduled in self._schedule), default=_LONGEST_SLEEP)
            self._wake.wait(max(0.0, min(seconds, _LONGEST_SLEEP)))

    def _run_if_due(self, scheduled: ScheduledJob) -> float:
        """Run the job if it is due; the seconds until it is due again."""
        try:
            due, now = scheduled.due(time.monotonic()), time.monotonic()
            if due is None:
                return _LONGEST_SLEEP
            if due > now or self._stopping:
                return due - now
            goal = scheduled.job.goal()
            if goal is not None:
                scheduled.job.run(goal)
            scheduled.ran(time.monotonic())
        except JobFailed as failure:
            _log.warning("%s %s", scheduled.job.failure, failure)
            scheduled.failed(time.monotonic())
        except Exception:  # noqa: BLE001 - the other jobs go on, and the log has the rest
            _log.exception("%s", scheduled.job.failure)
            scheduled.failed(time.monotonic())
        return 0.0
