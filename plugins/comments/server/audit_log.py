"""The log of what moderators did: who, what and when, and no word of any comment."""

from collections.abc import Callable
from datetime import UTC, datetime

from plugins.comments.server.database import Database
from plugins.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One line of the log; `comment` and `thread` as far as the action has them."""

    moment: datetime
    moderator: str
    action: str
    comment: int | None
    thread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLog:
    """A table beside Isso's. A line is written within the change of the database that it tells of."""

    database: Database
    clock: Callable[[], float]

    def record(self, action: str, *, by: str, comment: int | None = None, thread: str = "") -> None:
        self.database.execute(
            "INSERT INTO diary_log (moment, moderator, deed, comment, uri) VALUES (?, ?, ?, ?, ?)",
            (self.clock(), by, action, comment, f"/{thread}" if thread else None),
        )

    def entries(self, most: int, *, after: int = 0) -> tuple[LogEntry, ...]:
        """The newest first, leaving out the first `after`."""
        sql = "SELECT moment, moderator, deed, comment, uri FROM diary_log ORDER BY id DESC LIMIT ? OFFSET ?"
        with self.database.lock:
            rows = self.database.execute(sql, (most, after)).fetchall()
        return tuple(
            LogEntry(
                moment=datetime.fromtimestamp(moment, UTC),
                moderator=moderator,
                action=action,
                comment=comment,
                thread=(uri or "").lstrip("/"),
            )
            for moment, moderator, action, comment, uri in rows
        )

    def length(self) -> int:
        with self.database.lock:
            return int(self.database.execute("SELECT COUNT(*) FROM diary_log").fetchone()[0])
