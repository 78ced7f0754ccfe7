"""Which counts may be told: in a small room a count can name a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Text, Words
from plugins.workshops.facts.ratings import spread
from plugins.workshops.facts.small_groups import SmallGroupRule, Withheld
from plugins.workshops.facts.tally import Tally, tally
from plugins.workshops.record.feedback import Mood, Rating, RatingScale, Remark
from plugins.workshops.record.vote import Vote
from tests.support.votes import counted, hands, ranked

RULE = SmallGroupRule()


@pytest.mark.parametrize(
    ("vote", "is_told"),
    [
        (hands(7, 5, present=Count(12), abstained=Count(0)), True),
        (hands(12, 0, present=Count(12)), True),
        (hands(9, 3, present=Count(12)), False),
        (hands(6, 5, present=Count(12)), False),
        (hands(6, 5, present=Count(12), abstained=Count(1)), False),
        (hands(6, 5, present=Count(12), abstained=Count(0), spoiled=Count(1)), False),
        (hands(5, 4, present=Count(9)), False),
        (hands(9, 0, present=Count(9)), False),
        (hands(60, 50), False),
        (hands(9, 3, present=Count(12), counts="agreed"), True),
        (hands(60, 60, present=Count(120), counts="withheld"), False),
        (counted("approval", 11, 6, present=Count(12)), False),
        (counted("approval", 11, 6, present=Count(12), abstained=Count(0)), False),
        (counted("approval", 6, 7, present=Count(12), abstained=Count(0)), True),
        (ranked("instant-runoff", {"a": 6, "b": 5, "c": 2}, present=Count(13)), False),
        (ranked("instant-runoff", {"a": 6, "b": 5}, present=Count(11)), True),
    ],
)
def test_a_count_that_could_name_somebody_is_withheld(vote: Vote, is_told: bool) -> None:
    assert isinstance(RULE.vote(vote, tally(vote)), Tally) == is_told


def test_counts_that_were_not_kept_are_not_called_withheld() -> None:
    assert RULE.vote(hands(1, counts="not-kept"), None) == Withheld("not-kept")


def rating(counts: dict[int, int], *, group: str | None = None, agreed: bool = False) -> Rating:
    pairs = tuple(sorted(counts.items()))
    scale = RatingScale(least=1, most=5)
    label = Text(group) if group else None
    return Rating(question=Text("How?"), scale=scale, counts=Counts(pairs), group=label, agreed=agreed)


def test_ratings_are_told_when_nobody_stands_out_and_nobodys_silence_does() -> None:
    assert RULE.rating(rating({5: 7, 4: 5}), (), 12)
    assert RULE.rating(rating({5: 7, 4: 5}), (), None)
    assert not RULE.rating(rating({5: 7, 4: 5}), (), 13)
    assert not RULE.rating(rating({5: 11, 4: 1}), (), 12)
    assert RULE.rating(rating({5: 1}, agreed=True), (), 1)


def test_a_group_is_told_apart_only_when_every_group_is_large() -> None:
    large, small = rating({5: 10}, group="Housing"), rating({5: 9}, group="Health")
    assert RULE.rating(large, (large, rating({5: 20}, group="Health")), None)
    assert not RULE.rating(large, (large, small), None)


def test_moods_are_told_all_or_none() -> None:
    def mood(count: int | None, *, agreed: bool = False) -> Mood:
        return Mood(feeling=Text("glad"), count=None if count is None else Count(count), agreed=agreed)

    assert RULE.moods((mood(6), mood(5)))
    assert not RULE.moods((mood(6), mood(4)))
    assert not RULE.moods((mood(6), mood(None)))
    assert not RULE.moods(())
    assert RULE.moods((mood(1, agreed=True), mood(2, agreed=True)))


def test_how_many_said_so_is_told_in_a_large_room_only() -> None:
    def remark(count: int | None, *, agreed: bool = False) -> Remark:
        return Remark(said=Words("Tea."), count=None if count is None else Count(count), agreed=agreed)

    assert RULE.remark(remark(6), 12)
    assert not RULE.remark(remark(6), 9)
    assert not RULE.remark(remark(6), None)
    assert not RULE.remark(remark(11), 12)
    assert not RULE.remark(remark(None), 12)
    assert RULE.remark(remark(1, agreed=True), None)


@given(st.dictionaries(st.integers(1, 5), st.integers(0, 40), max_size=5))
def test_half_of_all_answers_lie_on_each_side_of_the_median(counts: dict[int, int]) -> None:
    found = spread(rating(counts))
    answers = sorted(step for step, count in counts.items() for _ in range(count))
    if found is None:
        assert answers == []
        return
    assert 2 * sum(answer < found.median for answer in answers) <= len(answers)
    assert 2 * sum(answer > found.median for answer in answers) <= len(answers)
    assert found.quartiles[0] <= found.median <= found.quartiles[1]
    assert sum(count for _, count in found.steps) == found.total == len(answers)
