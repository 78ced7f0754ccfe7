"""A comment as the service knows it, and Isso's way of writing it down."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import IntEnum
from hashlib import sha256
from html import escape, unescape
from typing import Any

from plugins.comments.server.comment_text import CommentText
from plugins.records import dataclass

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - what Isso writes where it knows no address; nothing listens there
"""Isso wants an address with every comment. Ours come from nowhere: the same nought for everybody."""


class State(IntEnum):
    PUBLISHED = 1
    WAITING = 2
    DELETED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment: `thread` is the key of the post below which it stands, `name` may be empty."""

    id: int
    thread: str
    title: str
    parent: int | None
    created: datetime
    edited: datetime | None
    state: State
    name: str
    words: str

    @property
    def text(self) -> CommentText:
        """What was written, as a moderator may change it."""
        return CommentText(name=self.name, words=self.words)

    @property
    def revision(self) -> str:
        """Changes with every change of the comment; tells nothing of it."""
        content = (self.id, self.name, self.words, int(self.state), self.edited)
        return sha256(repr(content).encode("utf-8", "replace")).hexdigest()[:16]


def comment_from(row: Mapping[str, Any]) -> Comment:
    return Comment(
        id=row["id"],
        thread=str(row["uri"]).lstrip("/"),
        title=row["title"] or "",
        parent=row["parent"],
        created=datetime.fromtimestamp(row["created"], UTC),
        edited=datetime.fromtimestamp(row["modified"], UTC) if row["modified"] else None,
        state=State(row["mode"]),
        name=unescape(row["author"] or ""),
        words=row["text"],
    )


def written_name(name: str) -> str | None:
    """A name as Isso keeps it: escaped for HTML (its own views rely on that), nothing for none.

    `unescape` is the exact way back, so that nothing is escaped twice in a page.
    """
    return escape(name, quote=False) or None
