"""What the points of a Borda count give away: how many papers put an option in a place.

Points are sums, and other papers may give the same ones. For each place that few papers gave an option, other papers
are looked for, step by step from those that there were, in which nobody did, or more did. Where none are found in
`MOST_STEPS`, the points are said to give it away: rather once too often than once too seldom.

How papers of one length fill their places is a table: in how many of them an option stands in a place or above. Every
table whose columns keep their sums, and whose rows never fall, is some papers [Kőnig: a bipartite graph has an edge
colouring with as many colours as its degree]. With n options the points are the sums of the rows of all tables, where
the last column of papers that rank only k counts n - k times.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from plugins.records import dataclass
from plugins.workshops.record.vote import Vote

MOST_STEPS = 100_000
"""How many steps are taken for one vote: a tenth of a second or so. Filling in a cell of a table is a step, too."""

Column = tuple[int, int]
"""Papers of one length, and a place on them: (2, 0) are the first places of papers that rank two options."""


@dataclass(frozen=True)
class _Group:
    """How many papers did something with an option: `base` and what each column of its row adds."""

    option: str
    base: int
    adds: Mapping[Column, int]

    def size(self, papers: "_Papers") -> int:
        row = papers.rows[self.option]
        return self.base + sum(sign * row[column] for column, sign in self.adds.items())


@dataclass
class _Papers:
    """Papers, as the rows of their tables; `of_length` is how many papers rank so many options."""

    rows: dict[str, dict[Column, int]]
    of_length: Mapping[int, int]
    steps: int = MOST_STEPS

    def copy(self) -> "_Papers":
        self.steps -= len(self.rows) * sum(self.of_length)
        return _Papers({option: dict(row) for option, row in self.rows.items()}, self.of_length, self.steps)

    def shift(self, option: str, up: Column, down: Column) -> bool:
        """Let one paper more hold `option` at `up`, and one less at `down`, with some other option the other way."""
        return any(self._swap(option, other, up, down) for other in self.rows if other != option)

    def _swap(self, option: str, other: str, up: Column, down: Column) -> bool:
        self.steps -= 1
        self._move(option, other, up, down)
        fits = all(self._rises(self.rows[name], column) for name in (option, other) for column in (up, down))
        if not fits:
            self._move(option, other, down, up)
        return fits

    def _move(self, option: str, other: str, up: Column, down: Column) -> None:
        self.rows[option][up] += 1
        self.rows[option][down] -= 1
        self.rows[other][up] -= 1
        self.rows[other][down] += 1

    def _rises(self, row: Mapping[Column, int], column: Column) -> bool:
        length, place = column
        before = row[length, place - 1] if place else 0
        after = row[length, place + 1] if place + 1 < length else self.of_length[length]
        return before <= row[column] <= after


def small_places(vote: Vote, few: int) -> Iterator[int]:
    """A number of papers, one to just under `few`, that the points give away, if there is one."""
    options = [option.id for option in vote.options if option.id]
    # Who is last on a whole paper gets no point, as who is left out.
    full = max(len(options) - 1, 0)
    of_length = Counter[int]()
    for ballot in vote.ballots:
        of_length[min(len(ballot.ranking), full)] += ballot.count
    yield of_length.total() - of_length[full]
    if len(options) * sum(of_length) > MOST_STEPS:
        yield 1
        return
    papers = _papers(vote, options, of_length)
    unsure = [group for group in _groups(papers) if 0 < group.size(papers) < few]
    while unsure:
        others = _other_papers(papers, unsure[0], few)
        if others is None:
            yield unsure[0].size(papers)
            return
        unsure = [group for group in unsure if 0 < group.size(others) < few]


def _papers(vote: Vote, options: Sequence[str], of_length: Mapping[int, int]) -> _Papers:
    columns = [(length, place) for length in of_length for place in range(length)]
    rows = {option: dict.fromkeys(columns, 0) for option in options}
    for ballot in vote.ballots:
        length = min(len(ballot.ranking), len(options) - 1)
        for place, option in enumerate(ballot.ranking[:length]):
            rows[option][length, place] += ballot.count
    for row in rows.values():
        for length, place in columns:
            row[length, place] += row[length, place - 1] if place else 0
    return _Papers(rows, of_length)


def _groups(papers: _Papers) -> Iterator[_Group]:
    """For each option those who put it in each place, those who gave it no point, and those who gave it some."""
    last = [(length, length - 1) for length in papers.of_length if length]
    total = sum(papers.of_length.values())
    for option in papers.rows:
        for place in range(len(papers.rows) - 1):
            longer = [length for length in papers.of_length if length > place]
            above = {(length, place - 1): -1 for length in longer if place}
            yield _Group(option, 0, {(length, place): 1 for length in longer} | above)
        yield _Group(option, total, dict.fromkeys(last, -1))
        yield _Group(option, 0, dict.fromkeys(last, 1))


def _other_papers(papers: _Papers, group: _Group, few: int) -> _Papers | None:
    """Papers with the same points, in which nobody or not so few are in the group; None when none are found."""
    for direction in (-1, 1):
        others = papers.copy()
        while _step(others, group, direction):
            if not 0 < group.size(others) < few:
                papers.steps = others.steps
                return others
        papers.steps = others.steps
    return None


def _step(papers: _Papers, group: _Group, direction: int) -> bool:
    for up, down in permutations(papers.rows[group.option], 2):
        if papers.steps <= 0:
            return False
        papers.steps -= 1
        change = group.adds.get(up, 0) - group.adds.get(down, 0)
        is_move = change * direction > 0 and _worth(papers, up) == _worth(papers, down)
        if is_move and papers.shift(group.option, up, down):
            return True
    return False


def _worth(papers: _Papers, column: Column) -> int:
    """How many points a paper more in this column is."""
    length, place = column
    return len(papers.rows) - length if place == length - 1 else 1
