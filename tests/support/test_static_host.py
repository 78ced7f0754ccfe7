"""The static host answers as hosts do that know nothing but files."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.static_host import serve


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "about").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "index.html").write_text("home", "utf-8")
    (tmp_path / "about" / "index.html").write_text("about us", "utf-8")
    (tmp_path / "404.html").write_text("not here", "utf-8")
    (tmp_path / "workshops.ics").write_text("BEGIN:VCALENDAR", "utf-8")
    with serve(tmp_path, below="/blog/") as started:
        yield started


def answer(address: str, path: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response, body


def test_a_folder_shows_its_index(address: str) -> None:
    assert answer(address, "/blog/")[1] == "home"
    assert answer(address, "/blog/about/")[1] == "about us"


def test_a_folder_without_its_slash_is_sent_on(address: str) -> None:
    response, _ = answer(address, "/blog/about")
    assert (response.status, response.headers["Location"]) == (301, "/blog/about/")


@pytest.mark.parametrize("path", ["/blog/nowhere", "/blog/empty/", "/", "/about/"])
def test_what_is_not_there_is_answered_by_the_404_page(address: str, path: str) -> None:
    response, body = answer(address, path)
    assert (response.status, body) == (404, "not here")


def test_a_calendar_is_sent_as_one(address: str) -> None:
    assert answer(address, "/blog/workshops.ics")[0].headers["Content-Type"] == "text/calendar; charset=utf-8"
