"""The service as a program: headers, bounds, and what is thanked for is on the disk."""

import json
import signal
import socket
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.support.comment_services import MAKING, MEETING, SECRET, SITE, RunningService, running, write_threads
from tests.support.redirects import KNOWN, asked, paths
from tests.support.systems import needs_signals

ORIGIN = SITE.rstrip("/")


def from_network(number: int) -> dict[str, str]:
    return {"X-Forwarded-For": f"10.{number // 256}.{number % 256}.7"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "", 200),
        ("GET", "thanks", 200),
        ("GET", "nowhere", 404),
        ("GET", "answer?thread=workshops/meeting/", 200),
        ("HEAD", "thanks", 200),
    ],
)
def test_every_page_says_that_nothing_foreign_may_be_loaded_or_frame_it(
    service: RunningService, method: str, path: str, status: int
) -> None:
    answer = service.ask(method, path)
    assert answer.status == status
    expected = {
        "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "x-robots-tag": "noindex",
        "cache-control": "no-store",
    }
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers
    assert int(answer.headers["content-length"]) > 0
    assert (answer.text == "") == (method == "HEAD")


def test_no_path_leads_away_from_the_service(service: RunningService) -> None:
    @given(paths)
    @settings(max_examples=200, deadline=None)
    def is_answered_here(path: str) -> None:
        answered = asked(service.settings.port, path)
        assert 0 < answered.status < 500, path
        assert not answered.leads_elsewhere, path

    assert [path for path in KNOWN if asked(service.settings.port, path).leads_elsewhere] == []
    assert asked(service.settings.port, "/moderate").locations == ("/moderate/",)
    is_answered_here()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "new?uri=/workshops/meeting/"),
        ("GET", "?uri=/workshops/meeting/"),
        ("GET", "id/1"),
        ("PUT", "id/1"),
        ("DELETE", "id/1"),
        ("POST", "id/1/like"),
        ("POST", "id/1/delete/key"),
        ("POST", "count"),
        ("GET", "feed?uri=/workshops/meeting/"),
        ("GET", "latest"),
        ("POST", "preview"),
        ("GET", "config"),
        ("GET", "info"),
        ("GET", "admin/"),
        ("POST", "login/"),
        ("GET", "js/embed.min.js"),
        ("GET", "static/../service.py"),
    ],
)
def test_none_of_issos_own_addresses_can_be_reached(service: RunningService, method: str, path: str) -> None:
    answer = service.ask(
        method, path, b'{"text": "x"}' if method in ("POST", "PUT") else None, {"Content-Type": "application/json"}
    )
    assert answer.status in (404, 405) or "Comments live below the posts" in answer.text


def test_scripts_of_the_site_may_read_the_answer_and_no_others(service: RunningService) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "accept"}
    allowed = service.ask("OPTIONS", "answer", headers={"Origin": ORIGIN, **asked})
    assert allowed.status == 204
    assert allowed.headers["access-control-allow-origin"] == ORIGIN
    assert allowed.headers["access-control-allow-methods"] == "POST"
    assert allowed.headers["vary"] == "Origin"
    assert "access-control-allow-credentials" not in allowed.headers
    foreign = service.ask("OPTIONS", "answer", headers={"Origin": "https://elsewhere.example", **asked})
    assert "access-control-allow-origin" not in foreign.headers
    for path in ("archive.json", "moderate/", "thanks", ""):
        assert "access-control-allow-origin" not in service.ask("GET", path, headers={"Origin": ORIGIN}).headers


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_what_cannot_be_done_says_what_can(service: RunningService, method: str) -> None:
    answer = service.ask(method, "answer")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


def test_a_body_without_end_is_not_read(service: RunningService) -> None:
    answer = service.write("x" * 100_000)
    assert answer.status == 413
    assert "This is far longer than a comment may be." in answer.text


def test_a_body_far_too_large_is_refused_before_it_has_come(service: RunningService) -> None:
    with socket.create_connection((service.settings.host, service.settings.port), timeout=30) as client:
        client.sendall(b"POST /answer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n")
        assert client.recv(1_000).startswith(b"HTTP/1.1 413 ")


def test_the_archive_wants_the_token(service: RunningService) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": SECRET}, {"Authorization": "Bearer "}):
        for path in ("archive.json", "waiting.json"):
            answer = service.ask("GET", path, headers=headers)
            assert (answer.status, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert service.ask("GET", f"archive.json?token={SECRET}").status == 401
    assert service.archive()["version"] == 1


def test_how_many_wait_is_told_to_whoever_writes_the_diary(service: RunningService) -> None:
    def waiting() -> int:
        answer = service.ask("GET", "waiting.json", headers={"Authorization": f"Bearer {SECRET}"})
        return int(json.loads(answer.text)["waiting"])

    before = waiting()
    assert service.write("A lamp for the hall").status in (200, 303)
    assert waiting() == before + 1


@pytest.mark.parametrize("thread", ["posts/shut/", "posts/over/"])
def test_a_closed_post_is_refused_over_http(service: RunningService, thread: str) -> None:
    answer = service.write("Too late", thread=thread)
    assert answer.status == 403
    assert "Comments on this post are closed." in answer.text
    assert "\nToo late</textarea>" in answer.text


@pytest.fixture
def own(tmp_path: Path) -> Iterator[RunningService]:
    write_threads(tmp_path)
    with running(tmp_path, proxies=("127.0.0.1",)) as started:
        yield started


def words_in(service: RunningService) -> set[str]:
    with sqlite3.connect(service.settings.database) as file:
        rows = [row[0] for row in file.execute("SELECT text FROM comments WHERE mode = 2")]
    assert len(rows) == len(set(rows))
    return set(rows)


def test_of_three_hundred_comments_at_once_none_is_lost(own: RunningService) -> None:
    def write(number: int) -> int:
        thread = (MEETING, MAKING)[number % 2]
        return own.write(f"Comment {number}", thread=thread, headers=from_network(number)).status

    with ThreadPoolExecutor(50) as writers:
        statuses = list(writers.map(write, range(300)))
    assert statuses == [303] * 300
    assert words_in(own) == {f"Comment {number}" for number in range(300)}


def test_a_service_killed_in_mid_write_has_kept_all_that_it_thanked_for(own: RunningService) -> None:
    thanked: set[str] = set()
    enough = threading.Event()

    def write(writer: int) -> None:
        for number in range(1_000):
            words = f"Comment {writer}.{number}"
            try:
                if (
                    own.write(
                        words, headers=from_network(writer * 1_000 + number), thread=(MEETING, MAKING)[writer % 2]
                    ).status
                    == 303
                ):
                    thanked.add(words)
            except OSError:
                return
            if len(thanked) > 60:
                enough.set()

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
    for thread in writers:
        thread.start()
    assert enough.wait(30)
    own.process.kill()
    for thread in writers:
        thread.join()
    assert len(thanked) > 60
    assert thanked - words_in(own) == set()
    with sqlite3.connect(own.settings.database) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with running(own.settings.database.parent) as again:
        assert again.write("After the kill").status == 303


@needs_signals
def test_a_service_started_in_the_background_still_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    """A shell starts what stands before `&` with Ctrl-C switched off, and CI may be started so."""
    write_threads(tmp_path)
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with running(tmp_path) as deaf:
            assert deaf.write("Still here").status == 303
    finally:
        signal.signal(signal.SIGINT, heard)
    assert deaf.process.returncode == 0
