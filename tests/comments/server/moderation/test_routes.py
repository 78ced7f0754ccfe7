"""What a moderator sees and does."""

import re

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.store import ThreadPosition
from tests.comments.server.moderation.moderators import ModeratorClient, goes_to
from tests.support.comment_services import MAKING, MEETING, SITE, Clock


def written(app: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    return app.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), CommentText(name=name, words=words)
    )


def numbers(page: str) -> list[int]:
    """Comments in the order in which they stand on a page."""
    return [int(number) for number in re.findall(r'<article class="said" id="comment-(\d+)"', page)]


def test_the_queue_has_the_oldest_first_with_post_moment_and_words(
    robin: ModeratorClient, app: Assembled, clock: Clock
) -> None:
    first = written(app, "First\nline\n\nSecond", "Mo")
    clock.now += 60
    second = written(app, "Later")
    page = robin.page()
    assert numbers(page) == [first, second]
    assert "<h1>2 waiting</h1>" in page
    assert f'Mo writes below <a href="{SITE}{MEETING}">We met</a>' in page
    assert 'datetime="2030-03-17T17:46:40+00:00">Sunday 17 March 2030, 5.46pm</time>' in page
    assert "<p>First<br>line</p>" in page


def test_an_empty_queue_says_so(robin: ModeratorClient) -> None:
    assert "You have read everything." in robin.page()


def test_approve_publishes_and_says_so(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "A fine lamp")
    assert goes_to(robin.do("approve", number)) == "/moderate/?done=approve"
    assert "Approved. It appears with the next build of the diary" in robin.page("?done=approve")
    assert [comment.id for comment in app.store.published()] == [number]
    assert f"Approved: comment {number} below We met" in robin.page("log")


def test_a_name_is_edited_out_and_approved_in_one_go(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "I am Marmaduke", "Marmaduke")
    robin.do("approve", number, name="", words="I am …")
    (comment,) = app.store.published()
    assert (comment.name, comment.words) == ("", "I am …")
    assert "Marmaduke" not in robin.page("published") + robin.page("log")


def test_changes_can_be_kept_without_publishing(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "I am Marmaduke")
    assert goes_to(robin.do("keep", number, words="I am …")) == "/moderate/?done=keep"
    assert [comment.words for comment in app.store.waiting()] == ["I am …"]
    assert app.store.database.number("changes") == 0


def test_the_first_button_of_a_form_publishes_nothing_so_that_enter_in_a_field_does_not(
    robin: ModeratorClient, app: Assembled
) -> None:
    written(app)
    actions = re.findall(r'name="action" value="([a-z-]+)"', robin.page())
    assert actions[0] == "keep"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(" ", "Write your comment first."), ("x" * 4_001, "A comment may have 4,000 letters.")],
)
def test_a_moderator_cannot_publish_what_a_reader_could_not_send(
    robin: ModeratorClient, app: Assembled, words: str, sentence: str
) -> None:
    answer = robin.do("approve", written(app), words=words)
    assert answer.status_code == 409
    assert sentence in answer.text
    assert app.store.published() == ()


def test_what_changed_since_the_page_was_opened_is_not_published_unseen(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "Old")
    comment = app.store.comment(number)
    assert comment is not None
    app.actions.rewrite(number, CommentText(name="", words="New"), by="Ada")
    answer = robin.do("approve", number, words="Old", revision=comment.revision)
    assert answer.status_code == 409
    assert "Somebody has changed this comment since you opened the page. Look at it again." in answer.text
    assert app.store.published() == ()


def test_a_comment_kept_aside_stands_above_all_and_only_passing_it_on_is_offered(
    robin: ModeratorClient, app: Assembled, clock: Clock
) -> None:
    early = written(app, "Early")
    clock.now += 60
    harm = written(app, "It tells of harm")
    robin.do("set-aside", harm)
    page = robin.page()
    assert numbers(page) == [harm, early]
    assert "Kept aside: pass these on" in page
    card = page[page.index(f'id="comment-{harm}"') : page.index(f'id="comment-{early}"')]
    assert re.findall(r'name="action" value="([a-z-]+)"', card) == ["pass-on"]
    refused = robin.do("approve", harm)
    assert refused.status_code == 409
    assert "This comment is kept aside, since it may tell of harm. Pass it on first." in refused.text
    assert goes_to(robin.do("pass-on", harm)) == "/moderate/?done=pass-on"
    assert "Kept aside: pass these on" not in robin.page()


def test_deleting_asks_first_and_offers_to_take_replies_along(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "First")
    robin.do("approve", number)
    written(app, "A reply", parent=number)
    page = robin.page(f"delete?comment={number}")
    assert "<h1>Delete this comment for good?</h1>" in page
    assert "It has 1 reply" in page
    assert [comment.id for comment in app.store.published()] == [number]
    assert goes_to(robin.do("delete", number, replies="delete")) == "/moderate/?done=delete"
    assert (app.store.published(), app.store.waiting()) == ((), ())
    assert robin.get(f"delete?comment={number}").status_code == 404


def test_published_comments_can_be_taken_back_and_are_found_by_their_post(
    robin: ModeratorClient, app: Assembled
) -> None:
    here, there = (
        written(app),
        app.store.add(ThreadPosition(thread=MAKING, title="We made"), CommentText(name="", words="There")),
    )
    robin.do("approve", here)
    robin.do("approve", there)
    assert numbers(robin.page("published")) == [there, here]
    assert numbers(robin.page("published?post=workshops/meeting/")) == [here]
    assert goes_to(robin.do("take-back", here, back="published")) == "/moderate/published?done=take-back"
    assert numbers(robin.page()) == [here]


def test_a_long_list_is_paged(robin: ModeratorClient, app: Assembled) -> None:
    all_numbers = [written(app, f"Comment {number}") for number in range(65)]
    page = robin.page()
    assert len(numbers(page)) == 30
    assert "35 more come after these." in page
    for number in all_numbers:
        app.actions.approve(number, CommentText(name="", words="x"), by="Robin")
    assert numbers(robin.page("published?after=30")) == all_numbers[34:4:-1]
    assert "?after=60" in robin.page("published?after=30")
    assert "?after=0" in robin.page("published?after=30")
    assert numbers(robin.page("published?after=x")) == all_numbers[:34:-1]


def test_a_post_is_closed_and_opened(robin: ModeratorClient, app: Assembled) -> None:
    assert "Open. " in robin.page("posts")
    closing = {"secret": robin.secret(), "action": "close", "thread": MEETING, "back": "posts"}
    assert goes_to(robin.post("do", closing)) == "/moderate/posts?done=close"
    assert "Closed by a moderator." in robin.page("posts")
    assert app.store.closed() == {MEETING}
    robin.post("do", {**closing, "action": "reopen"})
    assert app.store.closed() == frozenset()
    assert "Closed: We met" in robin.page("log")


@pytest.mark.parametrize("path", ["do", "logout"])
@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        ({"secret": "guess"}, {}),
        ({"secret": ""}, {}),
        ({}, {"origin": "https://elsewhere.example"}),
        ({}, {"origin": "null"}),
        ({}, {"origin": SITE.rstrip("/")}),
        ({}, {"content_type": "text/plain"}),
    ],
)
def test_a_forged_form_does_nothing(
    robin: ModeratorClient, app: Assembled, path: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    number = written(app)
    sent = {"secret": robin.secret(), "action": "approve", "comment": str(number), "words": "x", **fields}
    answer = robin.post(path, sent, **headers)
    assert answer.status_code == 409
    assert "Nothing was done" in answer.text
    assert app.store.published() == ()
    assert "You are Robin." in robin.page()


def test_whoever_is_not_logged_in_can_do_nothing(app: Assembled) -> None:
    number = written(app)
    answer = ModeratorClient(app).post("do", {"action": "approve", "comment": str(number)})
    assert answer.status_code == 403
    assert app.store.published() == ()


@pytest.mark.parametrize(
    ("path", "fields"), [("do", {"action": "explode"}), ("do", {}), ("elsewhere", {"action": "approve"})]
)
def test_a_deed_that_is_none_is_not_here(robin: ModeratorClient, path: str, fields: dict[str, str]) -> None:
    assert robin.post(path, {"secret": robin.secret(), **fields}).status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "99", "1;DROP", "9" * 30])
def test_a_comment_that_is_none_is_told(robin: ModeratorClient, number: str) -> None:
    answer = robin.post("do", {"secret": robin.secret(), "action": "take-back", "comment": number})
    assert answer.status_code == 409
    assert "This comment is not there any more. Somebody has deleted it." in answer.text


def test_the_note_names_999_and_no_other_number(robin: ModeratorClient) -> None:
    page = robin.page("safeguarding")
    main = page[page.index("<main") :]
    assert set(re.findall(r"\d{3,}", re.sub(r"<[^>]+>", "", main))) == {"999"}
    assert "Open point for the council" in main
