"""What runs while the author waits: one job at a time, of this desk or of any other of the same diary."""

from collections.abc import Callable
from dataclasses import field
from threading import Lock, Thread

from plugins.author.publication.views import Result, Running
from plugins.records import dataclass

_BROKE_OFF = "It broke off. The window in which you started the desk shows why. Press the button again: it goes on."


@dataclass
class Job:
    """One run: `say` what is done, `now` what is being done."""

    done: list[str] = field(default_factory=list)
    doing: str = "Beginning"

    def say(self, line: str) -> None:
        self.done.append(line)

    def now(self, line: str) -> None:
        self.doing = line


class Jobs:
    """The job that runs, and how the last one ended."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self._job: Job | None = None
        self._result = Result()

    @property
    def running(self) -> Running | None:
        job = self._job
        return Running(done=tuple(job.done), now=job.doing) if job else None

    @property
    def result(self) -> Result:
        return self._result

    def start(self, work: Callable[[Job], Result]) -> None:
        """Begin a job, unless one runs."""
        with self._one_at_a_time:
            if self._job is None:
                self._job, self._result = Job(), Result()
                Thread(target=self._run, args=(self._job, work), daemon=True).start()

    def _run(self, job: Job, work: Callable[[Job], Result]) -> None:
        try:
            self._result = work(job)
        except BaseException:
            self._result = Result(done=tuple(job.done), fault=_BROKE_OFF)
            raise
        finally:
            self._job = None
