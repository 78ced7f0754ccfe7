"""What is asked where: the addresses of the service."""

import hmac
from collections.abc import Callable, Mapping
from http import HTTPStatus

from plugins.comments.archive import archive_text
from plugins.comments.server.archive import archive
from plugins.comments.server.http_messages import Request, Response, json_response, see_other, text_response
from plugins.comments.server.moderation.routes import ModerationRoutes
from plugins.comments.server.origins import Origins
from plugins.comments.server.pages import Pages
from plugins.comments.server.store import Store
from plugins.comments.server.submission import Submission
from plugins.comments.server.views import Link, MessagePage
from plugins.records import dataclass
from plugins.words import comment_service

Handler = Callable[[Request], Response]
_ROBOTS = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Everything below the service's address."""

    store: Store
    pages: Pages
    origins: Origins
    submission: Submission
    moderation: ModerationRoutes
    token: str

    def answer(self, request: Request) -> Response:
        """Every request comes through here."""
        if request.path == "answer":
            return self._answer_address(request)
        if request.path == "moderate":
            return see_other(f"{self.pages.root}moderate/")
        if request.path.startswith("moderate/") and request.method in {"GET", "POST"}:
            return self.moderation.answer(request) or self._not_here()
        handlers = self._at(request.path)
        handler = handlers.get(request.method)
        if handler:
            return handler(request)
        if handlers:
            return _not_so(handlers)
        return self._not_here()

    def _at(self, path: str) -> Mapping[str, Handler]:
        """What can be done at a path, by methods."""
        table: Mapping[str, Mapping[str, Handler]] = {
            "": {"GET": lambda _: self._message(comment_service.FRONT, comment_service.FRONT_MORE)},
            "thanks": {"GET": self.submission.thanks},
            "archive.json": {"GET": self._archive},
            "waiting.json": {"GET": self._waiting},
            "health": {"GET": lambda _: json_response({"status": "ok"})},
            "robots.txt": {"GET": lambda _: text_response(_ROBOTS, HTTPStatus.OK)},
        }
        file = self.pages.file(path)
        return {"GET": lambda _: file} if file else table.get(path, {})

    def _answer_address(self, request: Request) -> Response:
        """The one address that pages of the diary may use by script, too."""
        handlers: Mapping[str, Handler] = {
            "GET": self.submission.form,
            "POST": self.submission.post,
            "OPTIONS": lambda _: _preflight(),
        }
        handler = handlers.get(request.method)
        return self.origins.shared(request, handler(request) if handler else _not_so(handlers))

    def _archive(self, request: Request) -> Response:
        """For the build of the diary, which knows the token."""
        if not self._knows_token(request):
            return _unknown()
        with self.store.database.lock:
            text = archive_text(archive(self.store.published(), self.store.closed(), self.store.moment()))
        return Response(text, mimetype="application/json")

    def _waiting(self, request: Request) -> Response:
        """How many comments wait to be read, for whoever writes the diary."""
        return json_response({"waiting": len(self.store.waiting())}) if self._knows_token(request) else _unknown()

    def _knows_token(self, request: Request) -> bool:
        asked = request.headers.get("Authorization", "").encode("utf-8", "replace")
        return bool(self.token) and hmac.compare_digest(asked, f"Bearer {self.token}".encode())

    def _message(self, title: str, sentence: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
        """A page that says one thing, and leads home where that is known."""
        thread_list = self.pages.thread_list()
        home = (Link(label=thread_list.site, href=thread_list.address),) if thread_list else ()
        page = MessagePage(title=title, sentences=(sentence,), links=home)
        return self.pages.page("message.html", page, status)

    def _not_here(self) -> Response:
        return self._message(comment_service.NOT_HERE, comment_service.NOT_HERE_MORE, HTTPStatus.NOT_FOUND)


def _unknown() -> Response:
    refused = text_response(comment_service.TOKEN, HTTPStatus.UNAUTHORIZED)
    refused.headers["WWW-Authenticate"] = "Bearer"
    return refused


def _preflight() -> Response:
    allowed = {
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": "Accept, Content-Type",
        "Access-Control-Max-Age": "600",
    }
    return Response(status=HTTPStatus.NO_CONTENT, headers=allowed)


def _not_so(handlers: Mapping[str, Handler]) -> Response:
    methods = sorted({*handlers, *(["HEAD"] if "GET" in handlers else [])})
    refused = text_response(comment_service.CANNOT_BE_DONE, HTTPStatus.METHOD_NOT_ALLOWED)
    refused.headers["Allow"] = ", ".join(methods)
    return refused
