"""The service as a WSGI application: below its own path, with the headers that every answer carries."""

import hmac
import logging
import secrets
from collections.abc import Callable, Iterable
from dataclasses import field
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.comments.server.http_messages import Request, Response, text_response
from plugins.comments.server.networks import Network, client, network_of
from plugins.records import dataclass
from plugins.words import comment_service

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""No script at all: the service's pages have none."""

_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # With "no-referrer" browsers would call our own forms' origin null.
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
_HTTPS_ALONE = {"Strict-Transport-Security": "max-age=31536000"}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class WsgiApplication:
    """`answer` gets every request below the path of `address`."""

    answer: Callable[[Request], Response]
    address: str
    proxies: tuple[Network, ...]
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            response = self._response(Request(environ))
        except Exception:  # noqa: BLE001 - whatever it is, the writer gets a sentence and the log the rest
            _log.exception("A request failed")
            response = text_response(comment_service.FAILED, HTTPStatus.INTERNAL_SERVER_ERROR)
        always = {**_ALWAYS, **(_HTTPS_ALONE if self.address.startswith("https://") else {})}
        for name, value in always.items():
            response.headers.setdefault(name, value)
        return response(environ, start_response)

    def _response(self, request: Request) -> Response:
        root = urlsplit(self.address).path
        if not f"{request.path}/".startswith(root):
            return Response(status=HTTPStatus.NOT_FOUND)
        request.path = request.path.removeprefix(root.rstrip("/")).lstrip("/")
        request.method = "GET" if request.method == "HEAD" else request.method
        address = client(request.remote_addr or "", request.headers.get("X-Forwarded-For", ""), self.proxies)
        # A digest that is good until the service is started again, and tells nobody's address.
        request.network = hmac.new(self._key, network_of(address).encode("ascii"), sha256).hexdigest()
        return self.answer(request)
