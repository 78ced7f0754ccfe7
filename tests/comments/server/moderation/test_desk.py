"""What a moderator sees and does."""

import re

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.store import ThreadPosition
from plugins.comments.server.words import Writing
from tests.comments.server.moderation.moderators import ModeratorAtDesk, goes_to
from tests.support.comment_services import MAKING, MEETING, SITE, Clock


def written(desk: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    return desk.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), Writing(name=name, words=words)
    )


def numbers(page: str) -> list[int]:
    """Comments in the order in which they stand on a page."""
    return [int(number) for number in re.findall(r'<article class="said" id="comment-(\d+)"', page)]


def test_the_queue_has_the_oldest_first_with_post_moment_and_words(
    laura: ModeratorAtDesk, desk: Assembled, clock: Clock
) -> None:
    first = written(desk, "First\nline\n\nSecond", "Mo")
    clock.now += 60
    second = written(desk, "Later")
    page = laura.page()
    assert numbers(page) == [first, second]
    assert "<h1>2 waiting</h1>" in page
    assert f'Mo writes below <a href="{SITE}{MEETING}">We met</a>' in page
    assert 'datetime="2030-03-17T17:46:40+00:00">Sunday 17 March 2030, 5.46pm</time>' in page
    assert "<p>First<br>line</p>" in page


def test_an_empty_queue_says_so(laura: ModeratorAtDesk) -> None:
    assert "Everything has been read." in laura.page()


def test_approve_publishes_and_says_so(laura: ModeratorAtDesk, desk: Assembled) -> None:
    number = written(desk, "A fine lamp")
    assert goes_to(laura.do("approve", number)) == "/moderate/?done=approve"
    assert "Approved. It appears with the next build of the diary" in laura.page("?done=approve")
    assert [comment.id for comment in desk.store.published()] == [number]
    assert f"Approved: comment {number} below We met" in laura.page("log")


def test_a_name_is_edited_out_and_approved_in_one_go(laura: ModeratorAtDesk, desk: Assembled) -> None:
    number = written(desk, "I am Marmaduke", "Marmaduke")
    laura.do("approve", number, name="", words="I am …")
    (comment,) = desk.store.published()
    assert (comment.name, comment.words) == ("", "I am …")
    assert "Marmaduke" not in laura.page("published") + laura.page("log")


def test_changes_can_be_kept_without_publishing(laura: ModeratorAtDesk, desk: Assembled) -> None:
    number = written(desk, "I am Marmaduke")
    assert goes_to(laura.do("keep", number, words="I am …")) == "/moderate/?done=keep"
    assert [comment.words for comment in desk.store.waiting()] == ["I am …"]
    assert desk.deeds.ledger.number("changes") == 0


def test_the_first_button_of_a_form_publishes_nothing_so_that_enter_in_a_field_does_not(
    laura: ModeratorAtDesk, desk: Assembled
) -> None:
    written(desk)
    deeds = re.findall(r'name="deed" value="([a-z-]+)"', laura.page())
    assert deeds[0] == "keep"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(" ", "Write your comment first."), ("x" * 4_001, "A comment may have 4,000 letters.")],
)
def test_a_moderator_cannot_publish_what_a_reader_could_not_send(
    laura: ModeratorAtDesk, desk: Assembled, words: str, sentence: str
) -> None:
    answer = laura.do("approve", written(desk), words=words)
    assert answer.status == 409
    assert sentence in answer.body.decode()
    assert desk.store.published() == ()


def test_what_changed_since_the_page_was_opened_is_not_published_unseen(
    laura: ModeratorAtDesk, desk: Assembled
) -> None:
    number = written(desk, "Old")
    comment = desk.store.comment(number)
    assert comment is not None
    desk.deeds.rewrite(number, Writing(name="", words="New"), by="Ada")
    answer = laura.do("approve", number, words="Old", mark=comment.mark)
    assert answer.status == 409
    assert "Somebody has changed this comment since you opened the page. Look at it again." in answer.body.decode()
    assert desk.store.published() == ()


def test_a_comment_kept_aside_stands_above_all_and_only_passing_it_on_is_offered(
    laura: ModeratorAtDesk, desk: Assembled, clock: Clock
) -> None:
    early = written(desk, "Early")
    clock.now += 60
    harm = written(desk, "It tells of harm")
    laura.do("set-aside", harm)
    page = laura.page()
    assert numbers(page) == [harm, early]
    assert "Kept aside: pass these on" in page
    card = page[page.index(f'id="comment-{harm}"') : page.index(f'id="comment-{early}"')]
    assert re.findall(r'name="deed" value="([a-z-]+)"', card) == ["pass-on"]
    refused = laura.do("approve", harm)
    assert refused.status == 409
    assert "This comment is kept aside, since it may tell of harm. Pass it on first." in refused.body.decode()
    assert goes_to(laura.do("pass-on", harm)) == "/moderate/?done=pass-on"
    assert "Kept aside: pass these on" not in laura.page()


def test_deleting_asks_first_and_offers_to_take_replies_along(laura: ModeratorAtDesk, desk: Assembled) -> None:
    number = written(desk, "First")
    laura.do("approve", number)
    written(desk, "A reply", parent=number)
    page = laura.page(f"delete?comment={number}")
    assert "<h1>Delete this comment for good?</h1>" in page
    assert "It has 1 reply" in page
    assert [comment.id for comment in desk.store.published()] == [number]
    assert goes_to(laura.do("delete", number, replies="delete")) == "/moderate/?done=delete"
    assert (desk.store.published(), desk.store.waiting()) == ((), ())
    assert laura.get(f"delete?comment={number}").status == 404


def test_published_comments_can_be_taken_back_and_are_found_by_their_post(
    laura: ModeratorAtDesk, desk: Assembled
) -> None:
    here, there = (
        written(desk),
        desk.store.add(ThreadPosition(thread=MAKING, title="We made"), Writing(name="", words="There")),
    )
    laura.do("approve", here)
    laura.do("approve", there)
    assert numbers(laura.page("published")) == [there, here]
    assert numbers(laura.page("published?post=workshops/meeting/")) == [here]
    assert goes_to(laura.do("take-back", here, back="published")) == "/moderate/published?done=take-back"
    assert numbers(laura.page()) == [here]


def test_a_long_list_is_paged(laura: ModeratorAtDesk, desk: Assembled) -> None:
    all_numbers = [written(desk, f"Comment {number}") for number in range(65)]
    page = laura.page()
    assert len(numbers(page)) == 30
    assert "35 more come after these." in page
    for number in all_numbers:
        desk.deeds.approve(number, Writing(name="", words="x"), by="Laura")
    assert numbers(laura.page("published?after=30")) == all_numbers[34:4:-1]
    assert "?after=60" in laura.page("published?after=30")
    assert "?after=0" in laura.page("published?after=30")
    assert numbers(laura.page("published?after=x")) == all_numbers[:34:-1]


def test_a_post_is_closed_and_opened(laura: ModeratorAtDesk, desk: Assembled) -> None:
    assert "Open. " in laura.page("posts")
    closing = {"secret": laura.secret(), "deed": "close", "thread": MEETING, "back": "posts"}
    assert goes_to(laura.post("do", closing)) == "/moderate/posts?done=close"
    assert "Closed by a moderator." in laura.page("posts")
    assert desk.store.closed() == {MEETING}
    laura.post("do", {**closing, "deed": "reopen"})
    assert desk.store.closed() == frozenset()
    assert "Closed: We met" in laura.page("log")


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
    laura: ModeratorAtDesk, desk: Assembled, path: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    number = written(desk)
    sent = {"secret": laura.secret(), "deed": "approve", "comment": str(number), "words": "x", **fields}
    answer = laura.post(path, sent, **headers)
    assert answer.status == 409
    assert "Nothing was done" in answer.body.decode()
    assert desk.store.published() == ()
    assert "You are Laura." in laura.page()


def test_whoever_is_not_logged_in_can_do_nothing(desk: Assembled) -> None:
    number = written(desk)
    answer = ModeratorAtDesk(desk).post("do", {"deed": "approve", "comment": str(number)})
    assert answer.status == 403
    assert desk.store.published() == ()


@pytest.mark.parametrize(
    ("path", "fields"), [("do", {"deed": "explode"}), ("do", {}), ("elsewhere", {"deed": "approve"})]
)
def test_a_deed_that_is_none_is_not_here(laura: ModeratorAtDesk, path: str, fields: dict[str, str]) -> None:
    assert laura.post(path, {"secret": laura.secret(), **fields}).status == 404


@pytest.mark.parametrize("number", ["0", "-1", "99", "1;DROP", "9" * 30])
def test_a_comment_that_is_none_is_told(laura: ModeratorAtDesk, number: str) -> None:
    answer = laura.post("do", {"secret": laura.secret(), "deed": "take-back", "comment": number})
    assert answer.status == 409
    assert "This comment is not there any more. Somebody has deleted it." in answer.body.decode()


def test_the_note_names_999_and_no_other_number(laura: ModeratorAtDesk) -> None:
    page = laura.page("safeguarding")
    main = page[page.index("<main") :]
    assert set(re.findall(r"\d{3,}", re.sub(r"<[^>]+>", "", main))) == {"999"}
    assert "Open point for the council" in main
