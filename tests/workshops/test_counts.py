"""Votes counted by hand, on paper, and by somebody else's library; and what of it may be told."""

from fractions import Fraction
from itertools import permutations

import pyrankvote
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.contract.values import Count, Counts, Id, Text, Words
from plugins.workshops.facts.ranked import leading, ranked_count
from plugins.workshops.facts.ratings import spread
from plugins.workshops.facts.small_groups import SmallGroupRule, Withheld
from plugins.workshops.facts.tally import Tally, decided, tally
from plugins.workshops.record.feedback import Mood, Rating, RatingScale, Remark
from plugins.workshops.record.vote import Ballot, Option, Vote

RULE = SmallGroupRule()


def ranked(counting: str, papers: dict[str, int], seats: int = 1, options: str = "", **more: object) -> Vote:
    """A ranked vote of one-letter options: `{"ab": 3}` is three papers that put a before b."""
    names = options or "".join(sorted({name for ranking in papers for name in ranking}))
    return Vote(
        id=Id("v"),
        question=Text("Which?"),
        method="ranked",
        counting=counting,  # type: ignore[arg-type]  # the three words that there are
        seats=Count(seats),
        options=tuple(Option(name=Text(name.upper()), id=Id(name)) for name in names),
        ballots=tuple(
            Ballot(ranking=tuple(Id(name) for name in ranking), count=Count(count)) for ranking, count in papers.items()
        ),
        **more,  # type: ignore[arg-type]  # fields by their names
    )


def hands(*votes: int, **more: object) -> Vote:
    """A show of hands for options A, B, …"""
    return counted("show-of-hands", *votes, **more)


def counted(method: str, *votes: int, **more: object) -> Vote:
    return Vote(
        id=Id("v"),
        question=Text("Which?"),
        method=method,  # type: ignore[arg-type]  # one of the methods
        options=tuple(Option(name=Text("ABCDEF"[place]), votes=Count(each)) for place, each in enumerate(votes)),
        **more,  # type: ignore[arg-type]  # fields by their names
    )


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
