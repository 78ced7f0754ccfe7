"""What an archive holds: threads, and in each the comments that somebody has read and let through.

There is no field for an e-mail address, a network address or anything made from one: what cannot be written down
cannot be published.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from plugins.records import dataclass

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedComment:
    """One comment. `name` is empty where none was given; `html` comes from outside and is not clean yet."""

    id: str
    parent: str | None
    name: str
    created: datetime
    edited: datetime | None
    html: str

    @property
    def can_be_answered(self) -> bool:
        """Whether our own service knows it: its ids are numbers, those from elsewhere begin with a letter."""
        return self.id.isdecimal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedThread:
    """The comments under one page. `thread` is the page's address below the site's root."""

    thread: str
    closed: bool
    comments: tuple[ArchivedComment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Every thread; `exported` is when the archive was made."""

    exported: datetime
    threads: tuple[ArchivedThread, ...]


def merged(archives: Iterable[Archive]) -> dict[str, ArchivedThread]:
    """The threads of several archives as one, by their key: comments in the order of time, closed if one says so.

    Of two comments with one id in one thread the first archive's is kept.
    """
    threads: dict[str, ArchivedThread] = {}
    for archive in archives:
        for thread in archive.threads:
            known = threads.get(thread.thread)
            threads[thread.thread] = _joined(known, thread) if known else thread
    return threads


def _joined(known: ArchivedThread, more: ArchivedThread) -> ArchivedThread:
    ids = {comment.id for comment in known.comments}
    comments = [*known.comments, *(comment for comment in more.comments if comment.id not in ids)]
    return ArchivedThread(
        thread=known.thread,
        closed=known.closed or more.closed,
        comments=tuple(sorted(comments, key=by_time)),
    )


def by_time(comment: ArchivedComment) -> tuple[datetime, int]:
    """The order of comments: the oldest first; of the same second, by our service's numbers, else as they come."""
    return comment.created, int(comment.id) if comment.id.isdecimal() else 0


def archive_text(archive: Archive) -> str:
    """The archive as it is kept: what is named here, field by field, as `archive.schema.json` describes it."""
    written = {
        "version": VERSION,
        "exported": _moment_text(archive.exported),
        "threads": [
            {
                "thread": thread.thread,
                "closed": thread.closed,
                "comments": [
                    {
                        "id": comment.id,
                        "parent": comment.parent,
                        "name": comment.name,
                        "created": _moment_text(comment.created),
                        "edited": _moment_text(comment.edited) if comment.edited else None,
                        "html": comment.html,
                    }
                    for comment in thread.comments
                ],
            }
            for thread in archive.threads
        ],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
