"""The comments, kept as Isso keeps them.

Isso's modes are the moderation queue. Who subscribes is told of what has happened when the change is on the disk, and
never from within it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plugins.comments.server.comment import NO_ADDRESS, Comment, State, comment_from, written_name
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.database import Database
from plugins.records import dataclass

_ADD_THREAD = "INSERT OR IGNORE INTO threads (uri, title) VALUES (:uri, :title)"
_ADD = """
    INSERT INTO comments (tid, parent, created, mode, remote_addr, text, author, voters)
    SELECT threads.id, (
        SELECT coalesce(top.id, answered.id) FROM comments AS answered
        LEFT JOIN comments AS top ON top.id = answered.parent AND top.tid = answered.tid
        WHERE answered.id = :parent AND answered.tid = threads.id
    ), :created, :mode, :nowhere, :text, :author, zeroblob(256) FROM threads WHERE uri = :uri
"""
"""Replies have one level: who answers a reply answers what it stands below, if it stands in the same thread."""
_CHOSEN = """
    SELECT comments.*, threads.uri, threads.title FROM comments JOIN threads ON comments.tid = threads.id
    WHERE (:id IS NULL OR comments.id = :id) AND (:mode IS NULL OR mode = :mode)
    AND (:parent IS NULL OR parent = :parent)
    ORDER BY created, comments.id
"""

Subscriber = Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPosition:
    """Where a comment is to stand: below a post, perhaps as a reply."""

    thread: str
    title: str
    parent: int | None = None


class Store:
    """One database file; may be used by many threads at once."""

    def __init__(self, path: Path, clock: Callable[[], float], subscribers: tuple[Subscriber, ...] = ()) -> None:
        self.database = Database(path)
        self.clock = clock
        self._subscribers = subscribers

    def tell(self) -> None:
        """Tell who subscribes that something has changed."""
        for subscriber in self._subscribers:
            subscriber()

    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)

    def add(self, place: ThreadPosition, written: CommentText, *, flood: frozenset[int] = frozenset()) -> int:
        """Keep a comment, waiting to be read; its number. When this returns, it is on the disk.

        `flood`: others that wait, which make it one with it.
        """
        uri = f"/{place.thread}"  # How Isso names a post.
        with self.database.change():
            self.database.execute(_ADD_THREAD, {"uri": uri, "title": place.title})
            row: dict[str, Any] = {
                "uri": uri,
                "parent": place.parent,
                "created": self.clock(),
                "mode": int(State.WAITING),
                "nowhere": NO_ADDRESS,
                "text": written.words,
                "author": written_name(written.name),
            }
            number = int(self.database.execute(_ADD, row).lastrowid or 0)
            for each in {*flood, number} if flood else ():
                self.database.execute("INSERT OR IGNORE INTO diary_flood (comment) VALUES (?)", (each,))
        self.tell()
        return number

    def comment(self, number: int) -> Comment | None:
        """Any comment that is not deleted."""
        return next((found for found in self._comments(number=number) if found.state is not State.DELETED), None)

    def replies(self, number: int) -> tuple[Comment, ...]:
        """The replies to a comment, published or waiting."""
        return tuple(found for found in self._comments(parent=number) if found.state is not State.DELETED)

    def waiting(self) -> tuple[Comment, ...]:
        """The queue, oldest first."""
        return self._comments(state=State.WAITING)

    def waiting_numbers(self) -> frozenset[int]:
        """The numbers of all that wait, without reading their words."""
        with self.database.lock:
            rows = self.database.execute("SELECT id FROM comments WHERE mode = ?", (int(State.WAITING),))
            return frozenset(int(row[0]) for row in rows)

    def newest_waiting(self) -> int:
        """The number of the comment that came last of those that wait; 0 if none does."""
        with self.database.lock:
            found = self.database.execute("SELECT MAX(id) FROM comments WHERE mode = ?", (int(State.WAITING),))
            return int(found.fetchone()[0] or 0)

    def published(self) -> tuple[Comment, ...]:
        """All that was approved, oldest first."""
        return self._comments(state=State.PUBLISHED)

    def count(self, state: State) -> int:
        with self.database.lock:
            found = self.database.execute("SELECT count(*) FROM comments WHERE mode = ?", (int(state),))
            return int(found.fetchone()[0])

    def closed(self) -> frozenset[str]:
        """Keys of the posts that a moderator has closed."""
        with self.database.lock:
            rows = self.database.execute("SELECT uri FROM diary_closed").fetchall()
        return frozenset(str(row[0]).lstrip("/") for row in rows)

    def _comments(
        self, *, number: int | None = None, state: State | None = None, parent: int | None = None
    ) -> tuple[Comment, ...]:
        """Those for which all holds that is given, oldest first."""
        with self.database.lock:
            found = self.database.execute(_CHOSEN, {"id": number, "mode": state and int(state), "parent": parent})
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        return tuple(map(comment_from, rows))
