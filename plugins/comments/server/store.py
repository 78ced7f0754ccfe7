"""The comments, kept through Isso's own database layer.

Isso's modes are the moderation queue, and Isso's signals tell the rest of the service what has happened; they are sent
when the change is on the disk, and never from within it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from isso.ext import Signal

from plugins.comments.server.comment import NO_ADDRESS, Comment, State, comment_from, written_name
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.database import Database

Subscriber = Iterable[tuple[str, Callable[..., None]]]


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
        self.signal = Signal(*subscribers)

    def moment(self) -> datetime:
        """What the clock says."""
        return datetime.fromtimestamp(self.clock(), UTC)

    def add(self, place: ThreadPosition, written: CommentText) -> int:
        """Keep a comment, waiting to be read; its number. When this returns, it is on the disk."""
        uri = f"/{place.thread}"  # How Isso names a post.
        with self.database.change():
            if uri not in self.database.threads:
                self.database.threads.new(uri, place.title)
            thread = self.database.threads[uri]
            row: dict[str, Any] = self.database.comments.add(
                uri,
                {
                    "parent": place.parent,
                    "created": self.clock(),
                    "mode": int(State.WAITING),
                    "remote_addr": NO_ADDRESS,
                    "text": written.words,
                    "author": written_name(written.name),
                    "notification": 0,
                },
            )
        self.signal("comments.new:after-save", thread, row)
        return int(row["id"])

    def comment(self, number: int) -> Comment | None:
        """Any comment that is not deleted."""
        found = self._comments(comment_id=number) if number > 0 else ()
        return next((comment for comment in found if comment.state is not State.DELETED), None)

    def replies(self, number: int) -> tuple[Comment, ...]:
        """The replies to a comment, published or waiting."""
        found = self._comments(mode=int(State.PUBLISHED), parent=number) + self._comments(
            mode=int(State.WAITING), parent=number
        )
        return tuple(sorted(found, key=lambda comment: (comment.created, comment.id)))

    def waiting(self) -> tuple[Comment, ...]:
        """The queue, oldest first."""
        return self._comments(mode=int(State.WAITING))

    def newest_waiting(self) -> int:
        """The number of the comment that came last of those that wait; 0 if none does."""
        with self.database.lock:
            found = self.database.execute("SELECT MAX(id) FROM comments WHERE mode = ?", (int(State.WAITING),))
            return int(found.fetchone()[0] or 0)

    def published(self) -> tuple[Comment, ...]:
        """All that was approved, oldest first."""
        return self._comments(mode=int(State.PUBLISHED))

    def count(self, state: State) -> int:
        with self.database.lock:
            return int(self.database.comments.count_modes().get(int(state), 0))

    def closed(self) -> frozenset[str]:
        """Keys of the posts that a moderator has closed."""
        with self.database.lock:
            rows = self.database.execute("SELECT uri FROM diary_closed").fetchall()
        return frozenset(str(row[0]).lstrip("/") for row in rows)

    def _comments(self, **which: object) -> tuple[Comment, ...]:
        with self.database.lock:
            rows = list(self.database.comments.fetchall(limit=0, **which))
        return tuple(sorted(map(comment_from, rows), key=lambda comment: (comment.created, comment.id)))
