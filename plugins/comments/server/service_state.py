"""What the service remembers of its own beside Isso's tables: what is kept aside, and how far its jobs have come."""

from dataclasses import dataclass

from plugins.comments.server.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceState:
    """Reads and writes those tables. What changes them runs within a change of the database."""

    database: Database

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
