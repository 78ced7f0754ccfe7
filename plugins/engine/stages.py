"""What a build is at: counts and times for its closing line, and on a terminal a bar once it takes more than a second.

Elsewhere, as in CI, there are plain lines alone. Bars are drawn as the work goes on, by no thread, since nothing forks
beside one.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from plugins.records import dataclass

if TYPE_CHECKING:
    from rich.progress import Progress

STAGES = "DIARY_STAGES"
"""Where in the settings of a run its Stages stand."""
READING, STORIES, PHOTOS, CARDS, PAGES = "Reading", "Stories", "Photos", "Cards", "Pages"
_PATIENCE = 1.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str
    count: int
    seconds: float


class Stages:
    """The stages of one build; they are `shown` where that is a terminal."""

    def __init__(self, shown: TextIO | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = shown
        self._clock = clock
        self._began = clock()
        self._over: list[_Stage] = []

    def over(self, name: str, parts: Iterable[T], *, size: Callable[[T], int] = lambda _: 1) -> Iterator[T]:
        """The parts, one after the other, while what is done with each is timed; `size` says how many each is."""
        began, count = self._clock(), 0
        total = sum(map(size, parts)) if isinstance(parts, Sequence) else None
        bar: Progress | None = None
        is_shown = self._shown is not None and self._shown.isatty()
        try:
            for part in parts:
                yield part
                count += size(part)
                if bar or (is_shown and self._is_slow()):
                    bar = bar or self._bar(name, total)
                    bar.update(bar.task_ids[0], completed=count, refresh=True)
        finally:
            if bar:
                bar.stop()
            self._over.append(_Stage(name, count, self._clock() - began))

    def in_batches(self, name: str, parts: Sequence[T], at_a_time: int) -> Iterator[Sequence[T]]:
        """The same, so many at a time."""
        return self.over(name, [parts[at : at + at_a_time] for at in range(0, len(parts), at_a_time)], size=len)

    def in_words(self) -> str:
        """What each stage did and took, for a build that was slow; else nothing."""
        if self._clock() - self._began <= _PATIENCE:
            return ""
        done = (f"{stage.name.lower()} {stage.count} in {stage.seconds:.1f} s" for stage in self._over if stage.count)
        return f" ({', '.join(done)})"

    def _is_slow(self) -> bool:
        return self._clock() - self._began > _PATIENCE

    def _bar(self, name: str, total: int | None) -> "Progress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, console=Console(file=self._shown), auto_refresh=False, transient=True)
        bar.add_task(name, total=total)
        bar.start()
        return bar
