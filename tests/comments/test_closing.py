"""Until when readers may answer."""

from datetime import datetime

import pytest

from plugins.comments.closing import Closing
from plugins.moments import parse_when
from plugins.words import comments
from tests.support.diaries import LONDON


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("closes", "last", "first_closed", "sentence"),
    [
        ("2031-12-05", "2031-12-05T23:59:59", "2031-12-06T00:00", "Comments close on Friday 5 December 2031."),
        ("2031-12-05 18:00", "2031-12-05T17:59", "2031-12-05T18:00", "Comments close on Friday 5 December 2031, 6pm."),
        ("2031-12", "2031-12-31T12:00", "2032-01-01T00:00", "Comments close at the end of December 2031."),
    ],
)
def test_comments_close_when_the_post_says(closes: str, last: str, first_closed: str, sentence: str) -> None:
    closing = Closing(closes=parse_when(closes, LONDON))
    assert closing.takes_comments(at(last), LONDON)
    assert closing.sentence(at(last), LONDON) == sentence
    assert not closing.takes_comments(at(first_closed), LONDON)
    assert closing.sentence(at(first_closed), LONDON) == comments.CLOSED


def test_a_post_or_a_moderator_can_close_them_at_once() -> None:
    now = at("2031-03-04T18:00")
    assert Closing().sentence(now, LONDON) == ""
    assert Closing(is_open=False).sentence(now, LONDON) == comments.CLOSED
    assert not Closing(is_closed_by_moderator=True).takes_comments(now, LONDON)
