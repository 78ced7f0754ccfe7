"""What is published at a given moment."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from plugins.blog.publication import Moment, publication, state_of
from plugins.workshops.diary import DiaryEntry
from tests.support.diaries import LONDON, read


def entry(folder: Path, date: str, status: str = "published") -> DiaryEntry:
    diary, problems = read(folder, posts__one=f"---\ntitle: One\ndate: {date}\nstatus: {status}\n---\nWords.\n")
    assert problems == ()
    return diary.entries[0]


def at(written: str) -> Moment:
    return Moment(datetime.fromisoformat(written), LONDON)


@pytest.mark.parametrize(
    ("date", "now", "state"),
    [
        ("2016-10-10", "2016-10-09T23:59:59+01:00", "scheduled"),
        ("2016-10-10", "2016-10-10T00:00:00+01:00", "published"),
        # Summer time: midnight in London is an hour before midnight in Greenwich.
        ("2016-07-01", "2016-06-30T22:59:00+00:00", "scheduled"),
        ("2016-07-01", "2016-06-30T23:00:00+00:00", "published"),
        ("2016-12-01", "2016-11-30T23:59:00+00:00", "scheduled"),
        ("2016-12-01", "2016-12-01T00:00:00+00:00", "published"),
        ("2016-07-01 09:30", "2016-07-01T08:29:00+00:00", "scheduled"),
        ("2016-07-01 09:30", "2016-07-01T08:30:00+00:00", "published"),
        ("2016-10", "2016-09-30T23:00:00+00:00", "published"),
        ("2016", "2015-12-31T23:59:00+00:00", "scheduled"),
    ],
)
def test_a_post_appears_at_its_first_moment_in_the_diarys_own_time(
    tmp_path: Path, date: str, now: str, state: str
) -> None:
    assert state_of(entry(tmp_path, date).post, at(now)) == state


def test_a_draft_stays_a_draft_whatever_its_date(tmp_path: Path) -> None:
    assert state_of(entry(tmp_path, "2016-10-10", "draft").post, at("2020-01-01T00:00:00+00:00")) == "draft"


@pytest.mark.parametrize("status", ["draft", "published"])
def test_what_is_not_public_yet_has_no_page_and_no_place_in_lists(tmp_path: Path, status: str) -> None:
    shown = publication([entry(tmp_path, "2030-01-01", status)], at("2020-01-01T00:00:00+00:00"), preview=False)
    assert (shown.entries, shown.listed, shown.states) == ((), (), {})


def test_the_preview_shows_everything_and_knows_its_state(tmp_path: Path) -> None:
    post = entry(tmp_path, "2030-01-01")
    shown = publication([post], at("2020-01-01T00:00:00+00:00"), preview=True)
    assert shown.shows(post)
    assert shown.states == {post.source: "scheduled"}


def test_a_hidden_post_has_a_page_but_no_place_in_lists(tmp_path: Path) -> None:
    post = entry(tmp_path, "2016-10-10", "hidden")
    shown = publication([post], at("2020-01-01T00:00:00+00:00"), preview=False)
    assert (shown.entries, shown.listed) == ((post,), ())


def test_a_status_that_nobody_thought_about_is_published_nowhere(tmp_path: Path) -> None:
    one = entry(tmp_path, "2016-10-10")
    internal = replace(one, post=replace(one.post, status="internal"))  # type: ignore[arg-type]  # as a later one would
    with pytest.raises(AssertionError, match="internal"):
        publication([internal], at("2016-10-11T12:00:00+00:00"), preview=False)
