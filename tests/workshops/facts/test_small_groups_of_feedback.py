"""Which counts of ratings, moods and remarks may be told."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Text, Words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.feedback import Feedback, Mood, Rating, RatingScale, Remark
from tests.support.votes import hands, session

RULE = SmallGroupRule()


def rating(counts: dict[int, int], *, group: str | None = None, agreed: bool = False) -> Rating:
    return Rating(
        question=Text("How?"),
        scale=RatingScale(least=1, most=5),
        counts=Counts(tuple(sorted(counts.items()))),
        group=Text(group) if group else None,
        agreed=agreed,
    )


def shown(entry: DiaryEntry) -> Feedback:
    """The feedback of a workshop as it is published."""
    (published,) = with_publishable_figures([entry], RULE)
    assert published.post.feedback
    return published.post.feedback


def rating_told(one: Rating, *others: Rating, room: int | None = None) -> bool:
    feedback = Feedback(ratings=(one, *others))
    return bool(shown(session(feedback=feedback, everybody=room)).ratings[0].counts.pairs)


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


@pytest.mark.parametrize(("rest", "may"), [(0, True), (1, False), (6, False), (9, False), (10, True)])
def test_what_groups_leave_of_the_room_is_no_small_group(rest: int, may: bool) -> None:
    assert rating_told(rating({5: 12}, group="Housing"), room=12 + rest) == may
    two = (rating({5: 12}, group="Housing"), rating({5: 7, 4: 5}, group="Health"))
    assert rating_told(*two, room=24 + rest) == may


@pytest.mark.parametrize(("came", "may"), [(12, True), (13, False), (16, False), (17, True)])
def test_those_of_a_group_who_gave_no_answer_are_a_side(came: int, may: bool) -> None:
    feedback = Feedback(ratings=(rating({5: 12}, group="Young carers"),))
    entry = session(feedback=feedback, young_carers=came, housing=30)
    assert bool(shown(entry).ratings[0].counts.pairs) == may


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


def test_a_room_known_by_a_vote_alone_is_a_room() -> None:
    def told(answers: int, present: int, **came: Any) -> bool:
        vote = hands(7, present - 7, present=Count(present))
        entry = session(vote, feedback=Feedback(ratings=(rating({5: answers}),)), **came)
        return bool(shown(entry).ratings[0].counts.pairs)

    assert told(13, 13)
    assert not told(12, 13)
    assert not told(13, 12)
    assert not told(12, 13, everybody=None)
    assert told(12, 17)
    # Ten more came than voted, and of all who came six gave no answer.
    assert told(17, 13, everybody=23)
    # Nobody knows of thirteen who voted when the vote's own figures are withheld.
    assert bool(
        shown(session(hands(12, 1, present=Count(13)), feedback=Feedback(ratings=(rating({5: 12}),))))
        .ratings[0]
        .counts.pairs
    )


RATING_COUNTS = st.dictionaries(st.integers(1, 5), st.integers(0, 20), max_size=5)


@given(RATING_COUNTS, st.none() | st.integers(0, 120))
def test_no_told_rating_has_a_small_side(counts: dict[int, int], present: int | None) -> None:
    total = sum(counts.values())
    if rating_told(rating(counts), room=present):
        assert total >= 10
        assert not [count for count in (*counts.values(), (present or total) - total) if 0 < count < 5]


def mood(count: int | None, *, agreed: bool = False) -> Mood:
    return Mood(feeling=Text("glad"), count=None if count is None else Count(count), agreed=agreed)


def moods_told(*moods: Mood, room: int | None = None) -> list[bool]:
    return [each.count is not None for each in shown(session(feedback=Feedback(mood=moods), everybody=room)).mood]


def test_moods_are_told_all_or_none() -> None:
    assert moods_told(mood(6), mood(5)) == [True, True]
    assert moods_told(mood(6), mood(5), room=11) == [True, True]
    assert moods_told(mood(6), mood(5), room=12) == [False, False]
    assert moods_told(mood(6), mood(4)) == [False, False]
    assert moods_told(mood(6), mood(5), mood(None)) == [False, False, False]


def test_moods_that_were_agreed_are_always_told() -> None:
    assert moods_told(mood(1, agreed=True), mood(2, agreed=True), room=30) == [True, True]
    assert moods_told(mood(5), mood(4, agreed=True)) == [False, True]
    assert moods_told(mood(6), mood(4, agreed=True)) == [True, True]


def test_whoever_may_have_had_two_moods_is_not_the_one_who_lacks_one() -> None:
    assert moods_told(mood(19), mood(12), room=20) == [False, False]
    assert moods_told(mood(15), mood(12), room=20) == [True, True]


def remark(count: int | None, *, agreed: bool = False) -> Remark:
    return Remark(said=Words("Tea."), count=None if count is None else Count(count), agreed=agreed)


def remark_told(one: Remark, room: int | None) -> bool:
    feedback = shown(session(feedback=Feedback(went_well=(one,), even_better_if=(one,)), everybody=room))
    (well,), (better,) = feedback.went_well, feedback.even_better_if
    assert (well.count is None) == (better.count is None)
    return well.count is not None


@pytest.mark.parametrize(
    ("count", "present", "may"),
    [(6, 12, True), (12, 12, True), (0, 12, True), (6, 9, False), (6, None, False), (11, 12, False), (4, 12, False)],
)
def test_how_many_said_so_is_told_in_a_large_room_when_nobody_stands_out(
    count: int, present: int | None, may: bool
) -> None:
    assert remark_told(remark(count), present) == may
    assert remark_told(remark(count, agreed=True), present)


def test_a_remark_without_a_count_has_none_to_tell() -> None:
    assert not remark_told(remark(None, agreed=True), 12)
