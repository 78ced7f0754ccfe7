"""The form's own address: a reader's words come in, and are kept or sent back with what to mend.

Whoever is thanked has been kept. Whatever goes wrong, the words are in the page that says so.
"""

import logging
import sqlite3
from collections.abc import Mapping
from dataclasses import field
from http import HTTPStatus
from urllib.parse import urlencode

from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from plugins.comments.gate import Gate
from plugins.comments.server.archive import words_as_html
from plugins.comments.server.comment import Comment, State
from plugins.comments.server.comment_text import faults, normalised
from plugins.comments.server.duplicates import Duplicates
from plugins.comments.server.http_messages import Request, Response, json_response, number_in, see_other
from plugins.comments.server.origins import Origins
from plugins.comments.server.pages import Pages
from plugins.comments.server.queue_shares import LARGEST_SHARE, LONGEST_FLOOD, LONGEST_QUEUE, QueueShares
from plugins.comments.server.rate_limit import RateLimiter
from plugins.comments.server.store import Store, ThreadPosition
from plugins.comments.server.submission_page import Refusal, link_to_post, submission_page
from plugins.comments.server.threads import ThreadList
from plugins.comments.server.views import MessagePage
from plugins.records import dataclass
from plugins.words import comment_service

_SOON, _TOMORROW = 300, 86_400
"""After how many seconds a browser may try again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    store: Store
    pages: Pages
    origins: Origins
    rate_limiter: RateLimiter
    gate: Gate
    duplicates: Duplicates = field(default_factory=Duplicates)
    shares: QueueShares = field(default_factory=QueueShares)

    def post(self, request: Request) -> Response:
        """Keep a comment: 303 to the thanks, or 201 for a script; else a page or a document that says what to mend."""
        thread_list = self.pages.thread_list()
        fields: Mapping[str, str] = {}
        try:
            fields = _fields(request)
            self._keep(request, fields, thread_list)
        except Refusal as refusal:
            return self._refused(request, fields, thread_list, refusal)
        except sqlite3.Error:
            _log.exception("A comment could not be kept")
            not_kept = Refusal(HTTPStatus.SERVICE_UNAVAILABLE, comment_service.NOT_KEPT, retry_after=_SOON)
            return self._refused(request, fields, thread_list, not_kept)
        if request.wants_json:
            return json_response({"status": "waiting", "message": comment_service.THANKS}, HTTPStatus.CREATED)
        return see_other(f"{self.pages.root}thanks?{urlencode({'thread': fields['thread']})}")

    def form(self, request: Request) -> Response:
        """The form as a page of its own: for a reply, and for whoever comes here by a link."""
        thread_list, question = self.pages.thread_list(), request.args
        try:
            self._position(question, thread_list)
        except Refusal as refusal:
            return self._refused(request, question, thread_list, refusal)
        page = submission_page(self.pages.root, question, thread_list, self._parent(question))
        return self.pages.page("submission.html", page)

    def thanks(self, request: Request) -> Response:
        """Says that somebody reads it first."""
        thread_list = self.pages.thread_list()
        links = (link_to_post(request.args.get("thread", ""), thread_list),) if thread_list else ()
        title, then = comment_service.THANKED
        page = MessagePage(title=title, sentences=(then, comment_service.NOBODY_SEES_IT), links=links)
        return self.pages.page("message.html", page)

    def _keep(self, request: Request, fields: Mapping[str, str], thread_list: ThreadList | None) -> None:
        if not self.origins.allow(request):
            raise Refusal(HTTPStatus.FORBIDDEN, comment_service.FOREIGN)
        position = self._position(fields, thread_list)
        written = normalised(fields.get("name", ""), fields.get("words", ""))
        found = faults(written)
        if found:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(found.values()), fields=found)
        if fields.get("website"):
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, comment_service.TRAPPED)
        with self.duplicates.attempt((request.network, position, written), self.store.clock()) as is_new:
            if is_new:
                with self.store.database.lock:  # So that nobody comes in between, and every share is exact.
                    flood = self._pace(request.network, position)
                    self.shares.note(request.network, self.store.add(position, written, flood=flood))

    def _position(self, fields: Mapping[str, str], thread_list: ThreadList | None) -> ThreadPosition:
        if thread_list is None:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, comment_service.NO_LIST, retry_after=_SOON)
        key = fields.get("thread", "")
        thread = thread_list.threads.get(key)
        if thread is None:
            raise Refusal(HTTPStatus.NOT_FOUND, comment_service.UNKNOWN_POST, can_send=False)
        if not thread.takes_comments(self.store.moment()) or key in self.store.closed():
            raise Refusal(HTTPStatus.FORBIDDEN, comment_service.CLOSED_POST, can_send=False)
        parent = self._parent(fields)
        if fields.get("parent") and parent is None:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, comment_service.PARENT_GONE, drops_parent=True)
        return ThreadPosition(thread=key, title=thread.title, parent=parent.id if parent else None)

    def _parent(self, fields: Mapping[str, str]) -> Comment | None:
        """The comment that is answered, if it is one that the writer can have seen."""
        parent = self.store.comment(number_in(fields, "parent"))
        if parent is None or parent.state is not State.PUBLISHED or parent.thread != fields.get("thread", ""):
            return None
        return None if self.gate.reasons(parent.name, words_as_html(parent.words)) else parent

    def _quoted(self, fields: Mapping[str, str], thread_list: ThreadList | None) -> Comment | None:
        """What is answered, for a page that must come even when the store fails; nothing of a post that is gone."""
        try:
            return self._parent(fields) if thread_list and fields.get("thread", "") in thread_list.threads else None
        except sqlite3.Error:
            return None

    def _pace(self, network: str, position: ThreadPosition) -> frozenset[int]:
        """The flood that one more comment is part of, if it is: what waits of the same network."""
        waiting, flood = self.store.waiting_numbers(), self.store.database.flood()
        own = self.shares.flood_of(network, waiting, flood)
        if own and (len(own) >= LARGEST_SHARE or len(own | flood) >= LONGEST_FLOOD):
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, comment_service.FULL_SHARE, retry_after=_TOMORROW)
        if not own and len(waiting - flood) >= LONGEST_QUEUE:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, comment_service.FULL_QUEUE, retry_after=_TOMORROW)
        lane = "flood" if own else "queue"  # A flood has a pace of its own, and slows nobody else.
        wait = self.rate_limiter.seconds_to_wait(
            self.store.clock(), network=network, thread=f"{lane} {position.thread}", service=lane
        )
        if wait:
            raise Refusal(HTTPStatus.TOO_MANY_REQUESTS, comment_service.too_fast(wait), retry_after=wait)
        return own

    def _refused(
        self, request: Request, fields: Mapping[str, str], thread_list: ThreadList | None, refusal: Refusal
    ) -> Response:
        if request.method == "POST" and request.wants_json:
            document = {
                "status": "refused",
                "message": refusal.sentence,
                "fields": dict(refusal.fields),
                "drops_parent": refusal.drops_parent,
            }
            response = json_response(document, refusal.status)
        else:
            page = submission_page(self.pages.root, fields, thread_list, self._quoted(fields, thread_list), refusal)
            response = self.pages.page("submission.html", page, refusal.status)
        if refusal.retry_after:
            response.headers["Retry-After"] = str(refusal.retry_after)
        return response


def _fields(request: Request) -> Mapping[str, str]:
    try:
        return request.form
    except RequestEntityTooLarge as error:
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, comment_service.TOO_LARGE, can_send=False) from error
    except BadRequest as error:
        raise Refusal(HTTPStatus.BAD_REQUEST, comment_service.MALFORMED, can_send=False) from error
