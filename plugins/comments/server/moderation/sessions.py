"""Who is logged in. It lives in memory, under digests of the cookies: after a restart everybody logs in again."""

import secrets
from collections.abc import Callable
from dataclasses import field
from hashlib import sha256
from threading import Lock

from plugins.records import dataclass

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 12 * 60 * 60


@dataclass(slots=True, kw_only=True)
class Session:
    """One moderator at one browser; `secret` stands in every form of theirs."""

    moderator: str
    secret: str
    begun: float
    seen: float


@dataclass(slots=True)
class Sessions:
    """All that are open; may be asked by many threads at once."""

    clock: Callable[[], float]
    _open: dict[str, Session] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, moderator: str) -> str:
        """A new session; the value of its cookie."""
        cookie, now = secrets.token_urlsafe(32), self.clock()
        session = Session(moderator=moderator, secret=secrets.token_urlsafe(24), begun=now, seen=now)
        with self._lock:
            self._forget_old(now)
            self._open[_digest(cookie)] = session
        return cookie

    def of(self, cookie: str) -> Session | None:
        """The session of a cookie, if it is still open; it stays open for another while."""
        now = self.clock()
        with self._lock:
            self._forget_old(now)
            session = self._open.get(_digest(cookie))
            if session:
                session.seen = now
            return session

    def end(self, cookie: str) -> None:
        with self._lock:
            self._open.pop(_digest(cookie), None)

    def _forget_old(self, now: float) -> None:
        self._open = {
            key: session
            for key, session in self._open.items()
            if now - session.seen < IDLE_SECONDS and now - session.begun < LONGEST_SECONDS
        }


def _digest(cookie: str) -> str:
    return sha256(cookie.encode("utf-8", "replace")).hexdigest()
