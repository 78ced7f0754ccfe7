"""A reader writes: what is kept, and what comes back with a sentence."""

import html
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from plugins.comments.server.comment import State
from tests.comments.server.forms import FORM, JSON, client, refused, sent
from tests.support.comment_services import MAKING, MEETING, SITE, Clock, settings_in, write_threads

THANKS = "Thank you. We read your comment before it appears below the post."


def test_a_comment_is_kept_to_be_read_and_its_writer_is_thanked(app: Assembled, clock: Clock) -> None:
    answer = sent(app, "Hello\r\n\r\nthere", name=" Mo ")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/thanks?thread=workshops%2Fmeeting%2F"
    (kept,) = app.store.waiting()
    assert (kept.thread, kept.title, kept.name, kept.words) == (MEETING, "We met", "Mo", "Hello\n\nthere")
    assert (kept.state, kept.parent, kept.created) == (State.WAITING, None, datetime.fromtimestamp(clock.now, UTC))


def test_the_thanks_say_that_somebody_reads_it_first(app: Assembled) -> None:
    page = client(app).get("/thanks?thread=workshops%2Fmeeting%2F").text
    assert "<h1>Thank you</h1>" in page
    assert "We read your comment before it appears below the post." in page
    assert f'<a href="{SITE}{MEETING}">We met</a>' in page


def test_a_script_is_answered_with_json(app: Assembled) -> None:
    answer = sent(app, headers=JSON)
    assert (answer.status_code, answer.text) == (201, f'{{\n "status": "waiting",\n "message": "{THANKS}"\n}}\n')
    assert answer.headers["Access-Control-Allow-Origin"] == SITE.rstrip("/")


def test_nothing_about_the_writer_is_kept_but_name_and_words(app: Assembled, tmp_path: Path) -> None:
    sent(
        app,
        headers={**FORM, "x-forwarded-for": "203.0.113.77", "user-agent": "A Phone/1"},
        name="Mo",
        email="mo@example.org",
    )
    with sqlite3.connect(tmp_path / "comments.db") as file:
        row = file.execute("SELECT remote_addr, email, website, author FROM comments").fetchone()
    assert row == ("0.0.0.0", None, None, "Mo")
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for trace in (b"203.0.113", b"A Phone", b"mo@example.org"):
        assert trace not in raw


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"words": " \n"}, 422, "Write your comment first. One word is enough."),
        ({"words": "x" * 4_001}, 422, "A comment may have 4,000 letters. Take 1 letter out, or send it as two."),
        ({"name": "n" * 61}, 422, "A name may have 60 letters, and this has 61. Write a shorter one."),
        (
            {"thread": "workshops/nowhere/"},
            404,
            "There is no such post, or it takes no comments. Copy your words if you want to keep them.",
        ),
        (
            {"thread": ""},
            404,
            "There is no such post, or it takes no comments. Copy your words if you want to keep them.",
        ),
        (
            {"website": "https://pills.example"},
            422,
            "Something filled in a field that nobody sees, as machines do. If you are a person, press “Send comment” once more.",
        ),
        (
            {"parent": "99"},
            422,
            "The comment that you reply to is not there any more. Press “Send comment” to send yours below the post.",
        ),
        (
            {"parent": "1' OR 1"},
            422,
            "The comment that you reply to is not there any more. Press “Send comment” to send yours below the post.",
        ),
    ],
)
def test_what_is_to_be_mended_is_told_and_the_words_are_still_there(
    app: Assembled, fields: dict[str, str], status: int, sentence: str
) -> None:
    typed = {"words": "These words <must> stay.", **fields}
    words = typed.pop("words")
    answer = sent(app, words, headers=FORM, **typed)
    assert refused(answer) == (status, sentence)
    assert f"\n{html.escape(words)}</textarea>" in answer.text
    assert app.store.waiting() == ()
    as_json = sent(app, words, headers=JSON, **typed)
    assert as_json.status_code == status
    assert app.store.waiting() == ()


def test_a_script_is_told_field_by_field(app: Assembled) -> None:
    answer = sent(app, "", headers=JSON, name="n" * 61)
    assert b'"name": "A name may have 60 letters, and this has 61. Write a shorter one."' in answer.data
    assert b'"words": "Write your comment first. One word is enough."' in answer.data


def test_a_script_is_told_when_what_is_answered_is_gone(app: Assembled) -> None:
    assert b'"drops_parent": true' in sent(app, headers=JSON, parent="99").data
    assert b'"drops_parent": false' in sent(app, "", headers=JSON).data


def test_the_page_of_the_form_lets_the_browser_remember_nothing(app: Assembled) -> None:
    page = client(app).get("/answer", query_string={"thread": MEETING}).text
    assert '<form class="form flow" method="post" action="/answer" accept-charset="utf-8" autocomplete="off"' in page
    assert page.count("autocomplete=") == 1


def test_a_reply_stands_below_what_readers_can_see_and_below_nothing_else(app: Assembled) -> None:
    sent(app, "First")
    (first,) = app.store.waiting()
    assert sent(app, "Too early", parent=str(first.id)).status_code == 422
    app.actions.approve(first.id, first.text, by="Robin")
    assert sent(app, "In time", parent=str(first.id)).status_code == 303
    assert sent(app, "Elsewhere", parent=str(first.id), thread=MAKING).status_code == 422
    assert [(comment.words, comment.parent) for comment in app.store.waiting()] == [("In time", first.id)]


def test_nothing_is_quoted_that_no_page_shows(app: Assembled, tmp_path: Path, clock: Clock) -> None:
    sent(app, "Only here")
    sent(app, "mo@example.org")
    first, second = app.store.waiting()
    app.actions.approve(first.id, first.text, by="Robin")
    with app.store.database.change():
        app.store.database.execute("UPDATE comments SET mode = 1 WHERE id = ?", (second.id,))
    held = f"/answer?{urlencode({'thread': MEETING, 'parent': str(second.id)})}"
    assert (client(app).get(held).status_code, b"mo@example.org" in client(app).get(held).data) == (422, False)
    asked = f"/answer?{urlencode({'thread': MEETING, 'parent': str(first.id)})}"
    assert b"Only here" in client(app).get(asked).data
    listed = json.loads((tmp_path / "threads.json").read_text("utf-8"))
    listed["threads"] = [each for each in listed["threads"] if each["thread"] != MEETING]
    (tmp_path / "threads.json").write_text(json.dumps(listed), "utf-8")
    clock.now += 3600
    assert (client(app).get(asked).status_code, b"Only here" in client(app).get(asked).data) == (404, False)


def test_the_form_stands_on_a_page_of_its_own_with_what_is_answered(app: Assembled) -> None:
    sent(app, "First <line>\n\nSecond", name="Mo")
    (first,) = app.store.waiting()
    asked = f"/answer?{urlencode({'thread': MEETING, 'parent': str(first.id)})}"
    assert client(app).get(asked).status_code == 422
    app.actions.approve(first.id, first.text, by="Robin")
    page = client(app).get(asked)
    assert page.status_code == 200
    assert "<h1>Write a reply</h1>" in page.text
    assert "Mo wrote:" in page.text
    assert "<p>First &lt;line&gt;</p>" in page.text


@pytest.mark.parametrize(
    ("closing", "moment"),
    [
        ({"open": False}, "2026-11-24T12:00:00+00:00"),
        ({"closes": "2026-11-24T12:00:00Z"}, "2026-11-24T12:00:00+00:00"),
        ({"closes": "2026-11-24T13:00:00+01:00"}, "2026-11-24T12:00:00+00:00"),
    ],
)
def test_a_closed_post_takes_no_comments(
    app: Assembled, clock: Clock, tmp_path: Path, closing: dict[str, object], moment: str
) -> None:
    write_threads(tmp_path, shut=closing)
    clock.now = datetime.fromisoformat(moment).timestamp()
    assert refused(sent(app, thread="posts/shut/")) == (
        403,
        "Comments on this post are closed. Copy your words if you want to keep them.",
    )
    if "closes" in closing:
        clock.now -= 1
        assert sent(app, thread="posts/shut/").status_code == 303


def test_a_post_closed_by_a_moderator_takes_none_until_it_is_opened(app: Assembled) -> None:
    app.actions.close(MEETING, by="Robin")
    assert sent(app).status_code == 403
    assert sent(app, thread=MAKING).status_code == 303
    app.actions.reopen(MEETING, by="Robin")
    assert sent(app).status_code == 303


def test_a_renamed_post_is_answered_under_its_first_address_and_linked_where_it_is(
    tmp_path: Path, clock: Clock
) -> None:
    write_threads(tmp_path, plan={"address": "posts/our-plan/"})
    app = assembled(settings_in(tmp_path), clock)
    assert sent(app, "Hello", thread="posts/plan/").status_code == 303
    (kept,) = app.store.waiting()
    assert kept.thread == "posts/plan/"
    page = client(app).get("/thanks?thread=posts%2Fplan%2F").text
    assert f'href="{SITE}posts/our-plan/"' in page
    app.close()
