"""What is asked and answered over HTTP at the editor: werkzeug's requests and responses, read strictly."""

from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qsl

import werkzeug
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import BadRequest

_LONGEST_FORM = 4_000_000
_MOST_FIELDS = 20_000
_FORM = "application/x-www-form-urlencoded"


class Request(werkzeug.Request):
    """A question; a form is what a plain HTML form sends."""

    max_content_length = _LONGEST_FORM

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The fields of the form in the order in which they were sent; raises BadRequest, RequestEntityTooLarge."""
        if self.mimetype != _FORM:
            raise BadRequest
        try:
            data = self.get_data().decode("ascii")
            return parse_qsl(data, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except ValueError as error:
            raise BadRequest from error

    @cached_property
    def form(self) -> ImmutableMultiDict[str, str]:
        return ImmutableMultiDict(self.pairs)


class Response(werkzeug.Response):
    """What every answer says is added on its way out."""

    default_mimetype = "text/html"


def page_response(page: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(page, status)


def text_response(text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(text, status, mimetype="text/plain")


def redirect(where: str) -> Response:
    return Response("Go on.\n", HTTPStatus.SEE_OTHER, {"Location": where}, mimetype="text/plain")
