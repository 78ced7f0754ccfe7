"""A moderator at a service in this process: logs in, reads pages, presses buttons."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.http_messages import Request, Response
from tests.support.comment_services import ADDRESS, PASSWORD

_SECRET = re.compile(r'name="secret" value="([^"]+)"')
_MARK = re.compile(r'name="comment" value="(\d+)">\s*<input type="hidden" name="revision" value="([^"]*)"')


@dataclass
class ModeratorClient:
    """`network` is where they sit; `cookie` is empty until they are in."""

    app: Assembled
    network: str = "office"
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str = "", **headers: str) -> Response:
        where, _, query = path.partition("?")
        return self._ask("GET", f"moderate/{where}", query=query, more=headers)

    def page(self, path: str = "") -> str:
        answer = self.get(path)
        assert answer.status == 200, answer
        return html.unescape(answer.body.decode())

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Response:
        sent = {"origin": ADDRESS.rstrip("/"), "content-type": "application/x-www-form-urlencoded", **headers}
        return self._ask("POST", f"moderate/{path}", body=urlencode(fields).encode(), more=sent)

    def log_in(self, name: str = "Robin", password: str = PASSWORD, **headers: str) -> Response:
        answer = self.post("login", {"name": name, "password": password}, **headers)
        cookie = dict(answer.headers).get("Set-Cookie", "")
        self.cookie = cookie.partition(";")[0]
        return answer

    def start_session(self, name: str = "Robin") -> None:
        """Be logged in, without the time that a password takes."""
        self.cookie = f"moderator={self.app.sessions.begin(name)}"

    def secret(self) -> str:
        found = _SECRET.search(self.get().body.decode())
        assert found
        return found[1]

    def do(self, action: str, number: int, **fields: str) -> Response:
        """Press a button below a comment, with what its form holds."""
        comment = self.app.store.comment(number)
        held = {"name": comment.name, "words": comment.words, "revision": comment.revision} if comment else {}
        return self.post("do", {"secret": self.secret(), "comment": str(number), "action": action, **held, **fields})

    def _ask(self, method: str, path: str, *, query: str = "", body: bytes = b"", more: dict[str, str]) -> Response:
        headers = {**self.headers, **({"cookie": self.cookie} if self.cookie else {})}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        return self.app.answer(
            Request(method=method, path=path, query=query, headers=headers, body=body, network=self.network)
        )


def goes_to(answer: Response) -> str:
    """Where a redirect leads."""
    assert answer.status == 303, (answer.status, answer.body.decode())
    parts = urlsplit(dict(answer.headers)["Location"])
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
