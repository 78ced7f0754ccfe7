"""The archive: every approved comment and nothing else, as the build of the diary reads it.

No address, no e-mail, no digest, and no word of what waits or was deleted (docs/comments-archive.schema.json).
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from itertools import groupby

from plugins.comments.server.comment import Comment

VERSION = 1


def archive(comments: Iterable[Comment], closed: Iterable[str], now: datetime) -> dict[str, object]:
    """The document; threads by their keys, comments from the oldest on."""
    approved = sorted(comments, key=lambda comment: (comment.thread, comment.created, comment.id))
    by_thread = {key: tuple(group) for key, group in groupby(approved, key=lambda comment: comment.thread)}
    shut = frozenset(closed)
    return {
        "version": VERSION,
        "exported": _moment(now),
        "threads": [
            {"thread": key, "closed": key in shut, "comments": _comments(by_thread.get(key, ()))}
            for key in sorted(shut | set(by_thread))
        ],
    }


def _comments(comments: tuple[Comment, ...]) -> list[dict[str, object]]:
    there = {comment.id for comment in comments}
    return [
        {
            "id": str(comment.id),
            "parent": str(comment.parent) if comment.parent in there else None,
            "name": comment.name,
            "created": _moment(comment.created),
            "edited": _moment(comment.edited) if comment.edited else None,
            "html": words_as_html(comment.words),
        }
        for comment in comments
    ]


def words_as_html(words: str) -> str:
    """Plain words: an empty line ends a paragraph, a line stays a line, what looks like HTML is shown as typed."""
    paragraphs = [escape(paragraph, quote=False) for paragraph in words.split("\n\n") if paragraph.strip()]
    return "".join("<p>" + "<br>".join(paragraph.strip().split("\n")) + "</p>" for paragraph in paragraphs)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
