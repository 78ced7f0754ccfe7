"""A flood keeps nobody out, can be read to its end and deleted a page at a time; what tells of harm stays."""

import re
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from plugins.comments.server.assembly import Assembled, assembled
from plugins.comments.server.queue_shares import LARGEST_SHARE, QueueShares
from tests.comments.server.forms import client, refused
from tests.comments.server.moderation.moderators import ModeratorClient, goes_to
from tests.comments.server.moderation.test_routes import written
from tests.support.comment_services import MEETING, SITE, Clock, settings_in

FULL = (
    "Many comments wait to be read, and some came from where you are. Keep your words and come back tomorrow, please."
)


def shown(page: str) -> list[str]:
    return re.findall(r'<article class="said" id="(comment-\d+)"', page)


def marks(page: str) -> str:
    found = re.search(r'name="comments" value="([^"]*)"', page)
    assert found
    return found[1]


def send(app: Assembled, network: int, words: str = "Spam") -> TestResponse:
    """From the computer 9 of a network."""
    return client(app).post(
        "/answer",
        data={"thread": MEETING, "words": words},
        headers={"origin": SITE.rstrip("/")},
        environ_overrides={"REMOTE_ADDR": f"10.{network // 256}.{network % 256}.9"},
    )


def statuses(app: Assembled, network: int, times: int) -> list[int]:
    return [send(app, network).status_code for _ in range(times)]


def words_of(page: str) -> list[str]:
    return re.findall(r'<div class="said__words flow">\s*<p>(.*?)</p>', page)


def sizes(app: Assembled) -> tuple[int, int]:
    """How many wait in the queue, and how many in the flood."""
    waiting, flood = app.store.waiting_numbers(), app.store.database.flood()
    return len(waiting - flood), len(flood)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that are reached soon."""
    monkeypatch.setattr("plugins.comments.server.queue_shares.CROWD", 3)
    monkeypatch.setattr("plugins.comments.server.queue_shares.FEW", 2)
    for name, most in (("LARGEST_SHARE", 10), ("LONGEST_FLOOD", 15), ("LONGEST_QUEUE", 6)):
        monkeypatch.setattr(f"plugins.comments.server.submission.{name}", most)


def test_a_classroom_may_send_sixty_and_with_one_more_all_of_it_is_a_flood(app: Assembled, clock: Clock) -> None:
    assert statuses(app, 1, 60) == [303] * 60
    assert sizes(app) == (60, 0)
    clock.now += 6
    assert statuses(app, 1, 1) == [303]
    assert sizes(app) == (0, 61)


def test_forty_networks_leave_the_queue_to_whoever_writes_one_by_one(
    robin: ModeratorClient, app: Assembled, clock: Clock
) -> None:
    for turn in range(12):
        clock.now += 60
        kept = [send(app, network).status_code for network in range(40)]
        assert send(app, 100 + turn, f"Answer {turn}").status_code == 303
    assert 303 in kept
    queue, flood = sizes(app)
    assert (60 <= queue <= 60 + 12, flood > 300) == (True, True)
    robin.start_session()
    found = words_of("".join(robin.page(f"?after={after}") for after in range(0, queue, 30)))
    assert [words for words in found if words != "Spam"] == [f"Answer {turn}" for turn in range(12)]


def test_forty_networks_at_once_slow_nobody_else_below_the_same_post(app: Assembled) -> None:
    slowed = [statuses(app, network, 12)[-1] for network in range(40)]
    assert slowed[-1] == 429
    assert send(app, 100, "An answer").status_code == 303


@pytest.mark.usefixtures("small")
def test_a_flood_has_room_of_its_own_and_takes_none_of_the_queues(app: Assembled) -> None:
    assert statuses(app, 1, 12) == [303] * 10 + [429] * 2
    assert sizes(app) == (0, 10)
    assert statuses(app, 2, 12) == [303] * 5 + [429] * 7
    assert sizes(app) == (0, 15)
    full = send(app, 2)
    assert refused(full) == (429, FULL)
    assert full.headers["Retry-After"] == "86400"
    assert statuses(app, 3, 4) == [303, 303, 303, 429]
    assert statuses(app, 4, 3) == [303, 303, 429]
    assert statuses(app, 5, 2) == [303, 503]


def test_a_share_is_free_again_when_what_it_holds_has_been_read() -> None:
    shares = QueueShares()
    for number in range(LARGEST_SHARE):
        shares.note("one", number)
    shares.note("other", 1_000)
    everything = frozenset({*range(LARGEST_SHARE), 1_000})
    assert shares.flood_of("one", everything, frozenset()) == frozenset(range(LARGEST_SHARE))
    assert shares.flood_of("other", everything, frozenset()) == frozenset()
    assert shares.flood_of("one", everything - {7}, frozenset({8})) == everything - {7, 1_000}
    assert shares.flood_of("one", frozenset({8}), frozenset()) == frozenset()
    assert shares.flood_of("one", everything, frozenset()) == frozenset()


@pytest.mark.usefixtures("small")
def test_a_flood_is_set_apart_and_can_be_read_to_its_end(robin: ModeratorClient, app: Assembled) -> None:
    for number in range(4):
        assert send(app, 1, f"Spam {number}").status_code == 303
    number = written(app, "From elsewhere")
    page = robin.page()
    assert shown(page) == [f"comment-{number}"]
    assert "<h1>5 waiting</h1>" in page
    assert 'moderate/flood">4 of them came in a flood. Read these by themselves</a>' in page
    flood = robin.page("flood")
    assert words_of(flood) == [f"Spam {number}" for number in range(4)]
    assert "<h1>4 came in a flood</h1>" in flood
    assert 'aria-current="page">Waiting</a>' in flood
    assert 'moderate/">Back to the other one</a>' in flood
    first = min(int(anchor.partition("-")[2]) for anchor in shown(flood))
    robin.do("set-aside", first)
    assert shown(robin.page()) == [f"comment-{first}", f"comment-{number}"]
    assert words_of(robin.page("flood")) == [f"Spam {number}" for number in range(4)]
    assert "3 of them came in a flood" in robin.page()


@pytest.mark.usefixtures("small")
def test_a_flood_is_remembered_over_a_restart_and_no_network_is(app: Assembled, tmp_path: Path, clock: Clock) -> None:
    assert statuses(app, 1, 5) == [303] * 5
    again = assembled(settings_in(tmp_path), clock)
    assert sizes(again) == (0, 5)
    assert send(again, 1).status_code == 303
    assert sizes(again) == (1, 5)
    again.close()


@pytest.mark.usefixtures("small")
def test_what_was_read_is_a_flood_no_more(robin: ModeratorClient, app: Assembled) -> None:
    assert statuses(app, 1, 4) == [303] * 4
    first, second, third, _ = sorted(app.store.database.flood())
    robin.do("approve", first)
    robin.do("take-back", first)
    robin.do("delete", second)
    assert sizes(app) == (1, 2)
    assert goes_to(robin.do("delete", third, back="flood")) == "/moderate/flood?done=delete"
    assert app.store.database.execute("SELECT count(*) FROM diary_flood").fetchone() == (1,)


@pytest.mark.usefixtures("small")
def test_a_page_of_a_flood_is_deleted_from_the_flood_and_what_is_wrong_is_said_there(
    robin: ModeratorClient, app: Assembled
) -> None:
    assert statuses(app, 1, 5) == [303] * 5
    written(app, "From elsewhere")
    page = robin.page("flood")
    assert "Delete all 5 on this page for good" in page
    fields = {"secret": robin.secret(), "action": "delete-flood", "back": "flood", "comments": marks(page)}
    unread = robin.post("do", fields)
    assert (unread.status_code, "<h1>5 came in a flood</h1>" in unread.text) == (409, True)
    assert goes_to(robin.post("do", {**fields, "read": "yes"})) == "/moderate/flood?done=delete-flood"
    assert "<h1>The flood has been read</h1>" in robin.page("flood?done=delete-flood")
    assert [comment.words for comment in app.store.waiting()] == ["From elsewhere"]


def test_every_comment_that_waits_can_be_reached_and_what_is_kept_aside_is_on_every_page(
    robin: ModeratorClient, app: Assembled, clock: Clock
) -> None:
    numbers = [written(app, f"Comment {number}") for number in range(65)]
    robin.do("set-aside", numbers[50])
    pages = [robin.page(path) for path in ("", "?after=30", "?after=60")]
    aside = f"comment-{numbers[50]}"
    assert all(shown(page)[0] == aside for page in pages)
    others = [anchor for page in pages for anchor in shown(page)[1:]]
    assert others == [f"comment-{number}" for number in numbers if number != numbers[50]]
    assert 'moderate/?after=30">Newer' in pages[0]
    assert 'moderate/?after=30">Older' in pages[2]
    assert len(shown(robin.page("?after=9999"))) == 2


def test_a_page_of_spam_is_deleted_at_once_and_leaves_a_line_each_in_the_log(
    robin: ModeratorClient, app: Assembled
) -> None:
    numbers = [written(app, f"Spam {number}") for number in range(32)]
    robin.do("set-aside", numbers[0])
    page = robin.page()
    assert "Delete all 30 on this page for good" in page
    fields = {"secret": robin.secret(), "action": "delete-flood", "comments": marks(page)}
    unread = robin.post("do", fields)
    assert unread.status_code == 409
    assert "Read all on this page first, and tick that nothing in it tells of harm." in unread.text
    assert robin.post("do", {**fields, "read": "yes"}).status_code == 303
    assert sorted(comment.id for comment in app.store.waiting()) == [numbers[0], numbers[31]]
    assert robin.page("log").count("Deleted for good: comment") == 30


def test_of_a_page_on_which_something_is_kept_aside_or_has_changed_nothing_is_deleted(
    robin: ModeratorClient, app: Assembled
) -> None:
    numbers = [written(app, f"Spam {number}") for number in range(3)]
    fields = {"secret": robin.secret(), "action": "delete-flood", "read": "yes", "comments": marks(robin.page())}
    robin.do("set-aside", numbers[1])
    assert robin.post("do", fields).status_code == 409
    robin.do("pass-on", numbers[1])
    robin.do("keep", numbers[2], words="Not spam")
    assert robin.post("do", fields).status_code == 409
    assert robin.post("do", {**fields, "comments": "x:y,:,9999999999999999999:z"}).status_code == 409
    assert len(app.store.waiting()) == 3
