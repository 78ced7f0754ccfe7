"""The desk's addresses: who may ask what, and each deed that a form asks for."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from plugins.comments.server.deeds import DeedRefused, Deeds
from plugins.comments.server.exchange import Request, Response, see_other
from plugins.comments.server.moderation.door import Door
from plugins.comments.server.moderation.lists import Lists
from plugins.comments.server.moderation.sessions import Session
from plugins.comments.server.words import Writing, faults, writing

Fields = Mapping[str, str]
_FORGED = "This was not sent from the desk as you have it open. Nothing was done; try again here."
_MALFORMED = "This did not come from a form of the desk. Nothing was done."


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRoom:
    """Everything below `moderate/`."""

    door: Door
    lists: Lists
    deeds: Deeds

    def answer(self, request: Request) -> Response | None:
        """Every request below `moderate/`, with `path` as it is below that; None for what is not there."""
        path = request.path.removeprefix("moderate/")
        if (request.method, path) == ("POST", "login"):
            return self.door.log_in(request)
        session = self.door.session(request)
        if session is None:
            return self.door.page(request, status=HTTPStatus.OK if request.method == "GET" else HTTPStatus.FORBIDDEN)
        if request.method == "POST":
            return self._do(request, session, path)
        shown: Mapping[str, Callable[[Request, Session], Response | None]] = {
            "": self.lists.queue,
            "published": self.lists.published,
            "delete": self.lists.delete,
            "posts": self.lists.posts,
            "log": self.lists.log,
            "safeguarding": self.lists.safeguarding,
        }
        show = shown.get(path)
        return show(request, session) if show else None

    def _do(self, request: Request, session: Session, path: str) -> Response | None:
        """One deed, then back to where it was asked for; with a sentence either way."""
        try:
            fields = request.form() if request.is_form else {}
        except ValueError:
            return self._refused(request, session, {}, _MALFORMED)
        secret = fields.get("secret", "").encode("utf-8", "replace")
        if not (self.door.origins.are_own(request) and hmac.compare_digest(secret, session.secret.encode())):
            return self._refused(request, session, fields, _FORGED)
        if path == "logout":
            return self.door.log_out(request)
        deed = self._deeds().get(fields.get("deed", "")) if path == "do" else None
        if deed is None:
            return None
        try:
            deed(fields, session.moderator)
        except DeedRefused as refusal:
            return self._refused(request, session, fields, str(refusal))
        back = fields.get("back", "")
        section = back if back in {"published", "posts"} else ""
        return see_other(f"{self.lists.pages.root}moderate/{section}?done={fields['deed']}")

    def _deeds(self) -> Mapping[str, Callable[[Fields, str], None]]:
        return {
            "approve": self._approve,
            "keep": self._keep,
            "take-back": lambda fields, by: self.deeds.take_back(_comment(fields), by=by),
            "delete": lambda fields, by: self.deeds.delete(
                _comment(fields), with_replies=fields.get("replies") == "delete", by=by
            ),
            "set-aside": lambda fields, by: self.deeds.set_aside(_comment(fields), by=by),
            "pass-on": lambda fields, by: self.deeds.pass_on(_comment(fields), by=by),
            "close": lambda fields, by: self.deeds.close(fields.get("thread", ""), by=by),
            "reopen": lambda fields, by: self.deeds.reopen(fields.get("thread", ""), by=by),
        }

    def _approve(self, fields: Fields, by: str) -> None:
        self.deeds.approve(_comment(fields), _written(fields), by=by, mark=fields.get("mark", ""))

    def _keep(self, fields: Fields, by: str) -> None:
        self.deeds.rewrite(_comment(fields), _written(fields), by=by, mark=fields.get("mark", ""))

    def _refused(self, request: Request, session: Session, fields: Fields, sentence: str) -> Response:
        show = self.lists.published if fields.get("back") == "published" else self.lists.queue
        return show(request, session, sentence, HTTPStatus.CONFLICT)


def _comment(fields: Fields) -> int:
    number = fields.get("comment", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 16 else 0


def _written(fields: Fields) -> Writing:
    written = writing(fields.get("name", ""), fields.get("words", ""))
    found = faults(written)
    if found:
        raise DeedRefused(" ".join(found.values()))
    return written
