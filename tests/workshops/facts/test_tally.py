"""What a vote decided, and of how many."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Text
from plugins.workshops.facts.tally import CountedVote, Tally, counted_vote
from plugins.workshops.record.vote import Option, Vote
from tests.support.votes import counted, hands, ranked


def scored(*scores: dict[int, int], **more: object) -> Vote:
    """A vote by score for options A, B, …"""
    options = tuple(
        Option(name=Text("ABC"[place]), scores=Counts(tuple(sorted(each.items())))) for place, each in enumerate(scores)
    )
    vote = counted("score", **more)
    return Vote(id=vote.id, question=vote.question, method="score", options=options, present=vote.present)


def decided(vote: Vote) -> tuple[str, ...] | None:
    return counted_vote(vote).decided


def found(vote: Vote) -> Tally:
    known = counted_vote(vote).tally
    assert known is not None
    return known


def test_a_show_of_hands_is_of_all_hands() -> None:
    known = found(hands(3, 9, present=Count(14), abstained=Count(1), spoiled=Count(1)))
    assert [(each.option.name, each.share, each.place) for each in known.standings] == [
        ("B", Fraction(3, 4), 1),
        ("A", Fraction(1, 4), 2),
    ]
    assert (known.sure, known.tied) == (("B",), ())
    assert (known.base, known.turnout) == (12, (13, 14))


def test_options_that_drew_level_share_their_place_and_the_next_one_stands_after_both() -> None:
    assert [(each.option.name, each.place) for each in found(hands(4, 7, 7, 0)).standings] == [
        ("B", 1),
        ("C", 1),
        ("A", 3),
        ("D", 4),
    ]


def test_approval_is_of_valid_voters() -> None:
    known = found(counted("approval", 9, 6, present=Count(14), abstained=Count(1), spoiled=Count(1)))
    assert [each.share for each in known.standings] == [Fraction(3, 4), Fraction(1, 2)]
    assert (known.base, known.turnout) == (12, (13, 14))


@pytest.mark.parametrize("more", [{"present": Count(14)}, {"abstained": Count(1)}, {}])
def test_without_all_who_voted_approval_has_no_base(more: dict[str, Count]) -> None:
    known = found(counted("approval", 9, 6, **more))
    assert (known.base, known.turnout) == (None, None)
    assert [each.share for each in known.standings] == [None, None]


def test_dots_are_of_all_dots() -> None:
    known = found(counted("dots", 15, 5, present=Count(10), abstained=Count(0)))
    assert [each.share for each in known.standings] == [Fraction(3, 4), Fraction(1, 4)]
    assert (known.base, known.turnout) == (20, (10, 10))


def test_no_dots_at_all_are_no_shares() -> None:
    assert [each.share for each in found(counted("dots", 0, 0)).standings] == [None, None]


def test_scores_are_told_by_their_mean_and_by_how_many_scored() -> None:
    known = found(scored({5: 3, 4: 1}, {1: 1, 2: 2}))
    assert [(each.amount, each.share) for each in known.standings] == [(Fraction(19, 4), None), (Fraction(5, 3), None)]
    assert (known.base, known.sure) == (4, ("A",))


def test_ranked_votes_are_told_by_first_choices_and_decided_by_the_count() -> None:
    known = found(ranked("instant-runoff", {"a": 5, "b": 4, "cb": 3}, present=Count(12)))
    assert [(each.option.name, each.share) for each in known.standings] == [
        ("A", Fraction(5, 12)),
        ("B", Fraction(1, 3)),
        ("C", Fraction(1, 4)),
    ]
    assert (known.sure, known.tied, known.turnout) == (("B",), (), (12, 12))


def test_borda_points_are_no_share_of_anything() -> None:
    assert [each.share for each in found(ranked("borda", {"ab": 5, "b": 4})).standings] == [None, None]


@pytest.mark.parametrize(
    "vote",
    [
        hands(6, 2, counts="not-kept"),
        counted("not-known", 6, 2),
        ranked("stv", {}),
        hands(),
        scored({}, {5: 1}),
        Vote(
            id=hands().id,
            question=hands().question,
            method="show-of-hands",
            options=(Option(name=Text("A"), votes=Count(3)), Option(name=Text("B"))),
        ),
        Vote(id=hands().id, question=hands().question, method="score", options=(Option(name=Text("A")),)),
    ],
)
def test_nothing_is_counted_where_something_is_missing(vote: Vote) -> None:
    assert counted_vote(vote) == CountedVote(vote, None, None)


def test_who_took_part_follows_from_what_is_known() -> None:
    of_eight: dict[str, Any] = {"present": Count(8)}
    assert found(hands(3, 4)).turnout is None
    assert found(hands(3, 4, **of_eight)).turnout == (7, 8)
    assert found(ranked("stv", {"ab": 3, "b": 4}, **of_eight)).turnout == (7, 8)
    assert found(counted("dots", 9, **of_eight, abstained=Count(2), spoiled=Count(1))).turnout == (6, 8)
    assert found(counted("dots", 9, **of_eight)).turnout is None


def test_what_was_written_as_chosen_goes_before_what_was_counted() -> None:
    assert decided(hands(5, 5)) is None
    assert decided(hands(6, 5)) == ("A",)
    assert decided(hands(5, 5, chosen=(Text("B"),))) == ("B",)
    assert decided(hands(5, 5, chosen=())) == ()


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6), st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_order_in_which_options_were_typed_decides_nothing(votes: list[int], random: object, seats: int) -> None:
    vote = hands(*votes, seats=Count(seats))
    shuffled = list(vote.options)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random
    other = Vote(id=vote.id, question=vote.question, method=vote.method, seats=vote.seats, options=tuple(shuffled))
    ours, theirs = found(vote), found(other)
    assert ours.standings == theirs.standings
    assert (set(ours.sure), set(ours.tied)) == (set(theirs.sure), set(theirs.tied))


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6))
def test_shares_of_a_show_of_hands_make_a_whole(votes: list[int]) -> None:
    shares = [each.share for each in found(hands(*votes)).standings]
    assert sum(share or 0 for share in shares) == (1 if any(votes) else 0)
