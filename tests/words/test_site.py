"""What stands around and above posts, in lists and in the preview."""

from typing import get_args

import pytest

from plugins.blog.publication import State
from plugins.words import calendars, lists, marks, posts, tags, workshops


@pytest.mark.parametrize(
    ("page", "title", "place", "label"),
    [
        (None, "All posts", "The newest posts", "Newest"),
        (2, "All posts, page 2", "Page 2. Page 1 has the oldest posts.", "2"),
    ],
)
def test_a_page_of_a_list_says_where_it_is(page: int | None, title: str, place: str, label: str) -> None:
    assert (lists.title(lists.TITLE, page), lists.place(page), lists.label(page)) == (title, place, label)


@pytest.mark.parametrize(("minutes", "said"), [(0, ""), (1, "1 minute to read"), (2, "2 minutes to read")])
def test_a_story_says_how_long_it_takes_to_read(minutes: int, said: str) -> None:
    assert posts.reading_time(minutes) == said


def test_a_tag_says_how_many_posts_have_it() -> None:
    assert tags.introduction(1) == "1 post."
    assert tags.introduction(2) == "2 posts, newest first."


def test_a_workshop_has_its_number_where_it_has_one() -> None:
    assert (workshops.label(2), workshops.label(None)) == ("Workshop 2", "Workshop")


def test_a_workshop_that_is_off_says_so_in_its_name_in_a_calendar() -> None:
    assert calendars.name("Making", "cancelled") == "Cancelled: Making"
    assert calendars.name("Making", "postponed") == "Postponed: Making"
    assert calendars.name("Making", "held") == "Making"


def test_every_post_that_is_not_public_has_its_mark() -> None:
    assert set(marks.MARKS) == (set(get_args(State)) | {"next", "unfinished"}) - {"published"}
