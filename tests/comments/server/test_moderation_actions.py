"""What a moderator does, and what is left of it in the file."""

from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.comment import State
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.moderation_actions import ActionRefused
from plugins.comments.server.store import ThreadPosition
from tests.support.comment_services import MEETING, Clock

SECRET_NAME, SECRET_WORDS = "Marmaduke", "the blue door beside the quarry"


def written(app: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    return app.store.add(
        ThreadPosition(thread=MEETING, title="We met", parent=parent), CommentText(name=name, words=words)
    )


def approved(app: Assembled, words: str = "Words", name: str = "", parent: int | None = None) -> int:
    number = written(app, words, name, parent)
    app.actions.approve(number, CommentText(name=name, words=words), by="Robin")
    return number


def log(app: Assembled) -> list[tuple[str, str, int | None, str]]:
    return [(entry.moderator, entry.action, entry.comment, entry.thread) for entry in app.actions.log.entries(50)]


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_an_approved_comment_is_published_and_the_log_knows_by_whom(app: Assembled) -> None:
    number = approved(app, "Good lamp", "Mo")
    (comment,) = app.store.published()
    assert (comment.id, comment.words, comment.name, comment.edited) == (number, "Good lamp", "Mo", None)
    assert log(app) == [("Robin", "approved", number, MEETING)]
    assert app.store.database.number("changes") == 1


def test_a_name_taken_out_is_nowhere_any_more(app: Assembled, tmp_path: Path) -> None:
    number = written(app, f"I am {SECRET_NAME} and I live at {SECRET_WORDS}.", SECRET_NAME)
    app.actions.approve(number, CommentText(name="", words="I am … and I live at …."), by="Robin")
    (comment,) = app.store.published()
    assert (comment.name, comment.words) == ("", "I am … and I live at ….")
    assert comment.edited is not None
    assert log(app)[0][1] == "approved with changes"
    assert SECRET_NAME.encode() not in on_disk(tmp_path)
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)


def test_changes_of_a_published_comment_carry_their_moment(app: Assembled, clock: Clock) -> None:
    number = approved(app, "Old words", "Mo")
    clock.now += 100
    app.actions.rewrite(number, CommentText(name="Mo", words="New words"), by="Robin")
    comment = app.store.comment(number)
    assert comment is not None
    assert comment.edited is not None
    assert (comment.words, comment.edited.timestamp()) == ("New words", clock.now)
    app.actions.rewrite(number, CommentText(name="Mo", words="New words"), by="Robin")
    assert [entry[1] for entry in log(app)] == ["changed", "approved"]


def test_what_is_taken_back_waits_again(app: Assembled) -> None:
    number = approved(app)
    app.actions.take_back(number, by="Robin")
    assert app.store.published() == ()
    assert [comment.id for comment in app.store.waiting()] == [number]


def test_what_is_deleted_for_good_is_in_no_file(app: Assembled, tmp_path: Path) -> None:
    number = approved(app, SECRET_WORDS, SECRET_NAME)
    approved(app, "Another")
    assert SECRET_WORDS.encode() in on_disk(tmp_path)
    app.actions.delete(number, with_replies=False, by="Robin")
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)
    assert SECRET_NAME.encode() not in on_disk(tmp_path)
    assert app.store.comment(number) is None
    assert log(app)[0] == ("Robin", "deleted for good", number, MEETING)


def test_a_deleted_comment_leaves_its_replies_and_no_trace_of_anybody(app: Assembled, tmp_path: Path) -> None:
    number = approved(app, SECRET_WORDS, SECRET_NAME)
    reply = approved(app, "A reply", "Ada", parent=number)
    for each in (number, reply):  # As Isso's own widget would have kept them.
        app.store.database.execute(
            "UPDATE comments SET email = ?, remote_addr = ?, website = ? WHERE id = ?",
            (f"{each}@example.org", "203.0.113.0", "https://ada.example", each),
        )
    app.actions.delete(number, with_replies=False, by="Robin")
    assert [(comment.id, comment.words, comment.name) for comment in app.store.published()] == [
        (reply, "A reply", "Ada")
    ]
    raw = on_disk(tmp_path)
    for trace in (SECRET_WORDS, SECRET_NAME, "@example.org", "203.0.113", "ada.example"):
        assert trace.encode() not in raw, trace
    assert [comment.thread for comment in app.store.published()] == [MEETING]


def test_replies_go_too_if_so_wished(app: Assembled, tmp_path: Path) -> None:
    number = approved(app, "First")
    approved(app, f"You said {SECRET_WORDS}", parent=number)
    written(app, f"And I say {SECRET_WORDS}", parent=number)
    kept = approved(app, "Elsewhere")
    app.actions.delete(number, with_replies=True, by="Robin")
    assert [comment.id for comment in (*app.store.published(), *app.store.waiting())] == [kept]
    assert SECRET_WORDS.encode() not in on_disk(tmp_path)
    assert [entry[1] for entry in log(app)][:3] == ["deleted for good"] * 3


def test_the_number_of_a_deleted_comment_is_never_given_again(app: Assembled) -> None:
    first, second = approved(app), approved(app)
    app.actions.delete(second, with_replies=False, by="Robin")
    app.actions.delete(first, with_replies=False, by="Robin")
    assert approved(app) > second


def test_what_may_tell_of_harm_can_be_neither_published_nor_changed_nor_deleted_before_it_is_passed_on(
    app: Assembled,
) -> None:
    number = written(app)
    app.actions.set_aside(number, by="Robin")
    sentence = "This comment is kept aside, since it may tell of harm. Pass it on first."
    with pytest.raises(ActionRefused, match=sentence):
        app.actions.approve(number, CommentText(name="", words="Words"), by="Robin")
    with pytest.raises(ActionRefused, match=sentence):
        app.actions.rewrite(number, CommentText(name="", words="Something milder"), by="Ada")
    with pytest.raises(ActionRefused, match=sentence):
        app.actions.delete(number, with_replies=False, by="Robin")
    app.actions.pass_on(number, by="Ada")
    app.actions.delete(number, with_replies=False, by="Ada")
    assert [entry[:2] for entry in log(app)] == [
        ("Ada", "deleted for good"),
        ("Ada", "passed on"),
        ("Robin", "kept aside"),
    ]


def test_a_reply_kept_aside_keeps_what_it_replies_to(app: Assembled) -> None:
    number = approved(app)
    app.actions.set_aside(written(app, parent=number), by="Robin")
    with pytest.raises(ActionRefused):
        app.actions.delete(number, with_replies=True, by="Robin")
    assert app.store.comment(number) is not None


def test_the_second_of_two_moderators_is_told_that_somebody_was_faster(app: Assembled) -> None:
    number = approved(app)
    with pytest.raises(ActionRefused, match="Somebody was faster: this comment is published now"):
        app.actions.approve(number, CommentText(name="", words="Words"), by="Ada")
    app.actions.delete(number, with_replies=False, by="Robin")
    with pytest.raises(ActionRefused, match="Somebody has deleted it"):
        app.actions.rewrite(number, CommentText(name="", words="Words"), by="Ada")
    assert [entry[0] for entry in log(app)] == ["Robin", "Robin"]


def test_a_deed_that_fails_leaves_no_half(app: Assembled) -> None:
    number = written(app)
    app.store.database.execute("DROP TABLE diary_log")
    with pytest.raises(Exception, match="diary_log"):
        app.actions.approve(number, CommentText(name="", words="Words"), by="Robin")
    comment = app.store.comment(number)
    assert comment is not None
    assert comment.state is State.WAITING
