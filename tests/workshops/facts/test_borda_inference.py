"""What the points of a Borda count give away, held against all papers that give the same points."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.contract.values import Count
from plugins.workshops.facts import borda_inference
from plugins.workshops.facts.borda_inference import small_places
from plugins.workshops.facts.ranked import ranked_count
from tests.support.votes import is_told, ranked
from tests.support.worlds import WHOLE, Sides, World, by_figures, given_away, in_all, papers, worlds, wrongly_told


def places(ways: Sequence[str], world: World) -> Sides:
    """Those who put each option in each place, gave it points and gave it none, and those who filled in each paper."""
    found = dict(zip(ways, world, strict=True))
    for option in "abc":
        for place in (0, 1):
            found[f"{option} {place}"] = in_all(world, ways, lambda way, o=option, p=place: way.find(o) == p)
        found[f"some {option}"] = found[f"{option} 0"] + found[f"{option} 1"]
        found[f"no {option}"] = sum(world) - found[f"some {option}"]
    return found


def points(ways: Sequence[str], world: World) -> tuple[int, ...]:
    return tuple(
        sum(people * (2 - way.index(option)) for people, way in zip(world, ways, strict=True) if option in way)
        for option in "abc"
    )


def is_open(ways: Sequence[str], world: World) -> bool:
    """Whether the points alone are published: the papers of one ranking give away more than they do."""
    people = Count(sum(world))
    return is_told(ranked("borda", papers(ways, world), options="abc", present=people, abstained=Count(0)))


@pytest.mark.parametrize(("people", "ways"), [(12, WHOLE), (10, [*WHOLE, "a", "b", "c"])])
def test_points_give_nobody_away(people: int, ways: list[str]) -> None:
    groups = by_figures(worlds(people, len(ways)), lambda world: points(ways, world))
    assert wrongly_told(groups, lambda world: places(ways, world), lambda world: is_open(ways, world)) == []


def test_points_that_whole_papers_do_not_give_away_are_told() -> None:
    groups = by_figures(worlds(11, 6), lambda world: points(WHOLE, world))
    safe = [alike[-1] for alike in groups if not given_away([places(WHOLE, world) for world in alike])]
    assert safe
    assert [world for world in safe if not is_open(WHOLE, world)] == []


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"ab": 9, "ba": 3}, False),  # 21, 15 and 0 points of twelve: one solution
        ({"abc": 12}, True),  # all alike: nobody stands out, whatever is worked out
        ({"abc": 5, "bca": 5, "cab": 5}, True),
        ({"abc": 4, "bca": 4, "cab": 4, "acb": 1}, True),  # many papers give these points
        ({"ab": 7, "b": 5, "c": 2}, False),  # two rank one thing only
    ],
)
def test_points_are_told_where_other_papers_give_them_too(found: dict[str, int], *, told: bool) -> None:
    vote = ranked("borda", found, options="abc", present=Count(sum(found.values())), abstained=Count(0))
    assert is_told(vote) == told


@settings(max_examples=60)
@given(st.dictionaries(st.permutations("abcde").map("".join), st.integers(1, 4), min_size=4, max_size=12))
def test_other_papers_are_papers_with_the_same_points(found: dict[str, int]) -> None:
    vote = ranked("borda", found, options="abcde")
    whole = {4: sum(found.values())}
    mine = borda_inference._papers(vote, "abcde", whole)
    group = next((group for group in borda_inference._groups(mine) if 0 < group.size(mine) < 5), None)
    others = borda_inference._other_papers(mine, group, 5) if group else None
    if others is None:
        return
    rankings = list(_taken_apart(others.rows, sum(found.values())))
    totals = {option: sum(4 - paper.index(option) for paper in rankings) for option in "abcde"}
    assert totals == {option: int(total) for option, total in ranked_count(vote).rounds[0].totals.items()}


def _taken_apart(rows: Mapping[str, Mapping[tuple[int, int], int]], papers: int) -> Iterator[str]:
    """The papers of a table, one by one: each takes an option for every place, and leaves a table that has papers."""
    left = {
        (option, place): row[4, place] - (row[4, place - 1] if place else 0)
        for option, row in rows.items()
        for place in range(4)
    }
    left |= {(option, 4): papers - row[4, 3] for option, row in rows.items()}
    for _ in range(papers):
        paper = next(p for p in permutations(rows) if all(left[option, place] > 0 for place, option in enumerate(p)))
        for place, option in enumerate(paper):
            left[option, place] -= 1
        yield "".join(paper)


def test_papers_that_are_too_many_to_look_through_are_withheld() -> None:
    vote = ranked("borda", {"".join(map(chr, range(97, 97 + length))): 5 for length in range(1, 80)})
    assert 1 in list(small_places(vote, 5))
    turned = ["".join(map(chr, (*range(turn, 197), *range(97, turn)))) for turn in range(97, 197)]
    assert any(0 < side < 5 for side in small_places(ranked("borda", dict.fromkeys(turned, 1)), 5))
