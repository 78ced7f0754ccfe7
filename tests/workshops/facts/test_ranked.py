"""Ranked ballots counted by hand, on paper."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.story.html import escaped
from plugins.workshops.facts.ranked import Count, leading, ranked_count
from plugins.workshops.facts.tally import counted_vote
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.language import LanguageMarkup
from tests.support.votes import ranked

TENNESSEE = {"mnck": 42, "nckm": 26, "cknm": 15, "kcnm": 17}
"""Memphis, Nashville, Chattanooga, Knoxville: the example of the literature."""


def count_of(counting: str, papers: dict[str, int], seats: int = 1, options: str = "") -> Count:
    return ranked_count(ranked(counting, papers, seats, options))


def test_the_instant_run_off_of_tennessee_chooses_knoxville() -> None:
    count = count_of("instant-runoff", TENNESSEE)
    assert [held.totals for held in count.rounds] == [
        {"m": 42, "n": 26, "c": 15, "k": 17},
        {"m": 42, "n": 26, "k": 32},
        {"m": 42, "k": 58},
    ]
    assert [held.eliminated for held in count.rounds] == [("c",), ("n",), ()]
    assert (count.elected, count.tied) == (("k",), ())


def test_borda_in_tennessee_chooses_nashville() -> None:
    count = count_of("borda", TENNESSEE)
    assert [held.totals for held in count.rounds] == [{"m": 126, "n": 194, "c": 173, "k": 107}]
    assert (count.elected, count.quota) == (("n",), None)


def test_an_option_that_a_paper_leaves_out_gets_no_borda_points() -> None:
    assert count_of("borda", {"a": 3, "bc": 2}, options="abc").rounds[0].totals == {"a": 6, "b": 4, "c": 2}


def test_a_surplus_is_passed_on_in_fractions() -> None:
    # 23 papers, 2 seats: quota 23 // 3 + 1 = 8. a has 12 and a surplus of 4, so each of its papers goes on at 4/12.
    # Its 7 for b become 7/3, its 4 for c 4/3, its one without a second choice 1/3.
    # b 2 + 7/3 = 13/3, c 3 + 4/3 = 13/3, d 6: last are b and c; in round 1 b had less, so b goes out.
    # b's 2 papers go to d, its 7/3 of a's have run out: d 8 is the quota.
    count = count_of("stv", {"ab": 7, "ac": 4, "a": 1, "bd": 2, "c": 3, "d": 6}, seats=2)
    first, second, third = count.rounds
    assert count.quota == 8
    assert first.totals == {"a": 12, "b": 2, "c": 3, "d": 6}
    assert first.elected == ("a",)
    assert first.exhausted == 0
    assert second.totals == {"b": Fraction(13, 3), "c": Fraction(13, 3), "d": 6}
    assert (second.eliminated, second.exhausted) == (("b",), Fraction(1, 3))
    assert third.totals == {"c": Fraction(13, 3), "d": 8}
    assert (third.elected, third.exhausted) == (("d",), Fraction(8, 3))
    assert count.elected == ("a", "d")


def test_the_food_election_of_the_literature_is_counted_as_in_the_books() -> None:
    # 20 papers, 3 seats, quota 6: oranges, pears, chocolate, strawberries, hamburgers (Wikipedia, "Single transferable
    # vote"): chocolate's surplus of 6 is halved, pears go out for oranges, strawberries have the last seat.
    papers = {"o": 4, "po": 2, "cs": 8, "ch": 4, "s": 1, "h": 1}
    count = count_of("stv", papers, seats=3)
    assert count.quota == 6
    assert [held.totals for held in count.rounds] == [
        {"o": 4, "p": 2, "c": 12, "s": 1, "h": 1},
        {"o": 4, "p": 2, "s": 5, "h": 3},
        {"o": 6, "s": 5, "h": 3},
        {"s": 5, "h": 3},
        {"s": 5},
    ]
    assert [held.eliminated for held in count.rounds] == [(), ("p",), (), ("h",), ()]
    assert count.elected == ("c", "o", "s")


def test_the_last_seats_need_no_quota_when_no_more_are_left_than_seats() -> None:
    count = count_of("stv", {"a": 9, "b": 2, "c": 1}, seats=2)
    assert [held.elected for held in count.rounds] == [("a",), (), ("b",)]
    assert count_of("stv", {"a": 1}, seats=2).elected == ("a",)


def test_several_that_cannot_overtake_anybody_go_out_together() -> None:
    count = count_of("instant-runoff", {"a": 5, "b": 5, "e": 4, "c": 1, "dc": 1})
    assert count.rounds[0].eliminated == ("c", "d")


def test_a_shared_last_place_looks_back_to_earlier_rounds() -> None:
    count = count_of("instant-runoff", {"a": 5, "b": 4, "c": 3, "dc": 1})
    assert count.rounds[1].totals == {"a": 5, "b": 4, "c": 4}
    assert [held.eliminated for held in count.rounds] == [("d",), ("c",), ()]


def test_a_tie_that_nothing_breaks_stays_a_tie() -> None:
    assert count_of("instant-runoff", {"a": 5, "b": 5}).tied == ("a", "b")
    assert count_of("stv", {"ab": 5, "ba": 5, "c": 5}, seats=2).tied == ("a", "b", "c")
    assert count_of("borda", {"ab": 5, "ba": 5}).tied == ("a", "b")
    assert count_of("instant-runoff", {"a": 0, "b": 0}).tied == ("a", "b")


def test_a_tie_for_the_last_place_that_changes_nothing_decides_nothing() -> None:
    count = count_of("instant-runoff", {"a": 5, "b": 3, "c": 2, "d": 2})
    assert (count.elected, count.tied) == (("a",), ())
    assert (count.rounds[-1].level, count.rounds[-1].elected) == (("c", "d"), ("a",))


def test_whoever_has_a_seat_however_the_lot_goes_is_not_in_the_tie() -> None:
    # d's paper runs out, so that nobody has the quota of 5: a sits whether b or c goes.
    count = count_of("stv", {"a": 4, "b": 3, "c": 3, "e": 2, "d": 1}, seats=2)
    assert count.rounds[-1].totals == {"a": 4, "b": 3, "c": 3}
    assert (count.elected, count.tied) == (("a",), ("b", "c"))


def test_a_tie_is_between_those_whom_a_lot_could_seat_even_where_others_had_more() -> None:
    # With c out, d has 6 against 5 and 5, and wins; with d out, c does. Neither a nor b can.
    assert count_of("instant-runoff", {"a": 5, "b": 5, "cd": 3, "dc": 3}).tied == ("c", "d")


def test_a_tie_with_too_many_ways_is_open_to_all_who_are_still_in() -> None:
    count = count_of("instant-runoff", dict.fromkeys("abcdef", 1))
    assert (count.elected, count.tied) == ((), tuple("abcdef"))
    everybody = {"".join(order): 1 for order in permutations("abcde")}
    assert count_of("instant-runoff", everybody).tied == tuple("abcde")


def test_a_paper_with_no_choice_left_is_told_as_such() -> None:
    rounds = count_of("instant-runoff", {"a": 5, "b": 4, "c": 2}).rounds
    assert [held.exhausted for held in rounds] == [0, 2]


@pytest.mark.parametrize(
    ("seats", "leaders"),
    [
        (0, ((), ())),
        (1, (("a",), ())),
        (2, (("a",), ("b", "c"))),
        (3, (("a", "b", "c"), ())),
        (4, (("a", "b", "c", "d"), ())),
        (9, (("a", "b", "c", "d"), ())),
    ],
)
def test_leading_options_share_a_tie(seats: int, leaders: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    totals = {"a": Fraction(3), "b": Fraction(2), "c": Fraction(2), "d": Fraction(1)}
    assert leading(totals, seats) == leaders


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 4).map(Fraction)), st.integers(0, 7))
def test_whoever_leads_has_more_than_the_tied_and_the_tied_have_more_than_the_rest(
    totals: dict[str, Fraction], seats: int
) -> None:
    sure, tied = leading(totals, seats)
    rest = set(totals) - set(sure) - set(tied)
    assert len({totals[option] for option in tied}) <= 1
    assert all(totals[one] > totals[other] for one in sure for other in {*tied, *rest})
    assert all(totals[one] > totals[other] for one in tied for other in rest)
    if tied:
        assert len(sure) < seats < len(sure) + len(tied)
    else:
        assert len(sure) == min(seats, len(totals))


RANKING = st.permutations("abcd").flatmap(lambda order: st.integers(1, 4).map(lambda most: "".join(order[:most])))
PAPERS = st.dictionaries(RANKING, st.integers(0, 6), min_size=1, max_size=8)


@given(PAPERS, st.sampled_from(["instant-runoff", "stv"]), st.integers(1, 3))
def test_no_vote_is_lost_or_made_up_in_any_round(papers: dict[str, int], counting: str, seats: int) -> None:
    count = count_of(counting, papers, 1 if counting == "instant-runoff" else seats, "abcd")
    kept = Fraction(0)
    for held in count.rounds:
        assert sum(held.totals.values()) + kept + held.exhausted == sum(papers.values())
        assert all(total >= 0 for total in held.totals.values())
        kept += (count.quota or 0) * len(held.elected)
    assert count.elected == tuple(option for held in count.rounds for option in held.elected)


@given(PAPERS, st.sampled_from(["instant-runoff", "stv", "borda"]), st.integers(1, 3))
def test_every_seat_is_filled_or_open(papers: dict[str, int], counting: str, seats: int) -> None:
    seats = 1 if counting == "instant-runoff" else seats
    count = count_of(counting, papers, seats, "abcd")
    assert not set(count.elected) & set(count.tied)
    if count.tied:
        assert len(count.elected) < seats < len(count.elected) + len(count.tied)
    else:
        assert len(count.elected) == seats


@settings(deadline=None)
@given(PAPERS, st.sampled_from(["instant-runoff", "stv", "borda"]), st.integers(1, 3))
def test_the_order_in_which_options_were_typed_decides_nothing(
    papers: dict[str, int], counting: str, seats: int
) -> None:
    seats = 1 if counting == "instant-runoff" else seats
    results = {
        (frozenset(count.elected), frozenset(count.tied))
        for order in permutations("abcd")
        for count in [count_of(counting, papers, seats, "".join(order))]
    }
    assert len(results) == 1


@given(PAPERS, st.permutations("abcd"))
def test_names_decide_nothing(papers: dict[str, int], names: list[str]) -> None:
    other = str.maketrans("abcd", "".join(names))
    ours = count_of("stv", papers, 2, "abcd")
    renamed = count_of("stv", {ranking.translate(other): count for ranking, count in papers.items()}, 2, "abcd")
    assert {option.translate(other) for option in ours.elected} == set(renamed.elected)
    assert {option.translate(other) for option in ours.tied} == set(renamed.tied)


def test_a_round_says_who_has_a_seat_whichever_of_the_last_goes_out() -> None:
    vote = ranked("instant-runoff", {"a": 5, "b": 3, "c": 2, "d": 2}, counts="agreed")
    view = ballot_view(counted_vote(vote), idea_href=str, said=LanguageMarkup(escaped))
    assert [str(row.outcome) for row in view.rounds] == ["C and D shared the last place; A chosen, whichever goes out."]
    assert str(view.answer) == "A"
