"""The service's own tables beside Isso's: the log, what is kept aside, and how far errands have come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from plugins.comments.server.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log; `comment` and `thread` as far as the deed has them."""

    moment: datetime
    moderator: str
    deed: str
    comment: int | None
    thread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Reads and writes those tables. What changes them runs within a change of the database."""

    database: Database
    clock: Callable[[], float]

    def note(self, deed: str, *, by: str, comment: int | None = None, thread: str = "") -> None:
        """Write a line into the log."""
        self.database.execute(
            "INSERT INTO diary_log (moment, moderator, deed, comment, uri) VALUES (?, ?, ?, ?, ?)",
            (self.clock(), by, deed, comment, f"/{thread}" if thread else None),
        )

    def entries(self, most: int, *, after: int = 0) -> tuple[Entry, ...]:
        """The newest first, leaving out the first `after`."""
        sql = "SELECT moment, moderator, deed, comment, uri FROM diary_log ORDER BY id DESC LIMIT ? OFFSET ?"
        with self.database.lock:
            rows = self.database.execute(sql, (most, after)).fetchall()
        return tuple(
            Entry(
                moment=datetime.fromtimestamp(moment, UTC),
                moderator=moderator,
                deed=deed,
                comment=comment,
                thread=(uri or "").lstrip("/"),
            )
            for moment, moderator, deed, comment, uri in rows
        )

    def length(self) -> int:
        """How many lines the log has."""
        with self.database.lock:
            return int(self.database.execute("SELECT COUNT(*) FROM diary_log").fetchone()[0])

    def is_aside(self, number: int) -> bool:
        return number in self.aside()

    def aside(self) -> frozenset[int]:
        """Comments that are kept aside until they have been passed on."""
        with self.database.lock:
            return frozenset(row[0] for row in self.database.execute("SELECT comment FROM diary_aside").fetchall())

    def count_change(self) -> None:
        """What readers see has changed: the archive is due, and a rebuild."""
        self.set_number("changes", self.number("changes") + 1)

    def number(self, key: str) -> int:
        """A number that outlives the service; 0 at first."""
        with self.database.lock:
            row = self.database.execute("SELECT value FROM diary_state WHERE key = ?", (key,)).fetchone()
        return int(row[0]) if row else 0

    def set_number(self, key: str, value: int) -> None:
        with self.database.lock:
            self.database.execute("INSERT OR REPLACE INTO diary_state (key, value) VALUES (?, ?)", (key, str(value)))
