"""What is asked and answered over HTTP: werkzeug's requests and responses. Forms are read strictly."""

import json
from collections.abc import Mapping
from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qsl

import werkzeug
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import BadRequest

LONGEST_BODY = 64 * 1024
_MOST_FIELDS = 20
_FORM = "application/x-www-form-urlencoded"


class Request(werkzeug.Request):
    """`network` stands for where it came from: a keyed digest, good for rate limits and for nothing else."""

    max_content_length = LONGEST_BODY
    network = ""

    @property
    def wants_json(self) -> bool:
        return "application/json" in self.accept_mimetypes.values()

    @cached_property
    def form(self) -> ImmutableMultiDict[str, str]:
        """What a plain HTML form sends; raises BadRequest for all else, RequestEntityTooLarge before that is read."""
        if self.mimetype != _FORM:
            raise BadRequest
        return _fields(self.get_data())

    @cached_property
    def args(self) -> ImmutableMultiDict[str, str]:
        """What stands behind the question mark; nothing if it makes no sense."""
        try:
            return _fields(self.query_string)
        except BadRequest:
            return ImmutableMultiDict()


def _fields(encoded: bytes) -> ImmutableMultiDict[str, str]:
    try:
        pairs = parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise BadRequest from error
    return ImmutableMultiDict(pairs)


def number_in(fields: Mapping[str, str], name: str) -> int:
    """The whole number that stands in a field; 0 if none does, or one longer than any that we give."""
    text = fields.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


class Response(werkzeug.Response):
    """What every answer says (docs: security headers) is added on its way out."""

    default_mimetype = None


def text_response(text: str, status: HTTPStatus) -> Response:
    return Response(f"{text}\n", status, mimetype="text/plain")


def json_response(content: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> Response:
    """A JSON document in UTF-8."""
    return Response(json.dumps(content, ensure_ascii=False, indent=1) + "\n", status, mimetype="application/json")


def see_other(address: str) -> Response:
    """Go on there with GET [RFC 9110, 15.4.4]."""
    return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address})
