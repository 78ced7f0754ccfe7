"""Between the service and WSGI: bodies bounded before they are read, headers that every answer carries."""

import hmac
import logging
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from plugins.comments.server.http_messages import Request, Response
from plugins.comments.server.networks import Network, client, network_of

LONGEST_BODY = 64 * 1024
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""No script at all: the service's pages have none."""

_ALWAYS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Referrer-Policy", "same-origin"),  # With "no-referrer" browsers would call our own forms' origin null.
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex"),
)
_HTTPS_ALONE = ("Strict-Transport-Security", "max-age=31536000")
_FAILED = b"Something went wrong here, and it is not your fault. Go back: your words are still in the form.\n"

Environ = Mapping[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], object]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class WsgiApplication:
    """A WSGI application. `answer` gets every request below the path of `address`."""

    answer: Callable[[Request], Response]
    address: str
    proxies: tuple[Network, ...]
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        request = self._request(environ)
        try:
            response = self.answer(request) if request else Response(status=HTTPStatus.NOT_FOUND)
        except Exception:  # noqa: BLE001 - whatever it is, the writer gets a sentence and the log the rest
            _log.exception("A request failed")
            response = Response(status=HTTPStatus.INTERNAL_SERVER_ERROR, body=_FAILED, kind="text/plain; charset=utf-8")
        start_response(f"{response.status.value} {response.status.phrase}", self._headers(response))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [response.body]

    def _request(self, environ: Environ) -> Request | None:
        root = urlsplit(self.address).path
        path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace")
        if not f"{path}/".startswith(root):
            return None
        headers = {
            name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
            for name, value in environ.items()
            if name.startswith("HTTP_") or name == "CONTENT_TYPE"
        }
        method = environ["REQUEST_METHOD"]
        return Request(
            method="GET" if method == "HEAD" else method,
            path=path.removeprefix(root.rstrip("/")).lstrip("/"),
            query=environ.get("QUERY_STRING", ""),
            headers=headers,
            body=_body(environ),
            network=self._network(environ, headers),
        )

    def _network(self, environ: Environ, headers: Mapping[str, str]) -> str:
        """A digest that is good until the service is started again, and tells nobody's address."""
        address = client(environ.get("REMOTE_ADDR", ""), headers.get("x-forwarded-for", ""), self.proxies)
        return hmac.new(self._key, network_of(address).encode("ascii"), sha256).hexdigest()

    def _headers(self, response: Response) -> list[tuple[str, str]]:
        names = {name for name, _ in response.headers}
        always = (*_ALWAYS, ("Cache-Control", "no-store"), ("Content-Length", str(len(response.body))))
        if self.address.startswith("https://"):
            always = (*always, _HTTPS_ALONE)
        if response.body:
            always = (*always, ("Content-Type", response.kind))
        return [*(pair for pair in always if pair[0] not in names), *response.headers]


def _body(environ: Environ) -> bytes | None:
    length = str(environ.get("CONTENT_LENGTH") or "0")
    if not (length.isascii() and length.isdigit()) or int(length) > LONGEST_BODY:
        return None
    body: bytes = environ["wsgi.input"].read(int(length))
    return body
