"""Every way in which a small room can have voted, and what a reader knows of it.

A world is how many people voted in each way. Worlds with the same published figures look alike to a reader; where a
side is small in all of them, no figure of any of them may be published.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, permutations

World = tuple[int, ...]
Sides = Mapping[str, int]


def worlds(people: int, ways: int) -> Iterator[World]:
    """Every way to spread so many people over so many ways of voting."""
    for bars in combinations(range(people + ways - 1), ways - 1):
        edges = (-1, *bars, people + ways - 1)
        yield tuple(after - before - 1 for before, after in pairwise(edges))


def given_away(alike: Sequence[Sides]) -> list[str]:
    """The sides that have one to four people in every world."""
    return [name for name in alike[0] if all(0 < sides[name] < 5 for sides in alike)]


def by_figures(every: Iterable[World], figures: Callable[[World], object]) -> list[list[World]]:
    """Worlds that look alike, together."""
    alike: dict[object, list[World]] = defaultdict(list)
    for world in every:
        alike[figures(world)].append(world)
    return list(alike.values())


def wrongly_told(
    groups: Sequence[list[World]], sides: Callable[[World], Sides], told: Callable[[World], bool]
) -> list[tuple[World, list[str]]]:
    """Worlds that are published though a side of theirs is given away; a rule that publishes none is none."""
    assert any(told(world) for alike in groups for world in alike)
    wrong = []
    for alike in groups:
        names = given_away([sides(world) for world in alike])
        if names and told(alike[0]):
            wrong.append((alike[0], names))
    return wrong


def in_all(world: World, ways: Sequence[object], does: Callable[..., bool]) -> int:
    """How many people voted in a way that does something."""
    return sum(people for people, way in zip(world, ways, strict=True) if does(way))


WHOLE = ["".join(paper) for paper in permutations("abc")]
"""The papers that put three options in order."""


def papers(ways: Sequence[str], world: World) -> dict[str, int]:
    """A world of papers, as `ranked` takes them."""
    return {way: number for way, number in zip(ways, world, strict=True) if number}
