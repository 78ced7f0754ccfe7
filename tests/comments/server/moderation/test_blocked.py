"""What no page may show is told on the app, and cannot be approved."""

import pytest

from plugins.comments.server.assembly import Assembled
from tests.comments.server.moderation.moderators import ModeratorClient, goes_to
from tests.comments.server.moderation.test_routes import written

HELD = "No page may show this: it holds an e-mail address. Take it out before you approve it."


def test_what_no_page_may_show_says_so_on_its_card_and_cannot_be_approved(
    robin: ModeratorClient, app: Assembled
) -> None:
    number = written(app, "Write to mo@example.org")
    assert f'<p class="said__blocked" id="comment-{number}-blocked">{HELD}</p>' in robin.page()
    assert f'value="approve" type="submit" aria-describedby="comment-{number}-blocked"' in robin.page()
    answer = robin.do("approve", number)
    assert answer.status_code == 409
    assert "No page may show this: it holds an e-mail address. Take it out, then try again." in answer.text
    assert app.store.published() == ()
    robin.do("approve", number, words="Write to us")
    assert [comment.words for comment in app.store.published()] == ["Write to us"]


@pytest.mark.parametrize(
    ("name", "words", "reasons"),
    [
        ("", "It is in /home/mo and C:\\Users\\mo", "a folder of somebody's computer"),
        ("", "I signed C-07", "a consent's reference"),
        ("mo@example.org", "See C-07", "an e-mail address and a consent's reference"),
    ],
)
def test_every_reason_is_told(robin: ModeratorClient, app: Assembled, name: str, words: str, reasons: str) -> None:
    written(app, words, name)
    assert f"No page may show this: it holds {reasons}. Take it out before you approve it." in robin.page()


def test_harmless_words_have_no_such_sentence(robin: ModeratorClient, app: Assembled) -> None:
    written(app, "We met @ 10.30 in room C 7", "Mo")
    assert "said__blocked" not in robin.page()
    assert "aria-describedby" not in robin.page()


def test_what_was_approved_before_is_told_where_it_is_published_and_nothing_of_the_kind_is_written_into_it(
    robin: ModeratorClient, app: Assembled
) -> None:
    number = written(app, "Write to us")
    robin.do("approve", number)
    assert robin.do("keep", number, words="Write to mo@example.org").status_code == 409
    with app.store.database.change():
        app.store.database.execute("UPDATE comments SET text = 'Write to mo@example.org' WHERE id = ?", (number,))
    told = "The page goes without this comment: it holds an e-mail address. Take it out, and save."
    assert told in robin.page("published")
    robin.do("keep", number, words="Write to us", back="published")
    assert "said__blocked" not in robin.page("published")


def test_waiting_words_may_be_changed_whatever_they_hold(robin: ModeratorClient, app: Assembled) -> None:
    number = written(app, "mo@example.org, I am Marmaduke")
    assert goes_to(robin.do("keep", number, words="mo@example.org")) == "/moderate/?done=keep"
