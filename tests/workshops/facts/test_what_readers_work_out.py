"""What readers can work out of a vote: every way in which a small room can have voted is held against the rule."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

import pytest

from plugins.contract.values import Count
from plugins.workshops.facts.ranked import ranked_count
from plugins.workshops.record.vote import Vote
from tests.support.votes import counted, is_told, ranked, scored
from tests.support.worlds import WHOLE, Sides, World, by_figures, given_away, in_all, papers, worlds, wrongly_told

# Approval: a way of voting is the set of options that a person approves of.


@pytest.mark.parametrize(("people", "options", "all_choose"), [(12, 2, True), (12, 2, False), (10, 3, True)])
def test_approvals_give_nobody_away(people: int, options: int, *, all_choose: bool) -> None:
    ways = [choice for number in range(all_choose, options + 1) for choice in combinations(range(options), number)]

    def figures(world: World) -> tuple[int, ...]:
        return tuple(in_all(world, ways, lambda way, o=option: o in way) for option in range(options))

    def sides(world: World) -> Sides:
        found = {f"for {option}": votes for option, votes in enumerate(figures(world))}
        found |= {f"not for {option}": people - votes for option, votes in enumerate(figures(world))}
        found |= {f"chose {number}": in_all(world, ways, lambda way, n=number: len(way) == n) for number in range(4)}
        return found | {"chose more than one": in_all(world, ways, lambda way: len(way) > 1)}

    def told(world: World) -> bool:
        return is_told(counted("approval", *figures(world), present=Count(people), abstained=Count(0)))

    assert wrongly_told(by_figures(worlds(people, len(ways)), figures), sides, told) == []


# Dots: a way of voting is how many dots a person put on each option.


@pytest.mark.parametrize(
    ("people", "each", "one_for_a_thing"), [(12, 1, False), (12, 2, False), (12, 2, True), (10, 3, True)]
)
def test_dots_give_nobody_away(people: int, each: int, *, one_for_a_thing: bool) -> None:
    most = 1 if one_for_a_thing else each
    options = range(max(2, each))
    ways = [way for way in _spread(each, len(options)) if max(way) <= most]

    def figures(world: World) -> tuple[int, ...]:
        return tuple(sum(n * way[option] for n, way in zip(world, ways, strict=True)) for option in options)

    def sides(world: World) -> Sides:
        found = {"gave none": in_all(world, ways, lambda way: not sum(way))}
        found["kept some"] = in_all(world, ways, lambda way: sum(way) < each)
        for option in options:
            found[f"dotted {option}"] = in_all(world, ways, lambda way, o=option: way[o] > 0)
            found[f"left out {option}"] = people - found[f"dotted {option}"]
        return found

    def told(world: World) -> bool:
        vote = counted("dots", *figures(world), dots_each=Count(each), present=Count(people), abstained=Count(0))
        return is_told(vote)

    assert wrongly_told(by_figures(worlds(people, len(ways)), figures), sides, told) == []


def _spread(dots: int, options: int) -> list[tuple[int, ...]]:
    return [way for number in range(dots + 1) for way in worlds(number, options)]


# Scores: a way of voting is the score that a person gave to each of two options.


def test_scores_give_nobody_away() -> None:
    ways = [(first, second) for first in (1, 5) for second in (1, 5)]

    def counts(world: World, option: int) -> dict[int, int]:
        return {score: in_all(world, ways, lambda way, s=score: way[option] == s) for score in (1, 5)}

    def sides(world: World) -> Sides:
        return {f"{option} {score}": count for option in (0, 1) for score, count in counts(world, option).items()} | {
            str(way): people for way, people in zip(ways, world, strict=True)
        }

    def told(world: World) -> bool:
        return is_told(scored(counts(world, 0), counts(world, 1), present=Count(12), abstained=Count(0)))

    groups = by_figures(worlds(12, len(ways)), lambda world: str([counts(world, option) for option in (0, 1)]))
    assert wrongly_told(groups, sides, told) == []


# Ranked: a way of voting is a paper.


def rounds_shown(ways: Sequence[str], counting: str, seats: int) -> Callable[[World], object]:
    def figures(world: World) -> object:
        count = ranked_count(ranked(counting, papers(ways, world), seats, "abc"))
        return str([(sorted(each.totals.items()), each.exhausted, each.elected) for each in count.rounds])

    return figures


@pytest.mark.parametrize(
    ("counting", "seats", "ways", "people"),
    [
        ("instant-runoff", 1, WHOLE, 11),
        ("instant-runoff", 1, ["ab", "ba", "ca", "cb", "c"], 15),
        ("stv", 2, ["ab", "ac", "ba", "ca", "cb", "a"], 11),
        ("stv", 2, ["ab", "ac", "bc", "cb"], 21),
    ],
)
def test_rounds_give_nobody_away(counting: str, seats: int, ways: list[str], people: int) -> None:
    def told(world: World) -> bool:
        vote = ranked(counting, papers(ways, world), seats, "abc", present=Count(people), abstained=Count(0))
        return is_told(vote)

    def sides(world: World) -> Sides:
        return {f"first {o}": in_all(world, ways, lambda way, o=o: way[0] == o) for o in "abc"} | dict(
            zip(ways, world, strict=True)
        )

    groups = by_figures(worlds(people, len(ways)), rounds_shown(ways, counting, seats))
    assert wrongly_told(groups, sides, told) == []


def test_a_few_whole_papers_are_seen_among_papers_of_less_worth() -> None:
    found = {"abd": 20, "ad": 20, "bca": 20, "dbc": 10, "dc": 4, "c": 5}
    vote = ranked("stv", found, 2, "abcd", present=Count(79), abstained=Count(0))
    before, after = ranked_count(vote).rounds[-2:]
    # Papers from a are worth 13/40. Twenty of them and four whole ones ran out with d: nothing else makes 10.5.
    assert after.exhausted - before.exhausted == 4 + 20 * Fraction(13, 40)
    assert not is_told(vote)
    more = {**found, "dc": 5, "ad": 21, "abd": 21, "bca": 19}
    assert is_told(ranked("stv", more, 2, "abcd", present=Count(81), abstained=Count(0)))


# A show of hands shows everybody; and what was chosen gives nobody away by itself.


def test_what_was_chosen_gives_nobody_away_by_itself() -> None:
    def chosen(world: World) -> object:
        return frozenset(option for option in (0, 1, 2) if world[option] == max(world[:3]))

    def sides(world: World) -> Sides:
        return {str(option): votes for option, votes in enumerate(world)}

    for people in range(10, 15):
        for alike in by_figures(worlds(people, 4), chosen):
            assert given_away([sides(world) for world in alike]) == []


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        (counted("dots", 6, 5, dots_each=Count(1), present=Count(12)), False),  # one gave none
        (counted("dots", 6, 6, dots_each=Count(1), present=Count(12)), True),
        (counted("dots", 8, 3, dots_each=Count(1), present=Count(11)), False),  # three people
        (counted("dots", 20, 15, dots_each=Count(3), present=Count(12)), False),  # one kept a dot
        (counted("dots", 20, 16, dots_each=Count(3), present=Count(12)), True),
        (counted("dots", 11, 13, dots_each=Count(2), present=Count(12)), False),  # one thing each: one left it out
        (counted("dots", 20, 4, dots_each=Count(2), present=Count(12)), False),
        (counted("dots", 20, 16, dots_each=Count(3)), False),
        (counted("approval", 7, 6, present=Count(12), abstained=Count(0)), False),  # one chose both
        (counted("approval", 7, 5, present=Count(12), abstained=Count(0)), True),
        (counted("approval", 12, 6, present=Count(12), abstained=Count(0)), True),
        (counted("approval", 12, present=Count(12), abstained=Count(0)), True),
    ],
)
def test_figures_that_are_no_people_are_counted_in_people(vote: Vote, *, told: bool) -> None:
    assert is_told(vote) == told
