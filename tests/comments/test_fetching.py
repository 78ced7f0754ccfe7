"""What is asked of others at build: it ends, and what they took back is taken back here."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from plugins.comments.archive import fetching
from plugins.comments.archive.fetching import NotFetchedError, fetched
from plugins.comments.gathering import gathered
from plugins.comments.settings import comments_settings
from tests.comments.archives import said, text, thread
from tests.support.answering_host import Answer, answering_host


@pytest.fixture(params=[b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"], ids=["head", "body"])
def dripping(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that sends its head, or its body, one byte after another and never all of it."""
    ended = Event()

    def drip(server: socket.socket) -> None:
        with suppress(OSError), server.accept()[0] as connection:
            connection.sendall(request.param)
            while not ended.wait(0.02):
                connection.sendall(b"H")

    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=drip, args=(server,), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        ended.set()


def test_an_answer_that_drips_is_waited_for_no_longer_than_any(dripping: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "ALTOGETHER", 0.3)
    began = time.monotonic()
    with pytest.raises(NotFetchedError) as told:
        fetched(dripping)
    assert str(told.value) == "it took too long"
    assert time.monotonic() - began < fetching.PATIENCE


def test_an_address_that_is_none_is_loud() -> None:
    with pytest.raises(ValueError, match="unknown url type"):
        fetched("nowhere")


@pytest.mark.parametrize("status", [404, 410])
def test_with_a_post_that_is_deleted_at_mastodon_its_replies_are_gone(tmp_path: Path, status: int) -> None:
    """The replies below another post are read all the same, and no odd answer keeps what was kept before."""
    with answering_host() as host:
        account = {"acct": "us", "username": "us", "display_name": "Us"}
        reply = {
            "id": "201",
            "in_reply_to_id": "200",
            "account": account,
            "created_at": "2031-03-04T18:01:00.000Z",
            "visibility": "public",
            "favourites_count": 0,
            "content": "<p>Yes.</p>",
            "edited_at": None,
        }
        host.answers["/api/v1/statuses/100/context"] = Answer(status)
        host.answers["/api/v1/statuses/200/context"] = Answer(body=json.dumps({"descendants": [reply]}).encode())
        posts = {"posts/hello/": "100", "posts/other/": "200"}
        mastodon = {"server": host.address, "account": "us", "posts": posts}
        (tmp_path / ".comments").mkdir()
        (tmp_path / "content").mkdir()
        (tmp_path / ".comments" / "mastodon.json").write_bytes(text(thread(said("m1"))))
        held = comments_settings({"PATH": str(tmp_path / "content"), "DIARY_COMMENTS": {"mastodon": mastodon}}, {})
        discussion, told = gathered(held, ask="everybody")
    assert told == ()
    assert discussion.thread("posts/hello/").comments == ()
    assert [each.id for each in discussion.thread("posts/other/").comments] == ["m201"]
