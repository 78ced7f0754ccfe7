"""A flood keeps nobody out, can be read to its end and deleted a page at a time; what tells of harm stays."""

import re

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.queue_shares import QueueShares
from tests.comments.server.forms import client, refused, sent
from tests.comments.server.moderation.moderators import ModeratorClient
from tests.comments.server.moderation.test_routes import written
from tests.support.comment_services import MEETING, SITE, Clock

FULL = (
    "Many comments that came from where you are still wait to be read. Keep your words and come back tomorrow, please."
)


def shown(page: str) -> list[str]:
    return re.findall(r'<article class="said" id="(comment-\d+)"', page)


def marks(page: str) -> str:
    found = re.search(r'name="comments" value="([^"]*)"', page)
    assert found
    return found[1]


def test_one_network_has_a_share_of_the_queue_and_others_get_through(
    app: Assembled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.comments.server.queue_shares.LARGEST_SHARE", 3)
    assert [sent(app, f"Spam {number}").status_code for number in range(3)] == [303] * 3
    slowed = sent(app, "Spam 3")
    assert refused(slowed) == (429, FULL)
    assert slowed.headers["Retry-After"] == "86400"
    elsewhere = client(app).post(
        "/answer",
        data={"thread": MEETING, "words": "From elsewhere"},
        headers={"origin": SITE.rstrip("/")},
        environ_overrides={"REMOTE_ADDR": "203.0.113.9"},
    )
    assert elsewhere.status_code == 303


def test_a_share_is_free_again_when_what_it_holds_has_been_read() -> None:
    shares = QueueShares()
    for number in range(200):
        shares.note("one", number)
    waiting = frozenset(range(200))
    assert [shares.has_room(name, waiting) for name in ("one", "other")] == [False, True]
    assert shares.has_room("one", waiting - {7})
    assert shares.has_room("one", frozenset())


def test_a_flood_is_set_apart_and_can_be_read_to_its_end(
    robin: ModeratorClient, app: Assembled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.comments.server.queue_shares.FLOOD", 2)
    assert [sent(app, f"Spam {number}").status_code for number in range(3)] == [303] * 3
    number = written(app, "From elsewhere")
    page = robin.page()
    assert shown(page) == [f"comment-{number}"]
    assert "3 came from one place, one after another" in page
    assert 'moderate/?flood=yes"' in page
    flood = robin.page("?flood=yes")
    assert [text in flood for text in ("Spam 0", "Spam 1", "Spam 2", "From elsewhere")] == [True, True, True, False]
    first = min(int(anchor.partition("-")[2]) for anchor in shown(flood))
    robin.do("set-aside", first)
    assert sorted(shown(robin.page())) == sorted(f"comment-{each}" for each in (first, first + 1, first + 2, number))


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
