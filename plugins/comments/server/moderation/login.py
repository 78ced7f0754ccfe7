"""How moderators log in: name and password, and how often they may be tried."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from http import HTTPStatus
from urllib.parse import urlsplit

from werkzeug.exceptions import HTTPException

from plugins.comments.server.http_messages import Request, Response, see_other
from plugins.comments.server.moderation.sessions import Session, Sessions
from plugins.comments.server.moderation.views import LoginPage
from plugins.comments.server.origins import Origins
from plugins.comments.server.pages import Pages
from plugins.comments.server.password import hash_of_nobody, is_right
from plugins.comments.server.rate_limit import RateLimit, RateLimiter
from plugins.comments.server.settings import Moderator
from plugins.records import dataclass
from plugins.words import moderation

TRIES: Mapping[str, RateLimit] = {
    "network": RateLimit(at_once=10, a_minute=1),
    "service": RateLimit(at_once=100, a_minute=20),
}
"""Ten at once from one place, then one a minute. Nobody is locked out by name: a moderator could be, on purpose."""
LONGEST_PASSWORD = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Lets moderators in and out. `address` is that of the service."""

    address: str
    moderators: Sequence[Moderator]
    sessions: Sessions
    origins: Origins
    pages: Pages
    rate_limiter: RateLimiter = field(default_factory=lambda: RateLimiter(TRIES))
    _nobody: str = field(default_factory=hash_of_nobody)

    def session(self, request: Request) -> Session | None:
        cookie = request.cookies.get(self._cookie_name)
        return self.sessions.of(cookie) if cookie else None

    def page(
        self, request: Request, *, fault: str = "", name: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        """The form to log in.

        A browser that comes by a link from an e-mail holds a strict cookie back: it is sent round once more by our own
        page, and then shows it.
        """
        comes_by_a_link = request.method == "GET" and request.headers.get("Sec-Fetch-Site") == "cross-site"
        page = LoginPage(
            title=moderation.NOT_LOGGED_IN if fault else moderation.LOG_IN,
            action=f"{self.pages.root}moderate/login",
            name=name,
            fault=fault,
            goes_round=comes_by_a_link,
        )
        return self.pages.page("login.html", page, status)

    def log_in(self, request: Request) -> Response:
        """Open a session, or say why not."""
        fields = _fields(request)
        name, password = fields.get("name", "").strip(), fields.get("password", "")
        if not self.origins.are_own(request):
            return self.page(request, fault=moderation.FOREIGN, name=name, status=HTTPStatus.FORBIDDEN)
        wait = self.rate_limiter.seconds_to_wait(self.sessions.clock(), network=request.network, service="")
        if wait:
            fault = moderation.too_often(wait)
            refused = self.page(request, fault=fault, name=name, status=HTTPStatus.TOO_MANY_REQUESTS)
            refused.headers["Retry-After"] = str(wait)
            return refused
        moderator = self._moderator(name, password)
        if moderator is None:
            return self.page(request, fault=moderation.WRONG_PASSWORD, name=name, status=HTTPStatus.FORBIDDEN)
        return self._to_queue(self.sessions.begin(moderator.name))

    def log_out(self, request: Request) -> Response:
        self.sessions.end(request.cookies.get(self._cookie_name, ""))
        return self._to_queue("", max_age=0)

    def _moderator(self, name: str, password: str) -> Moderator | None:
        """Whoever has this name and this password. It takes as long to find nobody."""
        found = next((each for each in self.moderators if each.name.casefold() == name.casefold()), None)
        right = is_right(password[:LONGEST_PASSWORD], found.password if found else self._nobody)
        return found if right else None

    @property
    def _cookie_name(self) -> str:
        return "__Secure-moderator" if self._is_secure else "moderator"

    @property
    def _is_secure(self) -> bool:
        return urlsplit(self.address).scheme == "https"

    def _to_queue(self, cookie: str, *, max_age: int | None = None) -> Response:
        """To the moderators' first page, with a cookie that goes nowhere else."""
        path = f"{self.pages.root}moderate/"
        response = see_other(path)
        response.set_cookie(
            *(self._cookie_name, cookie),
            max_age=max_age,
            path=path,
            secure=self._is_secure,
            httponly=True,
            samesite="Strict",
        )
        return response


def _fields(request: Request) -> Mapping[str, str]:
    try:
        return request.form
    except HTTPException:
        return {}
