"""What is asked and answered over HTTP at the editor: werkzeug's requests and responses, read strictly."""

import io
from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qsl

import werkzeug
from werkzeug.datastructures import FileStorage, ImmutableMultiDict, MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.formparser import parse_form_data

_LONGEST_FORM = 4_000_000
_MOST_FIELDS = 20_000
_MOST_PARTS = 20
_LARGEST_FILE = 110_000_000
_LARGEST_PHOTOS = 400_000_000
_MOST_PHOTOS = 200
_WITH_FILE = "multipart/form-data"
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


class Upload(Request):
    """A question that brings a file along, which lies in no file of this computer meanwhile."""

    max_content_length = _LARGEST_FILE
    most_parts = _MOST_PARTS

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        return list(self._parts[0].items(multi=True))

    def every_file(self, name: str) -> list[tuple[str, bytes]]:
        """The names and the bytes of all files of one field."""
        return [(sent.filename or "", sent.stream.read()) for sent in self._parts[1].getlist(name) if sent]

    def file(self, name: str) -> tuple[str, bytes]:
        """The name and the bytes of a file; both empty where none was chosen."""
        sent = self._parts[1].get(name)
        return (sent.filename or "", sent.stream.read()) if sent else ("", b"")

    @cached_property
    def _parts(self) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
        if self.mimetype != _WITH_FILE:
            raise BadRequest
        _, form, files = parse_form_data(
            self.environ,
            stream_factory=_in_memory,
            max_content_length=self.max_content_length,
            max_form_memory_size=_LONGEST_FORM,
            max_form_parts=self.most_parts,
        )
        return form, files


class PhotoUpload(Upload):
    """A question that brings many photos along."""

    max_content_length = _LARGEST_PHOTOS
    most_parts = _MOST_PHOTOS


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001 - werkzeug names what it hands over
    content_type: str | None,  # noqa: ARG001 - as above
    filename: str | None,  # noqa: ARG001 - as above
    content_length: int | None = None,  # noqa: ARG001 - as above
) -> io.BytesIO:
    return io.BytesIO()


class Response(werkzeug.Response):
    """What every answer says is added on its way out."""

    default_mimetype = "text/html"


def page_response(page: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(page, status)


def text_response(text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(text, status, mimetype="text/plain")


def redirect(where: str) -> Response:
    return Response("Go on.\n", HTTPStatus.SEE_OTHER, {"Location": where}, mimetype="text/plain")
