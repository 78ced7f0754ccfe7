"""Whatever is asked, in whatever headers, the service answers with what was wrong and never fails."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import Headers
from werkzeug.test import Client

from plugins.comments.server.assembly import Assembled, assembled
from tests.support.comment_services import MEETING, Clock, settings_in, write_threads

HEADERS = (
    "Accept",
    "Accept-Language",
    "Authorization",
    "Content-Length",
    "Content-Type",
    "Cookie",
    "Forwarded",
    "Host",
    "If-Modified-Since",
    "If-None-Match",
    "Origin",
    "Range",
    "Referer",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
)
_ODD = """http://[|http://[::1|//|https://a:b|http://a:99999|null|-1|moderator=|a=b;;=|bytes=9-1|::1%eth0|1.2.3.4, |W/
multipart/form-data|text/html;q=x|Bearer \xe9|\xff|Fri, 99 Foo"""
ODD = st.sampled_from([*_ODD.replace("\n", "|").split("|"), "9" * 400])
VALUES = ODD | st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=30)
PATHS = st.sampled_from(
    ["", "answer", "thanks", "archive.json", "moderate/", "moderate/do", "moderate/login", "robots.txt"]
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assembled]:
    folder = tmp_path_factory.mktemp("service")
    write_threads(folder)
    made = assembled(settings_in(folder), Clock())
    yield made
    made.close()


@given(
    st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", "PUT", "BREW"]),
    PATHS | st.text(st.characters(codec="utf-8", exclude_characters="?"), max_size=20),
    st.dictionaries(st.sampled_from(HEADERS), VALUES, max_size=4),
    st.dictionaries(
        st.sampled_from(["thread", "parent", "words", "name", "action", "after", "comment"]), VALUES, max_size=4
    ),
    st.binary(max_size=40),
)
@example("POST", "answer", {"Referer": "http://["}, {}, b"")
@example("GET", "answer", {}, {"thread": MEETING, "parent": "9" * 400}, b"")
@example(
    "POST", "answer", {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "-1"}, {}, b"words=x"
)
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_request_is_an_error_of_ours(
    service: Assembled, method: str, path: str, headers: dict[str, str], question: dict[str, str], body: bytes
) -> None:
    browser = Client(service.application, use_cookies=False)
    answer = browser.open(
        f"/{path}", method=method, headers=Headers(list(headers.items())), query_string=question, data=body
    )
    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, answer.text
