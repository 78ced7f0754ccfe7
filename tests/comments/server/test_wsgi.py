"""Between the service and WSGI: what no server should hand on, and some do."""

from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import run_wsgi_app

from plugins.comments.server.assembly import Assembled


def status_of(app: Assembled, method: str, path: str, body: BytesIO | None = None, **environ: Any) -> str:
    form = {"CONTENT_TYPE": "application/x-www-form-urlencoded", "wsgi.input": body or BytesIO()}
    around: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": path, **form, **environ}
    return run_wsgi_app(app.application, around)[1]


@pytest.mark.parametrize(("length", "status"), [("²", "403 "), ("-1", "403 "), ("1e3", "403 "), ("65537", "413 ")])
def test_a_length_that_is_none_or_too_large_is_not_read(app: Assembled, length: str, status: str) -> None:
    body = BytesIO(b"thread=workshops/meeting/&words=x")
    assert status_of(app, "POST", "/answer", body, CONTENT_LENGTH=length).startswith(status)
    assert body.tell() == 0


def test_a_body_that_names_no_length_is_read_to_the_longest_and_no_further(app: Assembled) -> None:
    body = BytesIO(b"words=" + b"x" * 200_000)
    assert status_of(app, "POST", "/answer", body, **{"wsgi.input_terminated": True}).startswith("403 ")
    assert body.tell() == 65_536


@pytest.mark.parametrize("referer", ["http://[", "http://[::1", "//[x]/", "\x00", "http://localhost:8000.elsewhere"])
def test_a_page_to_come_from_that_is_none_is_a_foreign_one(app: Assembled, referer: str) -> None:
    body = BytesIO(b"thread=workshops/meeting/&words=x")
    assert status_of(app, "POST", "/answer", body, CONTENT_LENGTH="33", HTTP_REFERER=referer).startswith("403 ")


@pytest.mark.parametrize("query", ["thread=\xff", "thread=%ff", "&" * 100, "\x00", "thread=%"])
def test_a_question_of_noise_is_none(app: Assembled, query: str) -> None:
    assert status_of(app, "GET", "/answer", QUERY_STRING=query).startswith("404 ")


@pytest.mark.parametrize("path", ["//elsewhere.example/", "/static/../../etc/passwd", "/archive.json/.."])
def test_a_path_that_is_none_leads_nowhere(app: Assembled, path: str) -> None:
    assert status_of(app, "GET", path).startswith("404 ")


def test_a_cookie_of_noise_opens_nothing(app: Assembled) -> None:
    assert status_of(app, "POST", "/moderate/do", HTTP_COOKIE="moderator=\x00é; moderator=a=b").startswith("403 ")
