"""The archive: every approved comment and nothing else, as the build of the diary reads it.

No address, no e-mail, no digest, and no word of what waits or was deleted (comments/archive/archive.schema.json).
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from itertools import groupby

from plugins.comments.archive import Archive, ArchivedComment, ArchivedThread
from plugins.comments.server.comment import Comment


def archive(comments: Iterable[Comment], closed: Iterable[str], now: datetime) -> Archive:
    """Threads by their keys, comments from the oldest on."""
    approved = sorted(comments, key=lambda comment: (comment.thread, comment.created, comment.id))
    by_thread = {key: tuple(group) for key, group in groupby(approved, key=lambda comment: comment.thread)}
    shut = frozenset(closed)
    threads = (
        ArchivedThread(thread=key, closed=key in shut, comments=_comments(by_thread.get(key, ())))
        for key in sorted(shut | set(by_thread))
    )
    return Archive(exported=now, threads=tuple(threads))


def _comments(comments: tuple[Comment, ...]) -> tuple[ArchivedComment, ...]:
    there = {comment.id for comment in comments}
    return tuple(
        ArchivedComment(
            id=str(comment.id),
            parent=str(comment.parent) if comment.parent in there else None,
            name=comment.name,
            created=comment.created,
            edited=comment.edited,
            html=words_as_html(comment.words),
        )
        for comment in comments
    )


def words_as_html(words: str) -> str:
    """Plain words: an empty line ends a paragraph, a line stays a line, what looks like HTML is shown as typed."""
    paragraphs = [escape(paragraph, quote=False) for paragraph in words.split("\n\n") if paragraph.strip()]
    return "".join("<p>" + "<br>".join(paragraph.strip().split("\n")) + "</p>" for paragraph in paragraphs)
