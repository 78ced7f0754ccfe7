"""The order of the timeline: partial dates, ties, time zones, years apart."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Text
from plugins.moments import Clock, When
from plugins.timeline.chronology import Chronology, chronology, lies_ahead, stretches
from plugins.timeline.happening import Decisions, Happening
from plugins.workshops.facts.series import SeriesState, SeriesWorkshop
from plugins.workshops.record.post import Milestone
from plugins.workshops.record.workshop import Workshop
from tests.support.diaries import LONDON
from tests.timeline.timelines import anchors, entry, timeline, workshop

YEARS = st.integers(1900, 2200)
STATES: st.SearchStrategy[SeriesState] = st.sampled_from(get_args(SeriesState))


@st.composite
def whens(draw: st.DrawFn) -> When:
    year = draw(YEARS | st.integers(2030, 2031))
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    clock = draw(st.none() | st.builds(Clock, st.integers(3, 23), st.integers(0, 59))) if day else None
    return When(year, month, day, clock)


@st.composite
def timelines(draw: st.DrawFn) -> list[Happening]:
    """Sessions, what came of them, and milestones, in no order."""
    found: list[Happening] = []
    for number in range(draw(st.integers(0, 4))):
        found += draw(sessions(number))
    for number in range(draw(st.integers(0, 4))):
        told = entry(f"post-{number}", date=draw(st.none() | whens()))
        when = draw(whens())
        milestone = Milestone(when=when, title=Text("M"))
        found.append(Happening(entry=told, subject=milestone, when=when, placed=when, anchor=f"m{number}"))
    return found


@st.composite
def sessions(draw: st.DrawFn, number: int) -> list[Happening]:
    start, state = draw(st.none() | whens()), draw(STATES)
    held = entry(f"w-{number}", start=start, number=number)
    place = SeriesWorkshop(held, held.post.workshop or Workshop(), state)
    session = Happening(entry=held, subject=place, when=start, placed=start, anchor=f"w{number}")
    decided = Happening(entry=held, subject=Decisions(()), when=start, placed=start, anchor=f"v{number}")
    return [session, decided]


FROM, MINUTES = datetime(1901, 1, 1, tzinfo=UTC), 298 * 365 * 24 * 60
nows = st.integers(0, MINUTES).map(lambda minutes: FROM + timedelta(minutes=minutes))


def whole(points: Sequence[Happening], now: datetime) -> Chronology:
    return chronology(points, now=now, zone=LONDON)


@given(timelines(), nows)
def test_nothing_is_lost_and_nothing_comes_twice(points: list[Happening], now: datetime) -> None:
    assert sorted(anchors(whole(points, now).all)) == sorted(point.anchor for point in points)


@given(timelines(), nows, st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_the_order_of_the_files(
    points: list[Happening], now: datetime, dice: object
) -> None:
    shuffled = list(points)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert whole(shuffled, now) == whole(points, now)


@given(timelines(), nows, st.integers(-12 * 60, 14 * 60))
def test_the_clock_of_the_machine_does_not_matter(points: list[Happening], now: datetime, offset: int) -> None:
    elsewhere = now.astimezone(timezone(timedelta(minutes=offset)))
    assert whole(points, elsewhere) == whole(points, now)


@given(timelines(), nows)
def test_what_has_happened_stands_as_the_dates_sort_and_after_its_own_session(
    points: list[Happening], now: datetime
) -> None:
    past = whole(points, now).past
    keys = [point.placed.sort_key for point in past if point.placed and not lies_ahead(point, now=now, zone=LONDON)]
    assert keys == sorted(keys)


@given(timelines(), nows)
def test_two_days_that_are_both_known_never_stand_the_wrong_way_round(points: list[Happening], now: datetime) -> None:
    days = [(p.placed.year, p.placed.month, p.placed.day) for p in whole(points, now).all if p.placed and p.placed.day]
    assert days == sorted(days)


@given(timelines(), nows)
def test_an_outcome_stands_behind_its_session(points: list[Happening], now: datetime) -> None:
    order = anchors(whole(points, now).all)
    for number in (anchor[1:] for anchor in order if anchor.startswith("w")):
        assert order.index(f"w{number}") < order.index(f"v{number}")


@given(timelines(), nows)
def test_now_lies_between_what_is_over_and_what_has_not_begun(points: list[Happening], now: datetime) -> None:
    held = whole(points, now)
    for point in held.past:
        assert point.placed is not None
        assert point.placed.first(LONDON) <= now
    for point in held.ahead:
        assert point.placed is not None
        assert point.placed.last(LONDON) >= now.replace(second=0, microsecond=0)


@given(timelines(), nows)
def test_years_and_months_come_once_and_in_order_on_each_side_of_now(points: list[Happening], now: datetime) -> None:
    held = whole(points, now)
    for side in (held.past, held.ahead):
        months = [(stretch.year, stretch.month) for stretch in stretches(side)]
        assert len(months) == len(set(months))
        years = [year for year, _ in months]
        assert years == sorted(years)
        named = [(year, month) for year, month in months if month]
        assert named == sorted(named)


@pytest.mark.parametrize(
    ("fields", "side"),
    [
        ("start: 2031-06", "ahead"),
        ("start: 2031-06-01", "ahead"),
        ("start: 2031-06-01 12:59", "past"),
        ("start: 2031-06-01 13:01", "ahead"),
        ("start: 2031-06, status: held", "past"),
        ("start: 2031-06-01, status: held", "past"),
        ("start: 2031-05-31, status: planned", "past"),
        ("start: 2031", "ahead"),
        ("start: 2031-06-01, status: cancelled", "past"),
        ("start: 2031-07, status: postponed", "ahead"),
    ],
)
def test_a_workshop_of_this_very_time_is_to_come_until_it_is_held(tmp_path: Path, fields: str, side: str) -> None:
    # 13:00 in London.
    held = timeline(tmp_path, now=datetime(2031, 6, 1, 12, tzinfo=UTC), workshops__a=workshop(fields))
    assert anchors(getattr(held, side)) == ["a"]


def test_what_is_to_come_some_time_this_month_stands_behind_what_has_happened_in_it(tmp_path: Path) -> None:
    held = timeline(
        tmp_path,
        now=datetime(2031, 6, 20, tzinfo=UTC),
        workshops__a=workshop("start: 2031-06"),
        workshops__b=workshop("start: 2031-06-10, status: held"),
        posts__c="---\ntitle: C\ndate: 2031-06-12\nmilestones: [{when: 2031-06, title: It began}]\n---\nX.\n",
        posts__e="---\ntitle: E\ndate: 2031-06-13\nprototypes: [{id: p, status: testing, tested: 2031-06}]\n---\nX.\n",
        posts__d="---\ntitle: D\ndate: 2031-05-12\nmilestones: [{when: 2031-06, title: To come}]\n---\nX.\n",
    )
    assert anchors(held.past) == ["c-milestone-1", "e-begun-2031-06", "b"]
    assert anchors(held.ahead) == ["a", "d-milestone-1"]


def test_a_year_stands_before_its_months_and_a_month_before_its_days(tmp_path: Path) -> None:
    told = "[{when: 2030-05-01 10:00, title: T}, {when: 2030-05-01, title: D}, {when: 2030-05, title: M}, {when: 2030, title: Y}]"
    held = timeline(tmp_path, posts__a=f"---\ntitle: A\ndate: 2031\nmilestones: {told}\n---\nX.\n")
    assert [point.when.iso for point in held.past if point.when] == [
        "2030",
        "2030-05",
        "2030-05-01",
        "2030-05-01T10:00",
    ]


def test_workshops_of_one_day_keep_their_order_in_the_series(tmp_path: Path) -> None:
    held = timeline(
        tmp_path,
        workshops__z=workshop("number: 1, start: 2031-01-13, status: held"),
        workshops__a=workshop("number: 2, start: 2031-01-13, status: held"),
    )
    assert anchors(held.past) == ["z", "a"]
