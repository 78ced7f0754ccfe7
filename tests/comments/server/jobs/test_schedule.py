"""When an job is due."""

from dataclasses import dataclass
from threading import Event

from plugins.comments.server.jobs.job import JobFailed, ScheduledJob
from plugins.comments.server.jobs.worker import Worker


@dataclass
class Fetching:
    """An job that a test wants, and lets fail."""

    wished: int | None = None
    fails: bool = False
    breaks: bool = False
    runs: int = 0
    ran: Event | None = None
    failure: str = "Nothing was fetched."

    def goal(self) -> int | None:
        return self.wished

    def run(self, goal: int) -> None:
        self.runs += 1
        if self.ran:
            self.ran.set()
        if self.breaks:
            raise RuntimeError("broken")
        if self.fails:
            raise JobFailed("down")
        self.wished = None


def test_nothing_wished_is_never_due() -> None:
    assert ScheduledJob(job=Fetching()).due(5.0) is None


def test_a_job_waits_for_a_moment_of_quiet_and_no_longer() -> None:
    scheduled = ScheduledJob(job=Fetching(wished=1), settle=20)
    assert [scheduled.due(now) for now in (100.0, 110.0, 130.0)] == [120.0, 120.0, 120.0]


def test_a_job_rests_after_a_run() -> None:
    job = Fetching(wished=1)
    scheduled = ScheduledJob(job=job, settle=5, pause=600)
    scheduled.due(0.0)
    scheduled.ran(10.0)
    assert scheduled.due(20.0) == 610.0
    assert scheduled.due(700.0) == 610.0
    job.wished = None
    assert scheduled.due(20.0) is None


def test_what_fails_is_tried_again_later_each_time_and_never_given_up() -> None:
    scheduled = ScheduledJob(job=Fetching(wished=1))
    waits = []
    for _ in range(7):
        scheduled.due(0.0)
        scheduled.failed(0.0)
        due = scheduled.due(0.0)
        assert due is not None
        waits.append(due)
    assert waits == [30, 120, 600, 1_800, 3_600, 3_600, 3_600]
    scheduled.ran(0.0)
    assert (scheduled.failed_attempts, scheduled.due(1.0)) == (0, 1.0)


def test_the_round_runs_what_is_wished_when_the_bell_rings() -> None:
    job, wake = Fetching(ran=Event()), Event()
    worker = Worker((ScheduledJob(job=job),), wake)
    worker.start()
    job.wished = 1
    wake.set()
    assert job.ran is not None
    assert job.ran.wait(5)
    worker.stop()
    assert job.runs == 1
    assert worker.failures() == ()


def test_what_fails_or_breaks_stops_no_other_job_and_is_told() -> None:
    failing, breaking, good = (
        Fetching(wished=1, fails=True),
        Fetching(wished=1, breaks=True),
        Fetching(wished=1, ran=Event()),
    )
    worker = Worker(tuple(ScheduledJob(job=job) for job in (failing, breaking, good)), Event())
    worker.start()
    assert good.ran is not None
    assert good.ran.wait(5)
    worker.stop()
    assert worker.failures() == ("Nothing was fetched.", "Nothing was fetched.")
    assert (failing.runs, breaking.runs, good.runs) == (1, 1, 1)
