"""One question and its answer over HTTP, as values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

HTML = "text/html; charset=utf-8"
_MOST_FIELDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked: `path` lies below the service's address, header names are in small letters.

    `body` is None if it was larger than the service reads. `network` stands for where the question came from; it is a
    keyed digest, good for rate limits and for nothing else.
    """

    method: str = "GET"
    path: str = ""
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = b""
    network: str = ""

    @property
    def wants_json(self) -> bool:
        return "application/json" in self.headers.get("accept", "")

    @property
    def is_form(self) -> bool:
        """What a plain HTML form sends."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind == "application/x-www-form-urlencoded"

    def form(self) -> dict[str, str]:
        """The fields of a form; raises ValueError for what no browser sends."""
        return _fields((self.body or b"").decode("ascii"))

    def question(self) -> dict[str, str]:
        """What stands behind the question mark; nothing if it makes no sense."""
        try:
            return _fields(self.query)
        except ValueError:
            return {}

    def cookie(self, name: str) -> str:
        """The value of one of our cookies."""
        pairs = (pair.strip().partition("=") for pair in self.headers.get("cookie", "").split(";"))
        return next((value for key, _, value in pairs if key == name), "")


def _fields(text: str) -> dict[str, str]:
    return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What is answered. What every answer says (docs: security headers) is added on its way out."""

    status: HTTPStatus = HTTPStatus.OK
    body: bytes = b""
    kind: str = HTML
    headers: tuple[tuple[str, str], ...] = ()

    def with_headers(self, *more: tuple[str, str]) -> "Response":
        return replace(self, headers=(*self.headers, *more))


def json_response(content: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A JSON document in UTF-8."""
    return Response(status=status, body=json_text(content), kind="application/json")


def json_text(content: Mapping[str, object]) -> bytes:
    """A document as it is sent, and as it is kept."""
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def see_other(address: str) -> Response:
    """Go on there with GET [RFC 9110, 15.4.4]."""
    return Response(status=HTTPStatus.SEE_OTHER, headers=(("Location", address),))


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as browsers write an Origin."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()
