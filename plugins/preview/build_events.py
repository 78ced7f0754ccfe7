"""How builds ended, for the pages that are open in a browser: which one they see, and what the newest one found."""

from collections.abc import Mapping
from dataclasses import field, replace
from threading import Condition
from typing import TypeAlias

from plugins.problems import Problem
from plugins.records import dataclass

Advice: TypeAlias = Mapping[str, tuple[Problem, ...]]
"""Advice by the address of the page that it is for."""


@dataclass(frozen=True, slots=True)
class BuildEvent:
    """The end of one build. `good_builds` counts good builds; `problems` and `advice` are those of the newest build.

    `began` is when the newest build began, in nanoseconds since 1970: it knows nothing of what was saved later.
    `failure` is a sentence when the diary's own software failed, in the build or over a page of it, else empty.
    The newest build `is_good` where its pages are shown, though something may keep them from being published.
    """

    number: int = 0
    good_builds: int = 0
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    advice: Advice = field(default_factory=dict)
    is_good: bool = False
    began: int = 0


@dataclass
class BuildEvents:
    """The newest event, for many pages at once."""

    _latest: BuildEvent = field(default_factory=BuildEvent)
    _changed: Condition = field(default_factory=Condition)

    @property
    def latest(self) -> BuildEvent:
        with self._changed:
            return self._latest

    def publish(
        self,
        *,
        good: bool,
        problems: tuple[Problem, ...] = (),
        failure: str = "",
        advice: Advice | None = None,
        began: int = 0,
    ) -> None:
        """Tell everybody how a build ended."""
        with self._changed:
            good_builds = self._latest.good_builds + (1 if good else 0)
            number = self._latest.number + 1
            # Not `advice or {}`: whether there is any is known when all of it has been worked out.
            told = {} if advice is None else advice
            self._latest = BuildEvent(number, good_builds, problems, failure, told, good, began)
            self._changed.notify_all()

    def tell_failure(self, failure: str) -> None:
        """Tell everybody what failed when it was made out of a build that seemed to be good."""
        with self._changed:
            if self._latest.is_good and self._latest.failure != failure:
                self._latest = replace(self._latest, number=self._latest.number + 1, failure=failure)
                self._changed.notify_all()

    def wait_for_newer(self, number: int, *, seconds: float) -> BuildEvent | None:
        """The event once it is newer than `number`; None when nothing came in time."""
        with self._changed:
            newer = self._changed.wait_for(lambda: self._latest.number > number, timeout=seconds)
            return self._latest if newer else None
