"""The round of errands: one thread, woken by what happens in the store."""

import logging
import time
from collections.abc import Callable, Iterator
from threading import Event, Thread

from plugins.comments.server.errands.errand import ErrandFailed, Turn

_LONGEST_SLEEP = 600.0
_LAST_SECONDS = 5.0
_SIGNALS = ("comments.new:after-save", "comments.activate", "comments.edit", "comments.delete")

_log = logging.getLogger(__name__)


class Bell:
    """Rung by Isso's signals; subscribes to them as Isso's own extensions do."""

    def __init__(self) -> None:
        self.rung = Event()

    def __iter__(self) -> Iterator[tuple[str, Callable[..., None]]]:
        return iter([(signal, self._ring) for signal in _SIGNALS])

    def _ring(self, *_told: object, **_more: object) -> None:
        self.rung.set()


class Round:
    """Goes its round until it is stopped."""

    def __init__(self, turns: tuple[Turn, ...], bell: Bell) -> None:
        self._turns = turns
        self._bell = bell
        self._stopping = False
        self._thread = Thread(target=self._walk, name="errands", daemon=True)

    def start(self) -> None:
        if self._turns:
            self._thread.start()

    def stop(self) -> None:
        """What is under way gets a moment to end; what is not done is done after the next start."""
        self._stopping = True
        self._bell.rung.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_SECONDS)

    def troubles(self) -> tuple[str, ...]:
        """What moderators should know."""
        return tuple(turn.errand.trouble for turn in self._turns if turn.failures)

    def _walk(self) -> None:
        while not self._stopping:
            self._bell.rung.clear()
            wake = min((self._visit(turn) for turn in self._turns), default=_LONGEST_SLEEP)
            self._bell.rung.wait(max(0.0, min(wake, _LONGEST_SLEEP)))

    def _visit(self, turn: Turn) -> float:
        """Run the errand if it is due; the seconds until it is due again."""
        try:
            due, now = turn.due(time.monotonic()), time.monotonic()
            if due is None:
                return _LONGEST_SLEEP
            if due > now or self._stopping:
                return due - now
            goal = turn.errand.goal()
            if goal is not None:
                turn.errand.run(goal)
            turn.ran(time.monotonic())
        except ErrandFailed as failure:
            _log.warning("%s %s", turn.errand.trouble, failure)
            turn.failed(time.monotonic())
        except Exception:  # noqa: BLE001 - the other errands go on, and the log has the rest
            _log.exception("%s", turn.errand.trouble)
            turn.failed(time.monotonic())
        return 0.0
