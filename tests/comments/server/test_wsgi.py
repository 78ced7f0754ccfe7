"""Between the service and WSGI: what no server should hand on, and some do."""

from io import BytesIO
from typing import Any

import pytest

from plugins.comments.server.assembly import Assembled


def status_of(app: Assembled, method: str, path: str, **environ: str) -> str:
    begun: list[str] = []
    around: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": path, "wsgi.input": BytesIO(), **environ}
    list(app.application(around, lambda status, _headers: begun.append(status)))
    return begun[0]


@pytest.mark.parametrize("length", ["²", "-1", "1e3", "65537"])
def test_a_length_that_is_none_or_too_large_is_not_read(app: Assembled, length: str) -> None:
    assert status_of(app, "POST", "/answer", CONTENT_LENGTH=length).startswith("413 ")


@pytest.mark.parametrize("path", ["//elsewhere.example/", "/static/../../etc/passwd", "/archive.json/.."])
def test_a_path_that_is_none_leads_nowhere(app: Assembled, path: str) -> None:
    assert status_of(app, "GET", path).startswith("404 ")


def test_a_cookie_of_noise_opens_nothing(app: Assembled) -> None:
    assert status_of(app, "POST", "/moderate/do", HTTP_COOKIE="moderator=\x00é; moderator=a=b").startswith("403 ")
