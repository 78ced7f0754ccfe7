"""Which counts of ratings, moods and remarks may be told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Text, Words
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.feedback import Mood, Rating, RatingScale, Remark

RULE = SmallGroupRule()


def rating(counts: dict[int, int], *, group: str | None = None, agreed: bool = False) -> Rating:
    return Rating(
        question=Text("How?"),
        scale=RatingScale(least=1, most=5),
        counts=Counts(tuple(sorted(counts.items()))),
        group=Text(group) if group else None,
        agreed=agreed,
    )


def rating_told(one: Rating, *others: Rating, room: int | None = None) -> bool:
    return RULE.rating(one, (one, *others), room)


def test_a_rating_is_told_when_nobody_stands_out() -> None:
    assert rating_told(rating({5: 7, 4: 5}))
    assert rating_told(rating({5: 7, 4: 5}), room=12)
    assert rating_told(rating({5: 10, 4: 0}), room=10)
    assert not rating_told(rating({5: 9}))
    assert not rating_told(rating({5: 11, 4: 1}))
    assert rating_told(rating({5: 1}, agreed=True), room=1)


@pytest.mark.parametrize(("silent", "may"), [(0, True), (1, False), (4, False), (5, True)])
def test_those_who_gave_no_answer_are_a_side_of_a_rating(silent: int, may: bool) -> None:
    assert rating_told(rating({5: 7, 4: 5}), room=12 + silent) == may
    group = rating({5: 12}, group="Housing")
    assert rating_told(group, room=12 + silent) == may


def test_groups_are_told_apart_only_when_every_group_is_large() -> None:
    large = rating({5: 10}, group="Housing")
    assert rating_told(large, rating({5: 20}, group="Health"))
    assert not rating_told(large, rating({5: 9}, group="Health"))
    assert not rating_told(large, rating({5: 10, 4: 1}, group="Health"))


def test_groups_taken_from_the_whole_room_leave_nobody_standing_alone() -> None:
    housing = rating({5: 10, 4: 5}, group="Housing")
    assert rating_told(housing, rating({5: 10, 4: 5}))
    assert rating_told(housing, rating({5: 20, 4: 5}))
    assert not rating_told(housing, rating({5: 11, 4: 5}))
    assert not rating_told(housing, rating({5: 15, 4: 6, 3: 5}))


def test_the_whole_room_is_not_told_beside_agreed_groups_that_leave_somebody_standing_alone() -> None:
    housing = rating({5: 9}, group="Housing", agreed=True)
    assert not rating_told(rating({5: 10}), housing)
    assert rating_told(rating({5: 20}), housing)
    assert rating_told(rating({5: 10}), replace(housing, agreed=False))


RATING_COUNTS = st.dictionaries(st.integers(1, 5), st.integers(0, 20), max_size=5)


@given(RATING_COUNTS, st.none() | st.integers(0, 120))
def test_no_told_rating_has_a_small_side(counts: dict[int, int], present: int | None) -> None:
    total = sum(counts.values())
    if rating_told(rating(counts), room=present):
        assert total >= 10
        assert not [count for count in (*counts.values(), (present or total) - total) if 0 < count < 5]


def mood(count: int | None, *, agreed: bool = False) -> Mood:
    return Mood(feeling=Text("glad"), count=None if count is None else Count(count), agreed=agreed)


def test_moods_are_told_all_or_none() -> None:
    assert RULE.moods((mood(6), mood(5)))
    assert RULE.moods((mood(6), mood(5)), 11)
    assert not RULE.moods((mood(6), mood(5)), 12)
    assert not RULE.moods((mood(6), mood(4)))
    assert not RULE.moods((mood(5), mood(4, agreed=True)))
    assert not RULE.moods((mood(6), mood(5), mood(None)))
    assert not RULE.moods(())
    assert RULE.moods((mood(1, agreed=True), mood(2, agreed=True)), 30)


def remark(count: int | None, *, agreed: bool = False) -> Remark:
    return Remark(said=Words("Tea."), count=None if count is None else Count(count), agreed=agreed)


@pytest.mark.parametrize(
    ("count", "present", "may"),
    [(6, 12, True), (12, 12, True), (0, 12, True), (6, 9, False), (6, None, False), (11, 12, False), (4, 12, False)],
)
def test_how_many_said_so_is_told_in_a_large_room_when_nobody_stands_out(
    count: int, present: int | None, may: bool
) -> None:
    assert RULE.remark(remark(count), present) == may
    assert RULE.remark(remark(count, agreed=True), present)


def test_a_remark_without_a_count_has_none_to_tell() -> None:
    assert not RULE.remark(remark(None, agreed=True), 12)
