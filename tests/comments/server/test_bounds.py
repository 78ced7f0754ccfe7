"""Who may send, how much and how fast; and what happens when something of ours is missing."""

from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from tests.comments.server.forms import FORM, client, refused, sent
from tests.support.comment_services import ADDRESS, MEETING, SITE, Clock, settings_in


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": SITE.rstrip("/")}, 303),
        ({"origin": ADDRESS.rstrip("/")}, 303),
        ({"origin": "HTTP://LOCALHOST:8000"}, 303),
        ({"referer": f"{SITE}{MEETING}"}, 303),
        ({"origin": "null", "referer": f"{SITE}{MEETING}"}, 303),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "https://elsewhere.example", "referer": SITE}, 403),
        ({"origin": f"{SITE.rstrip('/')}.elsewhere.example"}, 403),
        ({"referer": "https://elsewhere.example/http://localhost:8000/"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "", "referer": ""}, 403),
        ({}, 403),
    ],
)
def test_only_pages_of_the_diary_may_send(app: Assembled, headers: dict[str, str], status: int) -> None:
    answer = sent(app, "From <somewhere>", headers={"content-type": FORM["content-type"], **headers})
    assert answer.status_code == status
    if status == 403:
        assert (
            refused(answer)[1]
            == "We cannot see that this was sent from the diary. If you wrote it, press “Send comment” once more."
        )
        assert "\nFrom &lt;somewhere&gt;</textarea>" in answer.text
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert app.store.waiting() == ()


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("text/plain", b"thread=x", 400),
        ("multipart/form-data; boundary=x", b"--x--", 400),
        ("application/json", b"{}", 400),
        ("application/x-www-form-urlencoded; charset=UTF-8", b"words=%ff%fe", 400),
        ("application/x-www-form-urlencoded", b"words=\xff", 400),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 100), 400),
        ("application/x-www-form-urlencoded", b"words=" + b"x" * 65_536, 413),
    ],
)
def test_what_no_form_sends_is_refused(app: Assembled, kind: str, body: bytes | None, status: int) -> None:
    headers = {**FORM, "content-type": kind}
    answer = client(app).post("/answer", data=body, headers=headers)
    assert answer.status_code == status
    assert app.store.waiting() == ()


def test_a_button_pressed_twice_sends_one_comment(app: Assembled, clock: Clock) -> None:
    words = "We liked the evening with the drums, and the soup."
    assert [sent(app, words).status_code, sent(app, words).status_code] == [303, 303]
    assert len(app.store.waiting()) == 1
    clock.now += 60
    sent(app, words)
    assert len(app.store.waiting()) == 1
    clock.now += 121
    sent(app, words)
    assert len(app.store.waiting()) == 2


def test_two_people_in_one_room_may_write_the_same_short_words(app: Assembled) -> None:
    assert [sent(app, "Yes, please!").status_code, sent(app, "Yes, please!").status_code] == [303, 303]
    assert [comment.words for comment in app.store.waiting()] == ["Yes, please!"] * 2


def test_a_flood_is_slowed_with_a_sentence(app: Assembled) -> None:
    statuses = [sent(app, f"Comment {number}").status_code for number in range(60)]
    assert set(statuses) == {303}
    slowed = sent(app, "One more")
    assert refused(slowed) == (
        429,
        "Many comments are coming in just now. Wait a minute, then press “Send comment” again.",
    )
    assert slowed.headers["Retry-After"] == "7"
    assert len(app.store.waiting()) == 60


def test_without_a_list_of_posts_nothing_is_taken_and_nothing_is_lost(tmp_path: Path) -> None:
    service = assembled(settings_in(tmp_path), Clock())
    assert refused(sent(service, "Kept in the page")) == (
        503,
        "We cannot take comments just now. Keep your words and try again in some minutes.",
    )
    service.close()


def test_a_list_that_breaks_does_not_end_the_service_and_the_last_good_one_outlives_a_restart(
    app: Assembled, tmp_path: Path, clock: Clock
) -> None:
    assert sent(app, "Before").status_code == 303
    (tmp_path / "threads.json").write_text("{", "utf-8")
    assert sent(app, "Meanwhile").status_code == 303
    (tmp_path / "threads.json").unlink()
    again = assembled(settings_in(tmp_path), clock)
    assert sent(again, "After").status_code == 303
    again.close()


def test_a_store_that_fails_sends_the_words_back(app: Assembled) -> None:
    app.store.database.execute("DROP TABLE comments")
    answer = sent(app, "Still here", parent="1")
    assert refused(answer) == (
        503,
        "We could not keep your comment just now. Wait some minutes, then press “Send comment” again.",
    )
    assert "\nStill here</textarea>" in answer.text
    assert '<input type="hidden" name="parent" value="1">' in answer.text


def test_a_queue_that_nobody_reads_is_full_one_day(app: Assembled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.comments.server.submission.LONGEST_QUEUE", 2)
    assert [sent(app, words).status_code for words in ("One", "Two")] == [303, 303]
    assert refused(sent(app, "Three")) == (
        503,
        "So many comments wait to be read that we can take no more today. Keep your words and come back tomorrow.",
    )
