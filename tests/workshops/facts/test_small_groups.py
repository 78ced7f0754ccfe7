"""Which counts of votes may be told: in a small room a count can name a person."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.shape import shape_of
from plugins.contract.values import COUNTED, ONE_BY_ONE, Count, Counts, Text
from plugins.story.html import escaped
from plugins.workshops.facts.small_groups import SmallGroupRule, sides
from plugins.workshops.record.vote import Ballot, Option, ScoreScale, Vote
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.language import LanguageMarkup
from tests.support.votes import counted, hands, is_told, published, ranked

RULE = SmallGroupRule()


def room(present: int, **others: int) -> dict[str, Any]:
    """`present`, `abstained` and `spoiled`, as fields of a vote."""
    return {name: Count(number) for name, number in {"present": present, **others}.items()}


def test_a_room_of_nine_is_never_told() -> None:
    assert not is_told(hands(9, 0, **room(9)))
    assert is_told(hands(10, 0, **room(10)))


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_a_side_of_one_to_four_is_not_told(few: int) -> None:
    assert not is_told(hands(10, few, **room(10 + few)))
    assert not is_told(hands(10, **room(10 + few)))
    assert not is_told(hands(10, **room(10 + few, abstained=few)))
    assert not is_told(hands(10, **room(10 + few, abstained=0, spoiled=few)))
    assert not is_told(counted("dots", 10, few, **room(10, abstained=0)))
    assert not is_told(counted("approval", 10, **room(10 + few, abstained=0)))


@pytest.mark.parametrize("many", [0, 5, 6])
def test_nobody_or_five_and_more_are_told(many: int) -> None:
    assert is_told(hands(10, many, **room(10 + many)))
    assert is_told(hands(10, **room(10 + many, abstained=many)))
    assert is_told(hands(10, **room(10 + many, abstained=0, spoiled=many)))
    assert is_told(counted("approval", 10, **room(10 + many, abstained=0)))


def test_all_of_a_large_room_may_be_told() -> None:
    assert is_told(hands(10, 0, **room(10)))
    assert is_told(counted("approval", 12, 12, **room(12, abstained=0)))


@pytest.mark.parametrize(
    "more", [{}, room(2), room(30, abstained=1), room(30, spoiled=1), room(9), {"present": Count(4)}]
)
def test_what_the_group_agreed_on_is_always_told(more: dict[str, Any]) -> None:
    assert is_told(hands(1, 1, counts="agreed", **more))


def test_a_room_of_unknown_size_is_a_small_one() -> None:
    assert not is_told(hands(60, 50))


def test_what_the_author_withholds_is_never_told() -> None:
    assert published(hands(60, 60, counts="withheld", **room(120))).vote.counts == "withheld"
    assert not is_told(hands(60, 60, counts="withheld", **room(120)))


def test_counts_that_were_not_kept_are_not_called_withheld() -> None:
    assert published(hands(1, counts="not-kept")).vote.counts == "not-kept"


def test_where_abstentions_are_not_known_all_who_did_not_approve_are_a_side() -> None:
    assert not is_told(counted("approval", 8, 6, **room(12)))
    assert is_told(counted("approval", 7, 6, **room(12)))
    assert not is_told(counted("approval", 7, 5, **room(14, spoiled=5)))
    assert is_told(counted("approval", 7, 5, **room(17, spoiled=5)))


def scored(*scores: dict[int, int], **more: object) -> Vote:
    vote = counted("score", **more)
    return replace(
        vote,
        scale=ScoreScale(least=1, most=5),
        options=tuple(
            Option(name=Text("ABC"[place]), scores=Counts(tuple(sorted(each.items()))))
            for place, each in enumerate(scores)
        ),
    )


def test_scores_have_those_who_gave_each_and_those_who_gave_none_as_sides() -> None:
    assert is_told(scored({5: 7, 1: 5}, **room(12)))
    assert is_told(scored({5: 7, 1: 5}, {5: 12}, **room(12, abstained=0)))
    assert not is_told(scored({5: 11, 1: 1}, **room(12)))
    assert not is_told(scored({5: 11}, **room(12)))
    assert not is_told(scored({5: 12}, {5: 11}, **room(12, abstained=0)))
    assert is_told(scored({5: 12}, {5: 7}, **room(12, abstained=0)))


def test_every_round_of_a_ranked_vote_shows_sides() -> None:
    assert is_told(ranked("instant-runoff", {"a": 7, "b": 6}, **room(13)))
    assert not is_told(ranked("instant-runoff", {"a": 9, "b": 4}, **room(13)))
    assert not is_told(ranked("instant-runoff", {"a": 9, "b": 8, "c": 4}, **room(21)))


def test_those_who_moved_from_one_round_to_the_next_are_a_side() -> None:
    # Six first choices for c, of which one goes on to b: the two rounds side by side would tell of that one.
    assert not is_told(ranked("instant-runoff", {"a": 9, "b": 8, "ca": 5, "cb": 1}, **room(23)))
    assert not is_told(ranked("instant-runoff", {"a": 9, "b": 8, "ca": 5, "c": 1}, **room(23)))
    assert is_told(ranked("instant-runoff", {"a": 9, "b": 8, "ca": 6}, **room(23)))


def test_rankings_are_told_one_by_one_only_where_none_stands_alone() -> None:
    assert published(ranked("instant-runoff", {"ab": 7, "ba": 6}, **room(13))).vote.ballots
    beside = published(ranked("instant-runoff", {"ab": 7, "ba": 5, "b": 1}, **room(13)))
    assert beside.tally
    assert not beside.vote.ballots
    assert published(ranked("instant-runoff", {"ab": 1}, counts="agreed")).vote.ballots


AMOUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=4)
MAYBE = st.none() | st.integers(0, 30).map(Count)
VOTES = st.builds(
    lambda method, amounts, present, abstained, spoiled, counts: counted(
        method, *amounts, present=present, abstained=abstained, spoiled=spoiled, counts=counts
    ),
    st.sampled_from(["show-of-hands", "approval", "dots"]),
    AMOUNTS,
    st.none() | st.integers(0, 130).map(Count),
    MAYBE,
    MAYBE,
    st.sampled_from(["kept", "withheld", "not-kept"]),
) | st.builds(
    lambda papers, seats, present: ranked("stv", papers, seats, "abc", present=present),
    st.dictionaries(st.sampled_from(["abc", "bca", "cab", "ab", "c"]), st.integers(0, 20)),
    st.integers(1, 2),
    st.integers(0, 130).map(Count),
)


@given(VOTES)
def test_no_figure_follows_what_is_withheld(vote: Vote) -> None:
    if is_told(vote):
        return
    view = ballot_view(published(vote), idea_href=str, said=LanguageMarkup(escaped))
    assert not view.shows_counts
    assert (view.rounds, view.tie, view.tie_break) == ((), None, None)
    assert all((row.count, row.share, row.bar) == ("", "", "") for row in view.rows)
    assert not re.search(r"\d", str(view))


def figures(record: Any) -> Iterator[str]:
    """The fields of a vote that hold one of its figures, wherever they stand."""
    kind: type = type(record)
    for written, of_record in shape_of(kind).fields.items():
        value = getattr(record, of_record.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]) and not isinstance(value[0], Ballot):
            yield from (name for each in value for name in figures(each))
        elif of_record.export in (COUNTED, ONE_BY_ONE) and value not in (None, ()):
            yield written


@given(VOTES)
def test_a_withheld_vote_holds_no_figure_in_any_field(vote: Vote) -> None:
    shown = published(vote)
    assert list(figures(shown.vote)) == [] or shown.tally is not None


@given(VOTES)
def test_what_is_told_shows_nobody_in_a_group_of_one_to_four(vote: Vote) -> None:
    tally = published(vote).tally
    if tally:
        assert vote.present is not None
        assert vote.present >= 10
        assert not [side for side in sides(vote, tally, 5) if side.least > 0 and side.most < 5]


@given(VOTES, st.integers(1, 30), st.integers(1, 10))
def test_a_stricter_rule_never_tells_more(vote: Vote, more_room: int, more_side: int) -> None:
    stricter = SmallGroupRule(room=RULE.room + more_room, side=RULE.side + more_side)
    if is_told(vote, stricter):
        assert is_told(vote)
