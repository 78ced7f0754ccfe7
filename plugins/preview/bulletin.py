"""What the preview has to tell its readers: which build they see, and what the newest one found."""

from dataclasses import dataclass, field
from threading import Condition

from plugins.problems import Problem


@dataclass(frozen=True, slots=True)
class News:
    """One announcement. `edition` counts good builds; `problems` are those of the newest build.

    `failure` is a sentence when the diary's own software failed, else empty.
    """

    number: int = 0
    edition: int = 0
    problems: tuple[Problem, ...] = ()
    failure: str = ""


@dataclass
class Bulletin:
    """The newest news, for many readers at once."""

    _news: News = field(default_factory=News)
    _changed: Condition = field(default_factory=Condition)

    @property
    def news(self) -> News:
        """The newest."""
        with self._changed:
            return self._news

    def announce(self, *, good: bool, problems: tuple[Problem, ...] = (), failure: str = "") -> None:
        """Tell everybody how a build ended."""
        with self._changed:
            edition = self._news.edition + (1 if good else 0)
            self._news = News(self._news.number + 1, edition, problems, failure)
            self._changed.notify_all()

    def after(self, number: int, *, seconds: float) -> News | None:
        """The news once it is newer than `number`; None when nothing came in time."""
        with self._changed:
            newer = self._changed.wait_for(lambda: self._news.number > number, timeout=seconds)
            return self._news if newer else None
