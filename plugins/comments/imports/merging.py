"""What an export brings, added to what was brought in before: the same export twice changes nothing."""

import re
from collections.abc import Mapping
from dataclasses import replace

from plugins.comments.archive import Archive, ArchivedComment, ArchivedThread
from plugins.comments.archive.record import by_time
from plugins.comments.imports.matching import SITE_LETTERS
from plugins.comments.sanitising import plain_words

_OF_A_SITE = re.compile(rf"([a-z])[0-9a-f]{{{SITE_LETTERS}}}-(.+)")


def merged_imports(kept: Archive | None, fresh: Archive) -> Archive:
    """Both; a comment that comes twice is kept as it comes now, in the place that it had."""
    if kept is None:
        return fresh
    before = {thread.thread: thread for thread in kept.threads}
    now = {thread.thread: _joined(before.get(thread.thread), thread) for thread in fresh.threads}
    threads = tuple(thread for _, thread in sorted({**before, **now}.items()))
    return Archive(exported=max(kept.exported, fresh.exported), threads=threads)


def _joined(kept: ArchivedThread | None, fresh: ArchivedThread) -> ArchivedThread:
    if kept is None:
        return fresh
    before = {comment.id: comment for comment in kept.comments}
    ids = {comment.id: _id_before(comment, before) for comment in fresh.comments}
    now = {
        ids[comment.id]: replace(comment, id=ids[comment.id], parent=ids[comment.parent] if comment.parent else None)
        for comment in fresh.comments
    }
    return replace(kept, comments=tuple(sorted({**before, **now}.values(), key=by_time)))


def _id_before(comment: ArchivedComment, before: Mapping[str, ArchivedComment]) -> str:
    """Its id of the time when ids did not name the website, if it has been there since: links lead to it."""
    parts = _OF_A_SITE.fullmatch(comment.id)
    known = before.get(f"{parts[1]}{parts[2]}") if parts else None
    is_it = known and known.created == comment.created and plain_words(known.html) == plain_words(comment.html)
    return known.id if known and is_it else comment.id
