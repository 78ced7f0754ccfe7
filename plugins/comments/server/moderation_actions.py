"""What a moderator can do, and the log of it.

Each action and its line in the log are one change of the database. The log holds who, what and when, and no word of any
comment: what is deleted for good must not live on there.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping

from plugins.comments.gate import Gate
from plugins.comments.server.archive import words_as_html
from plugins.comments.server.audit_log import AuditLog
from plugins.comments.server.comment import NO_ADDRESS, Comment, State, written_name
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.store import Store
from plugins.records import dataclass
from plugins.words import moderation

_REWRITE = "UPDATE comments SET author = ?, text = ?, modified = coalesce(?, modified) WHERE id = ?"
_WIPE = (
    "UPDATE comments SET created = 1, modified = NULL, mode = ?, remote_addr = ?, text = '', author = NULL,"
    " email = NULL, website = NULL, likes = 0, dislikes = 0, voters = zeroblob(256), notification = 0 WHERE id = ?"
)
"""Written in 1970, as far as anybody can tell: Isso's own views leave out what was written at nought."""
_WIPE_TRACES_OF_REPLIES = (
    "UPDATE comments SET remote_addr = ?, email = NULL, website = NULL, voters = zeroblob(256), notification = 0"
    " WHERE parent = ?"
)
_REMOVE_WIPED = (
    "DELETE FROM comments WHERE mode = ? AND id NOT IN (SELECT parent FROM comments WHERE parent IS NOT NULL)"
    " AND id < (SELECT MAX(id) FROM comments)"
)
"""All but the newest, whose number must not be given to another comment: readers have links to it."""

_log = logging.getLogger(__name__)


class ActionRefused(Exception):
    """The action makes no sense any more; the message says why, for the moderator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationActions:
    """What `by`, a moderator, does to comments and posts."""

    store: Store
    log: AuditLog
    gate: Gate

    def reasons(self, written: CommentText) -> tuple[str, ...]:
        """What a comment holds that no page may show."""
        return self.gate.reasons(written.name, words_as_html(written.words))

    def approve(self, number: int, written: CommentText, *, by: str, revision: str = "") -> None:
        """Publish a waiting comment, with the name and words that stand in the moderator's form.

        `revision`: how it was when the moderator saw it; nothing is done if it has changed since.
        """
        with self.store.database.change():
            comment = self._seen(number, revision, State.WAITING)
            self._refuse_aside(number)
            self._refuse_to_show(written)
            self._rewrite(comment, written)
            self._set_state(number, State.PUBLISHED)
            self._record("approved" if written == comment.text else "approved with changes", comment, by)
            self.store.database.count_change()
        if written != comment.text:
            self._leave_no_trace()
        self.store.tell()

    def rewrite(self, number: int, written: CommentText, *, by: str, revision: str = "") -> None:
        """Change name or words, and leave it where it is."""
        with self.store.database.change():
            comment = self._seen(number, revision)
            self._refuse_aside(number)
            if written == comment.text:
                return
            if comment.state is State.PUBLISHED:
                self._refuse_to_show(written)
            self._rewrite(comment, written)
            self._record("changed", comment, by)
            if comment.state is State.PUBLISHED:
                self.store.database.count_change()
        self._leave_no_trace()
        self.store.tell()

    def take_back(self, number: int, *, by: str) -> None:
        """Take a published comment off the page, into the queue."""
        with self.store.database.change():
            comment = self._comment(number, State.PUBLISHED)
            self._set_state(number, State.WAITING)
            self._record("taken back", comment, by)
            self.store.database.count_change()
        self.store.tell()

    def delete(self, number: int, *, with_replies: bool, by: str) -> None:
        """Delete for good: words, name, every trace of who wrote and of who replied; the replies too if so wished."""
        with self.store.database.change():
            comment = self._comment(number)
            numbers = [number, *(reply.id for reply in self.store.replies(number) if with_replies)]
            self._refuse_aside(*numbers)
            self._erase(number, numbers)
            for each in numbers:
                self.log.record("deleted for good", by=by, comment=each, thread=comment.thread)
            self.store.database.count_change()
        self._leave_no_trace()
        self.store.tell()

    def delete_flood(self, revisions: Mapping[int, str], *, by: str) -> None:
        """Delete waiting comments for good, all that a moderator saw on one page, or none of them."""
        with self.store.database.change():
            seen = [self._seen(number, revision, State.WAITING) for number, revision in revisions.items()]
            self._refuse_aside(*revisions)
            for comment in seen:
                self._erase(comment.id, [comment.id])
                self._record("deleted for good", comment, by)
            self.store.database.count_change()
        self._leave_no_trace()
        self.store.tell()

    def set_aside(self, number: int, *, by: str) -> None:
        """Keep a waiting comment from being published or deleted until it has been passed on."""
        with self.store.database.change():
            comment = self._comment(number, State.WAITING)
            self.store.database.execute("INSERT OR IGNORE INTO diary_aside (comment) VALUES (?)", (number,))
            self._record("kept aside", comment, by)

    def pass_on(self, number: int, *, by: str) -> None:
        """Say that the safeguarding lead has it; it can be deleted from now on."""
        with self.store.database.change():
            comment = self._comment(number, State.WAITING)
            self.store.database.execute("DELETE FROM diary_aside WHERE comment = ?", (number,))
            self._record("passed on", comment, by)

    def close(self, thread: str, *, by: str) -> None:
        """Take no more comments on a post."""
        self._set_closed(thread, "INSERT OR IGNORE INTO diary_closed (uri) VALUES (?)", "closed", by)

    def reopen(self, thread: str, *, by: str) -> None:
        """Take comments again, as far as the post itself does."""
        self._set_closed(thread, "DELETE FROM diary_closed WHERE uri = ?", "opened", by)

    def _set_closed(self, thread: str, sql: str, action: str, by: str) -> None:
        with self.store.database.change():
            self.store.database.execute(sql, (f"/{thread}",))
            self.log.record(action, by=by, thread=thread)
            self.store.database.count_change()
        self.store.tell()

    def _comment(self, number: int, *states: State) -> Comment:
        comment = self.store.comment(number)
        if comment is None:
            raise ActionRefused(moderation.IS_GONE)
        if states and comment.state not in states:
            raise ActionRefused(moderation.IS_PUBLISHED if comment.state is State.PUBLISHED else moderation.IS_WAITING)
        return comment

    def _seen(self, number: int, revision: str, *states: State) -> Comment:
        comment = self._comment(number, *states)
        if revision and revision != comment.revision:
            raise ActionRefused(moderation.HAS_CHANGED)
        return comment

    def _refuse_aside(self, *numbers: int) -> None:
        """What may tell of harm stays as it was written until somebody has it who must."""
        if self.store.database.aside().intersection(numbers):
            raise ActionRefused(moderation.IS_ASIDE)

    def _refuse_to_show(self, written: CommentText) -> None:
        """What no page may show, whoever approves it (docs/decisions/0109)."""
        reasons = self.reasons(written)
        if reasons:
            raise ActionRefused(moderation.may_not_be_shown(reasons))

    def _rewrite(self, comment: Comment, written: CommentText) -> None:
        modified = self.store.clock() if written.words != comment.words else None
        changes = (written_name(written.name), written.words, modified, comment.id)
        self.store.database.execute(_REWRITE, changes)

    def _set_state(self, number: int, state: State) -> None:
        self.store.database.execute("UPDATE comments SET mode = ? WHERE id = ?", (int(state), number))
        self.store.database.execute("DELETE FROM diary_flood WHERE comment = ?", (number,))

    def _erase(self, number: int, numbers: list[int]) -> None:
        execute: Callable[..., object] = self.store.database.execute
        for each in numbers:
            execute(_WIPE, (int(State.DELETED), NO_ADDRESS, each))
            execute("DELETE FROM diary_flood WHERE comment = ?", (each,))
        execute(_WIPE_TRACES_OF_REPLIES, (NO_ADDRESS, number))
        execute(_REMOVE_WIPED, (int(State.DELETED),))

    def _leave_no_trace(self) -> None:
        """What was taken out is overwritten already; what another program's look at the file holds up is done later."""
        try:
            self.store.database.leave_no_trace()
        except sqlite3.OperationalError as busy:
            _log.warning("The database is packed with the next deletion, or the next start: %s", busy)

    def _record(self, action: str, comment: Comment, by: str) -> None:
        self.log.record(action, by=by, comment=comment.id, thread=comment.thread)
