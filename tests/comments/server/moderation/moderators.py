"""A moderator at a service in this process: logs in, reads pages, presses buttons."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from werkzeug.test import TestResponse

from plugins.comments.server.assembly import Assembled
from tests.comments.server.forms import client
from tests.support.comment_services import ADDRESS, PASSWORD

_SECRET = re.compile(r'name="secret" value="([^"]+)"')
_MARK = re.compile(r'name="comment" value="(\d+)">\s*<input type="hidden" name="revision" value="([^"]*)"')


@dataclass
class ModeratorClient:
    """`network` is where they sit; `cookie` is empty until they are in."""

    app: Assembled
    network: str = "203.0.113.7"
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str = "", **headers: str) -> TestResponse:
        return self._ask("GET", path, more=headers)

    def page(self, path: str = "") -> str:
        answer = self.get(path)
        assert answer.status_code == 200, answer
        return html.unescape(answer.text)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> TestResponse:
        sent = {"origin": ADDRESS.rstrip("/"), "content-type": "application/x-www-form-urlencoded", **headers}
        return self._ask("POST", path, body=urlencode(fields).encode("ascii"), more=sent)

    def log_in(self, name: str = "Robin", password: str = PASSWORD, **headers: str) -> TestResponse:
        answer = self.post("login", {"name": name, "password": password}, **headers)
        cookie = answer.headers.get("Set-Cookie", "")
        self.cookie = cookie.partition(";")[0]
        return answer

    def start_session(self, name: str = "Robin") -> None:
        """Be logged in, without the time that a password takes."""
        self.cookie = f"moderator={self.app.sessions.begin(name)}"

    def secret(self) -> str:
        found = _SECRET.search(self.get().text)
        assert found
        return found[1]

    def do(self, action: str, number: int, **fields: str) -> TestResponse:
        """Press a button below a comment, with what its form holds."""
        comment = self.app.store.comment(number)
        held = {"name": comment.name, "words": comment.words, "revision": comment.revision} if comment else {}
        return self.post("do", {"secret": self.secret(), "comment": str(number), "action": action, **held, **fields})

    def _ask(self, method: str, path: str, *, body: bytes = b"", more: dict[str, str]) -> TestResponse:
        headers = {**self.headers, **({"cookie": self.cookie} if self.cookie else {})}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        return client(self.app).open(
            f"{urlsplit(self.app.application.address).path}moderate/{path}",
            method=method,
            headers=headers,
            data=body,
            environ_overrides={"REMOTE_ADDR": self.network},
        )


def goes_to(answer: TestResponse) -> str:
    """Where a redirect leads."""
    assert answer.status_code == 303, (answer.status_code, answer.text)
    parts = urlsplit(answer.headers["Location"])
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
