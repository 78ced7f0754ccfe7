"""Replies at Mastodon come from a real server, and appear when the project has marked them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.comments.gathering import gathered
from tests.comments.archives import said, text, thread
from tests.comments.test_gathering import KEPT, git, settings, shown
from tests.support.answering_host import Answer, Host, answering_host


@pytest.fixture
def host() -> Iterator[Host]:
    with answering_host() as started:
        yield started


MASTODON = {"account": "our_project", "posts": {"posts/hello/": "100"}}


def reply(number: int, *, to: int = 100, who: str = "mo@elsewhere.example.org", **more: Any) -> dict[str, Any]:
    account = {"acct": who, "username": "mo", "display_name": "Mo 🌱", "url": "https://elsewhere.example.org/@mo"}
    created = f"2031-03-04T18:{number % 60:02}:00.000Z"
    usual = {"visibility": "public", "favourites_count": 1, "content": f"<p>Reply {number}</p>", "edited_at": None}
    return {"id": str(number), "in_reply_to_id": str(to), "account": account, "created_at": created, **usual, **more}


def favoured(host: Host, number: int, *accounts: str) -> None:
    body = json.dumps([{"acct": account} for account in accounts]).encode()
    host.answers[f"/api/v1/statuses/{number}/favourited_by?limit=80"] = Answer(body=body)


def test_replies_that_cannot_be_kept_are_told(tmp_path: Path, host: Host) -> None:
    host.answers["/api/v1/statuses/100/context"] = Answer(body=b'{"descendants": []}')
    git(tmp_path, "init")
    held = settings(tmp_path, "", {"mastodon": {"server": host.address, **MASTODON}}, DIARY_COMMENTS_TOKEN="")
    found, (told,) = shown(held)
    assert found == []
    assert told.startswith(f"comments: the archive of comments cannot be kept at {tmp_path}/.comments/mastodon.json: ")


def test_replies_at_mastodon_appear_when_the_project_has_marked_them(tmp_path: Path, host: Host) -> None:
    replies = [
        reply(101),
        reply(102, to=101, who="our_project", favourites_count=0),
        reply(103, to=104),
        reply(104),
        reply(105, favourites_count=0),
        reply(106, visibility="private"),
        reply(107, sensitive=True),
    ]
    host.answers["/api/v1/statuses/100/context"] = Answer(body=json.dumps({"descendants": replies}).encode())
    favoured(host, 101, "ash@example.org", "our_project")
    favoured(host, 103, "our_project")
    favoured(host, 104, "our_project@other.example.org")
    held = settings(tmp_path, "", {"mastodon": {"server": host.address, **MASTODON}}, DIARY_COMMENTS_TOKEN="")
    assert shown(held) == (["m101", "m102", "m103"], [])
    comments = {comment.id: comment for comment in gathered(held, ask="nobody")[0].thread("posts/hello/").comments}
    assert (comments["m102"].parent, comments["m103"].parent) == ("m101", None)
    assert (comments["m101"].name, comments["m101"].can_be_answered) == ("@mo", False)
    kept_text = (tmp_path / ".comments" / "mastodon.json").read_text("utf-8")
    assert "elsewhere.example.org" not in kept_text


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"descendants": [{}]}', b"nonsense"])
def test_a_mastodon_that_answers_oddly_leaves_the_last_replies_in_place(
    tmp_path: Path, host: Host, body: bytes
) -> None:
    host.answers["/api/v1/statuses/100/context"] = Answer(body=body)
    (tmp_path / ".comments").mkdir()
    (tmp_path / ".comments" / "mastodon.json").write_bytes(text(thread(said("m1"))))
    held = settings(tmp_path, "", {"mastodon": {"server": host.address, **MASTODON}}, DIARY_COMMENTS_TOKEN="")
    found, (told,) = shown(held)
    assert found == ["m1"]
    assert told.startswith(f"comments: Mastodon at {host.address} gave no comments: its answer is not ")
    assert told.endswith(KEPT)
    assert shown(held, ask="own service") == (["m1"], [])


@pytest.mark.parametrize(
    ("odd", "found", "told"),
    [
        ({"content": "<p>" + "x" * 300_000}, ["m101"], 0),
        ({"created_at": "0001-01-01T00:00:00.000Z"}, ["m1"], 1),
    ],
)
def test_an_odd_reply_at_mastodon_never_stops_a_build(
    tmp_path: Path, host: Host, odd: dict[str, Any], found: list[str], told: int
) -> None:
    replies = [reply(101, who="our_project", **odd)]
    host.answers["/api/v1/statuses/100/context"] = Answer(body=json.dumps({"descendants": replies}).encode())
    (tmp_path / ".comments").mkdir()
    (tmp_path / ".comments" / "mastodon.json").write_bytes(text(thread(said("m1"))))
    held = settings(tmp_path, "", {"mastodon": {"server": host.address, **MASTODON}}, DIARY_COMMENTS_TOKEN="")
    comments, problems = gathered(held, ask="everybody")
    assert [comment.id for comment in comments.thread("posts/hello/").comments] == found
    assert [problem.stops for problem in problems] == [False] * told
