"""What a moderator does, and what is left of it in the file."""

from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment import State
from plugins.comments.server.deeds import DeedRefused
from plugins.comments.server.store import ThreadPosition
from plugins.comments.server.words import Writing
from tests.support.comment_services import MEETING, Clock

SECRET_NAME, SECRET_WORDS = "Marmaduke", "the blue door beside the quarry"


def written(desk: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    return desk.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), Writing(name=name, words=words)
    )


def approved(desk: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    number = written(desk, words, name, parent)
    desk.deeds.approve(number, Writing(name=name, words=words), by="Laura")
    return number


def log(desk: Assembled) -> list[tuple[str, str, int | None, str]]:
    return [(entry.moderator, entry.deed, entry.comment, entry.thread) for entry in desk.deeds.ledger.entries(50)]


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_an_approved_comment_is_published_and_the_log_knows_by_whom(desk: Assembled) -> None:
    number = approved(desk, "Good lamp", "Mo")
    (comment,) = desk.store.published()
    assert (comment.id, comment.words, comment.name, comment.edited) == (number, "Good lamp", "Mo", None)
    assert log(desk) == [("Laura", "approved", number, MEETING)]
    assert desk.deeds.ledger.number("changes") == 1


def test_a_name_taken_out_is_nowhere_any_more(desk: Assembled, tmp_path: Path) -> None:
    number = written(desk, f"I am {SECRET_NAME} and I live at {SECRET_WORDS}.", SECRET_NAME)
    desk.deeds.approve(number, Writing(name="", words="I am … and I live at …."), by="Laura")
    (comment,) = desk.store.published()
    assert (comment.name, comment.words) == ("", "I am … and I live at ….")
    assert comment.edited is not None
    assert log(desk)[0][1] == "approved with changes"
    assert SECRET_NAME.encode() not in on_disk(tmp_path)
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)


def test_changes_of_a_published_comment_carry_their_moment(desk: Assembled, clock: Clock) -> None:
    number = approved(desk, "Old words", "Mo")
    clock.now += 100
    desk.deeds.rewrite(number, Writing(name="Mo", words="New words"), by="Laura")
    comment = desk.store.comment(number)
    assert comment is not None
    assert comment.edited is not None
    assert (comment.words, comment.edited.timestamp()) == ("New words", clock.now)
    desk.deeds.rewrite(number, Writing(name="Mo", words="New words"), by="Laura")
    assert [entry[1] for entry in log(desk)] == ["changed", "approved"]


def test_what_is_taken_back_waits_again(desk: Assembled) -> None:
    number = approved(desk)
    desk.deeds.take_back(number, by="Laura")
    assert desk.store.published() == ()
    assert [comment.id for comment in desk.store.waiting()] == [number]


def test_what_is_deleted_for_good_is_in_no_file(desk: Assembled, tmp_path: Path) -> None:
    number = approved(desk, SECRET_WORDS, SECRET_NAME)
    approved(desk, "Another")
    assert SECRET_WORDS.encode() in on_disk(tmp_path)
    desk.deeds.delete(number, with_replies=False, by="Laura")
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)
    assert SECRET_NAME.encode() not in on_disk(tmp_path)
    assert desk.store.comment(number) is None
    assert log(desk)[0] == ("Laura", "deleted for good", number, MEETING)


def test_a_deleted_comment_leaves_its_replies_and_no_trace_of_anybody(desk: Assembled, tmp_path: Path) -> None:
    number = approved(desk, SECRET_WORDS, SECRET_NAME)
    reply = approved(desk, "A reply", "Ada", parent=number)
    for each in (number, reply):  # As Isso's own widget would have kept them.
        desk.store.database.execute(
            "UPDATE comments SET email = ?, remote_addr = ?, website = ? WHERE id = ?",
            (f"{each}@example.org", "203.0.113.0", "https://ada.example", each),
        )
    desk.deeds.delete(number, with_replies=False, by="Laura")
    assert [(comment.id, comment.words, comment.name) for comment in desk.store.published()] == [
        (reply, "A reply", "Ada")
    ]
    raw = on_disk(tmp_path)
    for trace in (SECRET_WORDS, SECRET_NAME, "@example.org", "203.0.113", "ada.example"):
        assert trace.encode() not in raw, trace
    assert [comment.thread for comment in desk.store.published()] == [MEETING]


def test_replies_go_too_if_so_wished(desk: Assembled, tmp_path: Path) -> None:
    number = approved(desk, "First")
    approved(desk, f"You said {SECRET_WORDS}", parent=number)
    written(desk, f"And I say {SECRET_WORDS}", parent=number)
    kept = approved(desk, "Elsewhere")
    desk.deeds.delete(number, with_replies=True, by="Laura")
    assert [comment.id for comment in (*desk.store.published(), *desk.store.waiting())] == [kept]
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)
    assert [entry[1] for entry in log(desk)][:3] == ["deleted for good"] * 3


def test_the_number_of_a_deleted_comment_is_never_given_again(desk: Assembled) -> None:
    first, second = approved(desk), approved(desk)
    desk.deeds.delete(second, with_replies=False, by="Laura")
    desk.deeds.delete(first, with_replies=False, by="Laura")
    assert approved(desk) > second


def test_what_may_tell_of_harm_can_be_neither_published_nor_changed_nor_deleted_before_it_is_passed_on(
    desk: Assembled,
) -> None:
    number = written(desk)
    desk.deeds.set_aside(number, by="Laura")
    sentence = "This comment is kept aside, since it may tell of harm. Pass it on first."
    with pytest.raises(DeedRefused, match=sentence):
        desk.deeds.approve(number, Writing(name="", words="Words"), by="Laura")
    with pytest.raises(DeedRefused, match=sentence):
        desk.deeds.rewrite(number, Writing(name="", words="Something milder"), by="Ada")
    with pytest.raises(DeedRefused, match=sentence):
        desk.deeds.delete(number, with_replies=False, by="Laura")
    desk.deeds.pass_on(number, by="Ada")
    desk.deeds.delete(number, with_replies=False, by="Ada")
    assert [entry[:2] for entry in log(desk)] == [
        ("Ada", "deleted for good"),
        ("Ada", "passed on"),
        ("Laura", "kept aside"),
    ]


def test_a_reply_kept_aside_keeps_what_it_replies_to(desk: Assembled) -> None:
    number = approved(desk)
    desk.deeds.set_aside(written(desk, parent=number), by="Laura")
    with pytest.raises(DeedRefused):
        desk.deeds.delete(number, with_replies=True, by="Laura")
    assert desk.store.comment(number) is not None


def test_the_second_of_two_moderators_is_told_that_somebody_was_faster(desk: Assembled) -> None:
    number = approved(desk)
    with pytest.raises(DeedRefused, match="Somebody was faster: this comment is published now"):
        desk.deeds.approve(number, Writing(name="", words="Words"), by="Ada")
    desk.deeds.delete(number, with_replies=False, by="Laura")
    with pytest.raises(DeedRefused, match="Somebody has deleted it"):
        desk.deeds.rewrite(number, Writing(name="", words="Words"), by="Ada")
    assert [entry[0] for entry in log(desk)] == ["Laura", "Laura"]


def test_a_deed_that_fails_leaves_no_half(desk: Assembled) -> None:
    number = written(desk)
    desk.store.database.execute("DROP TABLE diary_log")
    with pytest.raises(Exception, match="diary_log"):
        desk.deeds.approve(number, Writing(name="", words="Words"), by="Laura")
    comment = desk.store.comment(number)
    assert comment is not None
    assert comment.state is State.WAITING
