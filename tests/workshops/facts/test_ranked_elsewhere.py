"""Ranked ballots counted by somebody else's library."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

import pyrankvote
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plugins.workshops.facts.ranked import ranked_count
from tests.support.votes import ranked

RANKING = st.permutations("abcd").flatmap(lambda order: st.integers(1, 4).map(lambda most: "".join(order[:most])))
MANY = 10
"""Each paper this often: the library's Droop quota is no whole number, and then the difference is small."""


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    st.dictionaries(RANKING, st.integers(1, 30), min_size=3, max_size=6),
    st.sampled_from([("instant-runoff", 1), ("stv", 2), ("stv", 3)]),
)
def test_a_count_without_ties_agrees_with_pyrankvote(papers: dict[str, int], how: tuple[str, int]) -> None:
    counting, seats = how
    many = {ranking: count * MANY for ranking, count in papers.items()}
    ours = ranked_count(ranked(counting, many, seats, "abcd"))
    # The library breaks ties by lot, and passes on a pile of papers as if each had the same weight: the two agree
    # as long as no paper is passed on that has been passed on in part before.
    assume(all(_is_clear(held.totals.values(), ours.quota) for held in ours.rounds))
    first = next(place for place, held in enumerate(ours.rounds) if held.elected)
    assume(len(ours.rounds) <= first + 2 and not any(held.eliminated for held in ours.rounds[first:]))
    assert _winners(counting, papers, seats) == sorted(ours.elected)


def _is_clear(totals: Iterable[Fraction], quota: Fraction | None) -> bool:
    amounts = sorted([*totals, quota or Fraction(0)])
    return all(after - before > 4 for before, after in pairwise(amounts))


def _winners(counting: str, papers: dict[str, int], seats: int) -> list[str]:
    candidates = {name: pyrankvote.Candidate(name) for name in "abcd"}
    ballots = [
        pyrankvote.Ballot(ranked_candidates=[candidates[name] for name in ranking])
        for ranking, count in papers.items()
        for _ in range(count * MANY)
    ]
    everybody = list(candidates.values())
    if counting == "instant-runoff":
        result = pyrankvote.instant_runoff_voting(everybody, ballots)
    else:
        result = pyrankvote.single_transferable_vote(everybody, ballots, number_of_seats=seats)
    return sorted(winner.name for winner in result.get_winners())
