"""What was approved of a reply at Mastodon is what goes online, whatever its writer does later."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as how_often
from hypothesis import strategies as st

from plugins.comments.gathering import gathered
from plugins.comments.mastodon import codes_in
from tests.comments.archives import said, text, thread
from tests.comments.test_gathering import settings, shown
from tests.comments.test_mastodon import MASTODON, favoured, reply
from tests.support.answering_host import Answer, Host, answering_host


@pytest.fixture
def host() -> Iterator[Host]:
    with answering_host() as started:
        yield started


def answers(host: Host, *replies: Mapping[str, Any], marked: bool = True) -> None:
    host.answers["/api/v1/statuses/100/context"] = Answer(body=json.dumps({"descendants": replies}).encode())
    for each in replies:
        favoured(host, int(each["id"]), *(["our_project"] if marked else []))


def at_mastodon(folder: Path, host: Host, **approved: str) -> Any:
    written = {
        "server": host.address,
        **MASTODON,
        "approved": {number.strip("_"): code for number, code in approved.items()},
    }
    return settings(folder, "", {"mastodon": written}, DIARY_COMMENTS_TOKEN="")


def code_in(told: str) -> str:
    return told.rpartition('": "')[2].partition('"')[0]


def left_out(number: int, code: str) -> str:
    return (
        f"comments: reply {number} at Mastodon was changed, and nobody knows whether it was read before or after, so it is left out; "
        f'read it there, and to show it as it is now write "approved": {{"{number}": "{code}"}} beside "posts"'
    )


EDITED: dict[str, Any] = {"edited_at": "2031-03-05T10:00:00.000Z"}
PICTURE = {
    "media_attachments": [{"id": "7", "type": "image", "url": "https://x.example/7.png", "description": "A cat"}]
}
POLL = {"poll": {"options": [{"title": "Yes", "votes_count": 3}, {"title": "No", "votes_count": 0}]}}
CHANGES: list[dict[str, Any]] = [
    {"content": "<p>Other words</p>"},
    {"content": "<p>Reply 101 <a href='https://evil.example/'>more</a></p>"},
    PICTURE,
    POLL,
    {"account": {"acct": "other@elsewhere.example.org", "username": "other", "display_name": "Mo 🌱"}},
]


@pytest.mark.parametrize("edited", [{}, EDITED])
@pytest.mark.parametrize("change", CHANGES)
def test_a_reply_that_is_changed_after_it_was_shown_is_left_out_from_then_on(
    tmp_path: Path, host: Host, change: dict[str, Any], edited: dict[str, Any]
) -> None:
    held = at_mastodon(tmp_path, host)
    answers(host, reply(101), reply(102, to=101))
    assert shown(held) == (["m101", "m102"], [])
    answers(host, reply(101, **change, **edited), reply(102, to=101))
    for _ in range(2):
        found, (told,) = shown(held)
        assert (found, told) == (["m102"], left_out(101, code_in(told)))
    assert "Other words" not in "".join(file.read_text("utf-8") for file in (tmp_path / ".comments").iterdir())
    assert not gathered(held, ask="everybody")[1][0].stops


def test_a_reply_that_was_changed_before_it_was_seen_first_is_left_out_and_stays_so(tmp_path: Path, host: Host) -> None:
    held = at_mastodon(tmp_path, host)
    answers(host, reply(101, **EDITED))
    assert shown(held)[0] == []
    answers(host, reply(101))  # A server that forgets that it was changed.
    assert shown(held)[0] == []


def test_the_code_of_a_changed_reply_shows_it_as_it_was_read_and_no_later_change(tmp_path: Path, host: Host) -> None:
    answers(host, reply(101, content="<p>Second words</p>", **EDITED))
    (told,) = shown(at_mastodon(tmp_path, host))[1]
    approved = at_mastodon(tmp_path, host, _101=code_in(told))
    assert shown(approved) == (["m101"], [])
    (comment,) = gathered(approved, ask="nobody")[0].thread("posts/hello/").comments
    assert (comment.html, comment.edited is not None) == ("<p>Second words</p>", True)
    answers(host, reply(101, content="<p>Third words</p>", **EDITED))
    found, (again,) = shown(approved)
    assert (found, code_in(again) != code_in(told)) == ([], True)


@pytest.mark.parametrize(
    "harmless",
    [
        {
            "account": {
                "acct": "mo@elsewhere.example.org",
                "username": "mo",
                "display_name": "RING SAM 07700 900123",
                "emojis": [{"shortcode": "x"}],
            }
        },
        {
            "account": {
                "acct": "mo@elsewhere.example.org",
                "username": "mo",
                "display_name": "",
                "moved": {"acct": "new@x.example"},
            }
        },
        {"content": '<p class="x">Reply 101</p>', "language": "cy", "favourites_count": 9, "reblogs_count": 2},
        {"poll": None, "media_attachments": [], "card": {"url": "https://x.example/"}},
    ],
)
def test_what_does_not_go_online_takes_no_approval_away(tmp_path: Path, host: Host, harmless: dict[str, Any]) -> None:
    held = at_mastodon(tmp_path, host)
    answers(host, reply(101))
    shown(held)
    answers(host, reply(101, **harmless))
    assert shown(held) == (["m101"], [])
    (comment,) = gathered(held, ask="nobody")[0].thread("posts/hello/").comments
    assert comment.name == "@mo"


@pytest.mark.parametrize(
    "hidden", [{"sensitive": True}, {"spoiler_text": "About Sam"}, {"visibility": "private"}, {"visibility": "direct"}]
)
def test_a_reply_that_is_hidden_later_goes(tmp_path: Path, host: Host, hidden: dict[str, Any]) -> None:
    held = at_mastodon(tmp_path, host)
    answers(host, reply(101))
    assert shown(held) == (["m101"], [])
    answers(host, reply(101, **hidden))
    assert shown(held) == ([], [])


def test_a_reply_whose_mark_is_taken_away_goes_and_nothing_of_it_is_kept(tmp_path: Path, host: Host) -> None:
    held = at_mastodon(tmp_path, host)
    answers(host, reply(101))
    shown(held)
    assert list(codes_in((tmp_path / ".comments" / "mastodon-codes.json").read_bytes())) == ["101"]
    answers(host, reply(101), marked=False)
    assert shown(held) == ([], [])
    assert codes_in((tmp_path / ".comments" / "mastodon-codes.json").read_bytes()) == {}


@pytest.mark.parametrize("broken", [b"{", b"[]", b'{"101": 7}', b"\xff"])
def test_codes_that_cannot_be_read_let_nothing_new_through(tmp_path: Path, host: Host, broken: bytes) -> None:
    (tmp_path / ".comments").mkdir()
    (tmp_path / ".comments" / "mastodon.json").write_bytes(text(thread(said("m1"))))
    (tmp_path / ".comments" / "mastodon-codes.json").write_bytes(broken)
    answers(host, reply(101))
    found, (told,) = shown(at_mastodon(tmp_path, host))
    assert found == ["m1"]
    assert "the codes of its replies, which were kept beside the archive, cannot be read" in told


states = st.fixed_dictionaries(
    {},
    optional={
        "content": st.sampled_from(["<p>One</p>", "<p>Two</p>", "<p>Three &amp; more</p>"]),
        "edited_at": st.sampled_from([None, "2031-03-05T10:00:00.000Z"]),
        "visibility": st.sampled_from(["public", "unlisted", "private"]),
        "sensitive": st.booleans(),
        "media_attachments": st.sampled_from([[], PICTURE["media_attachments"]]),
    },
)


def test_whatever_a_writer_does_only_the_words_that_were_marked_go_online(
    tmp_path_factory: pytest.TempPathFactory, host: Host
) -> None:
    @given(st.lists(states, min_size=1, max_size=5))
    @how_often(max_examples=40, deadline=None)
    def only_those(then: list[dict[str, Any]]) -> None:
        held = at_mastodon(tmp_path_factory.mktemp("mastodon"), host)
        answers(host, reply(101))
        assert shown(held) == (["m101"], [])
        for state in then:
            answers(host, reply(101, **state))
            discussion, _ = gathered(held, ask="everybody")
            assert {comment.html for comment in discussion.thread("posts/hello/").comments} <= {"<p>Reply 101</p>"}

    only_those()
