"""The moderators' addresses: who may ask what, and each action that a form asks for."""

import hmac
from collections.abc import Callable, Mapping
from http import HTTPStatus

from werkzeug.exceptions import HTTPException

from plugins.comments.server.comment_text import CommentText, faults, normalised
from plugins.comments.server.http_messages import Request, Response, number_in, see_other
from plugins.comments.server.moderation.lists import Lists
from plugins.comments.server.moderation.login import Login
from plugins.comments.server.moderation.sessions import Session
from plugins.comments.server.moderation_actions import ActionRefused, ModerationActions
from plugins.records import dataclass
from plugins.words import moderation

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationRoutes:
    """Everything below `moderate/`."""

    login: Login
    lists: Lists
    actions: ModerationActions

    def answer(self, request: Request) -> Response | None:
        """Every request below `moderate/`, with `path` as it is below that; None for what is not there."""
        path = request.path.removeprefix("moderate/")
        if (request.method, path) == ("POST", "login"):
            return self.login.log_in(request)
        session = self.login.session(request)
        if session is None:
            return self.login.page(request, status=HTTPStatus.OK if request.method == "GET" else HTTPStatus.FORBIDDEN)
        if request.method == "POST":
            return self._do(request, session, path)
        shown: Mapping[str, Callable[[Request, Session], Response | None]] = {
            "": self.lists.queue,
            "flood": self.lists.flood,
            "published": self.lists.published,
            "delete": self.lists.delete,
            "posts": self.lists.posts,
            "log": self.lists.log,
            "safeguarding": self.lists.safeguarding,
        }
        show = shown.get(path)
        return show(request, session) if show else None

    def _do(self, request: Request, session: Session, path: str) -> Response | None:
        """One action, then back to where it was asked for; with a sentence either way."""
        try:
            fields = request.form
        except HTTPException:
            return self._refused(request, session, {}, moderation.MALFORMED)
        secret = fields.get("secret", "").encode("utf-8", "replace")
        if not (self.login.origins.are_own(request) and hmac.compare_digest(secret, session.secret.encode())):
            return self._refused(request, session, fields, moderation.FORGED)
        if path == "logout":
            return self.login.log_out(request)
        action = self._actions().get(fields.get("action", "")) if path == "do" else None
        if action is None:
            return None
        try:
            action(fields, session.moderator)
        except ActionRefused as refusal:
            return self._refused(request, session, fields, str(refusal))
        back = fields.get("back", "")
        section = back if back in {"published", "posts", "flood"} else ""
        return see_other(f"{self.lists.pages.root}moderate/{section}?done={fields['action']}")

    def _actions(self) -> Mapping[str, Callable[[Fields, str], None]]:
        return {
            "approve": self._approve,
            "keep": self._keep,
            "take-back": lambda fields, by: self.actions.take_back(number_in(fields, "comment"), by=by),
            "delete": lambda fields, by: self.actions.delete(
                number_in(fields, "comment"), with_replies=fields.get("replies") == "delete", by=by
            ),
            "delete-flood": self._delete_flood,
            "set-aside": lambda fields, by: self.actions.set_aside(number_in(fields, "comment"), by=by),
            "pass-on": lambda fields, by: self.actions.pass_on(number_in(fields, "comment"), by=by),
            "close": lambda fields, by: self.actions.close(fields.get("thread", ""), by=by),
            "reopen": lambda fields, by: self.actions.reopen(fields.get("thread", ""), by=by),
        }

    def _approve(self, fields: Fields, by: str) -> None:
        self.actions.approve(number_in(fields, "comment"), _written(fields), by=by, revision=fields.get("revision", ""))

    def _keep(self, fields: Fields, by: str) -> None:
        self.actions.rewrite(number_in(fields, "comment"), _written(fields), by=by, revision=fields.get("revision", ""))

    def _delete_flood(self, fields: Fields, by: str) -> None:
        if fields.get("read") != "yes":
            raise ActionRefused(moderation.READ_FIRST)
        marks = (mark.partition(":") for mark in fields.get("comments", "").split(",") if mark)
        self.actions.delete_flood({number_in({"": number}, ""): revision for number, _, revision in marks}, by=by)

    def _refused(self, request: Request, session: Session, fields: Fields, sentence: str) -> Response:
        lists = {"published": self.lists.published, "flood": self.lists.flood}
        show = lists.get(fields.get("back", ""), self.lists.queue)
        return show(request, session, sentence, HTTPStatus.CONFLICT)


def _written(fields: Fields) -> CommentText:
    written = normalised(fields.get("name", ""), fields.get("words", ""))
    found = faults(written)
    if found:
        raise ActionRefused(" ".join(found.values()))
    return written
