"""How each post stands with comments, and what a moderator can change about it."""

from collections import Counter
from datetime import datetime
from urllib.parse import urlencode

from plugins.comments.server.moderation.views import PostRow
from plugins.comments.server.store import Store
from plugins.comments.server.submission_page import link_to_post
from plugins.comments.server.threads import ThreadList
from plugins.comments.server.views import Link
from plugins.words import moderation


def post_rows(store: Store, thread_list: ThreadList | None, published_at: str) -> tuple[PostRow, ...]:
    """One row for each post: those of the diary's list first, then those that are in it no more."""
    published, waiting = store.published(), store.waiting()
    titles = {comment.thread: comment.title for comment in (*published, *waiting)}
    listed = tuple(thread_list.threads) if thread_list else ()
    keys = (*listed, *sorted(set(titles) - set(listed)))
    many, few = Counter(c.thread for c in published), Counter(c.thread for c in waiting)
    closed, now = store.closed(), store.moment()
    rows = []
    for key in keys:
        state, action, label = _standing(key, thread_list, closed, now)
        post = link_to_post(key, thread_list)
        title = post.label if key in listed else titles[key]
        rows.append(
            PostRow(
                post=Link(label=title, href=post.href),
                published=Link(
                    label=moderation.published_below(many[key]), href=f"{published_at}?{urlencode({'post': key})}"
                ),
                waiting=moderation.waiting_below(few[key]),
                state=state,
                thread=key,
                action=action,
                label=label,
            )
        )
    return tuple(rows)


def _standing(key: str, thread_list: ThreadList | None, closed: frozenset[str], now: datetime) -> tuple[str, str, str]:
    """In words; then the action that changes it, and what its button says."""
    thread = thread_list.threads.get(key) if thread_list else None
    if key in closed:
        return moderation.CLOSED_BY_MODERATOR, "reopen", moderation.OPEN
    if thread is None:
        return moderation.NOT_LISTED, "", ""
    if not thread.takes_comments(now):
        return moderation.CLOSED_BY_POST, "", ""
    return moderation.IS_OPEN, "close", moderation.CLOSE
