"""A database with Isso's tables, opened so that what is kept is kept and what is deleted is gone.

One connection, used by one thread at a time. Every change is on the disk before it is answered (write-ahead log,
`synchronous` full), and what is deleted is overwritten (`secure_delete`), then the log is emptied and the file packed.
"""

import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from plugins.comments.server.comment import NO_ADDRESS, State
from plugins.comments.server.isso_schema import bring_up
from plugins.files import refuse_links

_BUSY_SECONDS = 30
_FILES_OF_SQLITE = ("", "-journal", "-shm", "-wal")
_OWN_TABLES = """
CREATE TABLE IF NOT EXISTS diary_closed (uri TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS diary_aside (comment INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS diary_flood (comment INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS diary_state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS diary_log (
    id INTEGER PRIMARY KEY, moment REAL NOT NULL, moderator TEXT NOT NULL, deed TEXT NOT NULL,
    comment INTEGER, uri TEXT
);
"""
"""Beside Isso's tables, in the same file: one action and its line in the log are one change."""

_FORGET_WRITERS = (
    "UPDATE comments SET remote_addr = :nowhere, email = NULL, website = NULL, voters = zeroblob(256), notification = 0"
    " WHERE remote_addr IS NOT :nowhere OR email IS NOT NULL OR website IS NOT NULL"
)
"""A file that Isso itself wrote has kept addresses and e-mails. We promise that none is kept."""

_WAITING_FLOOD = "SELECT comment FROM diary_flood JOIN comments ON comments.id = comment WHERE mode = ?"

_log = logging.getLogger(__name__)


class Database:
    """Isso's tables, and ours beside them.

    Ours say what is kept aside, what came in a flood, and how far the service's jobs have come; a change of them is
    part of a `change`.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        for ending in _FILES_OF_SQLITE:
            refuse_links(path.with_name(f"{path.name}{ending}"), below=path.parent)
        self.lock = RLock()
        self._connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        path.chmod(0o600)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        bring_up(self._connection)
        self._connection.executescript(_OWN_TABLES)
        self._connection.execute(_FORGET_WRITERS, {"nowhere": NO_ADDRESS})
        self.leave_no_trace()

    def execute(self, sql: str, args: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """One statement. Callers hold `lock`."""
        return self._connection.execute(sql, args)

    @contextmanager
    def change(self) -> Iterator[None]:
        """All of it or nothing, and on the disk when the block ends well."""
        with self.lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def aside(self) -> frozenset[int]:
        """Comments that are kept aside until they have been passed on."""
        with self.lock:
            return frozenset(row[0] for row in self.execute("SELECT comment FROM diary_aside").fetchall())

    def flood(self) -> frozenset[int]:
        """Comments that came in a flood, and wait."""
        with self.lock:
            rows = self.execute(_WAITING_FLOOD, (int(State.WAITING),)).fetchall()
        return frozenset(row[0] for row in rows)

    def count_change(self) -> None:
        """What readers see has changed: the archive is due, and a rebuild."""
        self.set_number("changes", self.number("changes") + 1)

    def number(self, key: str) -> int:
        """A number that outlives the service; 0 at first."""
        with self.lock:
            row = self.execute("SELECT value FROM diary_state WHERE key = ?", (key,)).fetchone()
        return int(row[0]) if row else 0

    def set_number(self, key: str, value: int) -> None:
        with self.lock:
            self.execute("INSERT OR REPLACE INTO diary_state (key, value) VALUES (?, ?)", (key, str(value)))

    def leave_no_trace(self) -> None:
        """Empty the log and pack the file, so that nothing deleted is left in either."""
        with self.lock:
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        with self.lock:
            self._connection.close()
