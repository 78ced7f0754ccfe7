"""Votes counted by hand, on paper, and by somebody else's library."""

from fractions import Fraction
from itertools import permutations

import pyrankvote
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Text
from plugins.workshops.facts.ranked import leading, ranked_count
from plugins.workshops.facts.tally import decided, tally
from plugins.workshops.record.vote import Option, Vote
from tests.support.votes import counted, hands, ranked

TENNESSEE = {"mnck": 42, "nckm": 26, "cknm": 15, "kcnm": 17}
"""Memphis, Nashville, Chattanooga, Knoxville: the example of the literature."""


def test_the_instant_run_off_of_tennessee_chooses_knoxville() -> None:
    count = ranked_count(ranked("instant-runoff", TENNESSEE))
    assert count.elected == ("k",)
    assert [held.eliminated for held in count.rounds] == [("c",), ("n",), ()]
    assert count.rounds[1].totals == {"m": 42, "n": 26, "k": 32}


def test_borda_in_tennessee_chooses_nashville() -> None:
    count = ranked_count(ranked("borda", TENNESSEE))
    assert count.rounds[0].totals == {"m": 126, "n": 194, "c": 173, "k": 107}
    assert count.elected == ("n",)


def test_a_surplus_is_passed_on_in_fractions() -> None:
    # Quota 20 // 3 + 1 = 7; a has 12, its surplus 5 is passed on at 5/12 of a paper.
    count = ranked_count(ranked("stv", {"ab": 8, "ac": 4, "c": 3, "d": 5}, seats=2))
    assert count.quota == 7
    assert count.rounds[0].elected == ("a",)
    assert count.rounds[1].totals == {"b": Fraction(10, 3), "c": Fraction(14, 3), "d": Fraction(5)}
    assert [held.eliminated for held in count.rounds[1:]] == [("b",), ("c",), ()]
    assert count.elected == ("a", "d")


def test_two_last_ones_that_cannot_overtake_anybody_go_out_together() -> None:
    count = ranked_count(ranked("instant-runoff", {"a": 6, "b": 4, "c": 1, "d": 1}))
    assert count.rounds[0].eliminated == ("c", "d")
    assert count.elected == ("a",)


def test_a_tie_for_the_last_place_looks_back_to_earlier_rounds() -> None:
    count = ranked_count(ranked("instant-runoff", {"a": 5, "b": 4, "c": 3, "dc": 1}))
    assert [held.eliminated for held in count.rounds][:2] == [("d",), ("c",)]


def test_a_tie_that_nothing_breaks_stays_a_tie() -> None:
    vote = ranked("instant-runoff", {"a": 5, "b": 5})
    assert ranked_count(vote).tied == ("a", "b")
    assert decided(vote) is None
    assert ranked_count(ranked("stv", {"ab": 5, "ba": 5, "c": 5}, seats=2)).tied == ("a", "b", "c")


def test_a_paper_with_no_choice_left_is_told_as_such() -> None:
    rounds = ranked_count(ranked("instant-runoff", {"a": 5, "b": 4, "c": 2})).rounds
    assert [held.exhausted for held in rounds] == [0, 2]


PAPERS = st.dictionaries(
    st.permutations("abcd").flatmap(lambda order: st.integers(1, 4).map(lambda most: "".join(order[:most]))),
    st.integers(1, 30),
    min_size=1,
    max_size=8,
)


@given(PAPERS, st.integers(1, 3))
def test_no_vote_is_lost_or_made_up_in_any_round(papers: dict[str, int], seats: int) -> None:
    valid = sum(papers.values())
    for held in ranked_count(ranked("stv", papers, seats, "abcd")).rounds:
        assert sum(held.totals.values()) + held.exhausted <= valid
        assert all(total >= 0 for total in held.totals.values())


@given(PAPERS, st.sampled_from(["instant-runoff", "stv", "borda"]), st.integers(1, 2))
def test_the_order_in_which_options_were_typed_decides_nothing(
    papers: dict[str, int], counting: str, seats: int
) -> None:
    seats = 1 if counting == "instant-runoff" else seats
    results = {
        (frozenset(count.elected), frozenset(count.tied))
        for order in permutations("abcd")
        for count in [ranked_count(ranked(counting, papers, seats, "".join(order)))]
    }
    assert len(results) == 1


@given(PAPERS)
def test_an_instant_run_off_agrees_with_pyrankvote(papers: dict[str, int]) -> None:
    ours = ranked_count(ranked("instant-runoff", papers, options="abcd"))
    assume(not ours.tied)
    # The library breaks ties by lot; where two are last at once its winner need not be ours.
    assume(all(len(held.eliminated) <= 1 for held in ours.rounds))
    assume(all(_has_one_last(held.totals) for held in ours.rounds[:-1]))
    candidates = {name: pyrankvote.Candidate(name) for name in "abcd"}
    ballots = [
        pyrankvote.Ballot(ranked_candidates=[candidates[name] for name in ranking])
        for ranking, count in papers.items()
        for _ in range(count)
    ]
    result = pyrankvote.instant_runoff_voting(list(candidates.values()), ballots)
    assert [winner.name for winner in result.get_winners()] == list(ours.elected)


def _has_one_last(totals: object) -> bool:
    amounts = sorted(totals.values())  # type: ignore[attr-defined]  # a mapping of totals
    return len(amounts) < 2 or amounts[0] < amounts[1]


def test_leading_options_share_a_tie() -> None:
    totals = {"a": Fraction(3), "b": Fraction(2), "c": Fraction(2)}
    assert leading(totals, 1) == (("a",), ())
    assert leading(totals, 2) == (("a",), ("b", "c"))
    assert leading(totals, 3) == (("a", "b", "c"), ())


def test_shares_have_their_base_beside_them() -> None:
    found = tally(hands(6, 2, present=Count(12), spoiled=Count(1)))
    assert found is not None
    assert [standing.share for standing in found.standings] == [Fraction(3, 4), Fraction(1, 4)]
    assert (found.base_kind, found.base, found.turnout) == ("voters", 8, (9, 12))


def test_an_approval_without_its_abstentions_has_no_base() -> None:
    found = tally(counted("approval", 6, 2, present=Count(12)))
    assert found is not None
    assert (found.base, found.turnout) == (None, None)


def test_nothing_is_counted_where_nothing_was_kept_or_something_is_missing() -> None:
    assert tally(hands(6, 2, counts="not-kept")) is None
    assert tally(ranked("stv", {})) is None
    vote = hands(6)
    assert tally(Vote(id=vote.id, question=vote.question, method="approval", options=(Option(name=Text("A")),))) is None
    unscored = Option(name=Text("A"), scores=Counts(()))
    assert tally(Vote(id=vote.id, question=vote.question, method="score", options=(unscored,))) is None
