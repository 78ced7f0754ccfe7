"""Front matter that is made to take minutes costs what it is long, or is told with its line."""

import random
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from plugins.contract.values import Count, Id, Label, Text
from plugins.workshops.facts import ranked
from plugins.workshops.facts.count_work import MOST_WORK, CountTooLong, CountWork
from plugins.workshops.facts.ranked import ranked_count
from plugins.workshops.record.vote import Ballot, Counting, Option, Vote
from tests.support.diaries import read

TWICE = 2.3
"""Calls for twice as much, at most: what grows with the square would need four times as many."""
HEAD = "---\ntitle: W\ndate: 2016-10-10\nworkshop: {status: held}\n"
TOO_LONG = (
    "these papers take too long to count, with so many options and seats; "
    "write “counts: not-kept” and who was chosen, and put the count into a hand-out [too-large]"
)


def calls(function: Callable[[], object]) -> int:
    """How many functions are called until it comes back: the same number at each run, however busy the computer is."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
    return counted


def vote(counting: Counting, *, options: int, papers: int, named: int, seats: int) -> Vote:
    """A vote whose papers name `named` of the options by chance, the same at every run."""
    chance = random.Random(options)
    ids = [Id(f"o{number}") for number in range(options)]
    return Vote(
        id=Id("v"),
        question=Text("Q"),
        method="ranked",
        counting=counting,
        seats=Count(seats),
        options=tuple(Option(name=Text(each), id=each) for each in ids),
        ballots=tuple(
            Ballot(ranking=tuple(map(Label, chance.sample(ids, named))), count=Count(1)) for _ in range(papers)
        ),
    )


@pytest.mark.parametrize(
    ("counting", "seats"), [("borda", 1), ("instant-runoff", 1), ("stv", 5)], ids=["borda", "instant-runoff", "stv"]
)
def test_twice_as_many_rankings_are_twice_the_work(counting: Counting, seats: int) -> None:
    def counted(papers: int) -> int:
        return calls(lambda: ranked_count(vote(counting, options=12, papers=papers, named=8, seats=seats)))

    assert counted(400) < TWICE * counted(200)


@pytest.mark.parametrize("seats", [1, 30])
def test_options_level_all_along_are_tied(seats: int) -> None:
    counting: Counting = "instant-runoff" if seats == 1 else "stv"
    count = ranked_count(vote(counting, options=100, papers=100, named=1, seats=seats))
    assert len(count.tied) > seats - len(count.elected)


def test_lots_beyond_the_work_of_a_count_leave_all_who_are_in_tied(monkeypatch: pytest.MonkeyPatch) -> None:
    level = vote("instant-runoff", options=12, papers=12, named=1, seats=1)
    monkeypatch.setattr(ranked, "CountWork", partial(CountWork, 100))
    assert set(ranked_count(level).tied) == {ballot.ranking[0] for ballot in level.ballots}


def test_fractions_that_grow_without_end_are_told(tmp_path: Path) -> None:
    chance = random.Random(1)
    ids = range(40)
    options = "".join(f"  - {{name: O{each}, id: o{each}}}\n" for each in ids)
    papers = ""
    for _ in range(200):
        ranking = ", ".join(f"o{each}" for each in sorted(ids, key=lambda place: place + 4 * chance.random()))
        papers += f"  - {{ranking: [{ranking}], count: {chance.randrange(1, 97)}}}\n"
    fields = f"votes:\n- id: v\n  question: Q\n  method: ranked\n  counting: stv\n  seats: 39\n  options:\n{options}"
    _, problems = read(tmp_path, workshops__w=f"{HEAD}{fields}  ballots:\n{papers}---\nX.\n")
    assert [str(problem) for problem in problems] == [
        f"content/workshops/w/index.md:52: Votes, vote 1, “Q”, ballots: {TOO_LONG}"
    ]


def test_a_count_has_so_many_steps_and_long_fractions_are_many() -> None:
    work = CountWork()
    work.take(MOST_WORK)
    with pytest.raises(CountTooLong):
        work.take(1)


def test_a_scale_has_at_most_101_steps(tmp_path: Path) -> None:
    scale = "{question: Q, scale: {least: 1, most: 999999999}, counts: {5: 20}}"
    _, problems = read(tmp_path, workshops__w=f"{HEAD}feedback: {{ratings: [{scale}]}}\n---\nX.\n")
    assert [str(problem) for problem in problems] == [
        "content/workshops/w/index.md:5: Feedback, ratings, number 1, “Q”, scale: "
        "this scale has 999,999,999 steps; write one of at most 101 [off-the-scale]"
    ]


LISTS = {
    "options": "votes:\n- {{id: v, question: Q, method: approval, counts: not-kept, chosen: [], options: [{}]}}\n",
    "agenda": "agenda: [{}]\n",
    "tags": "tags: [{}]\n",
    "milestones": "milestones: [{}]\n",
    "ratings": "feedback: {{ratings: [{}]}}\n",
    "photos": "photos: [{}]\n",
}
ITEMS = {
    "options": "{{name: O{0}, id: o{0}}}",
    "agenda": "{{title: Part {0}}}",
    "tags": "tag {0}",
    "milestones": "{{when: 2016, title: M{0}}}",
    "ratings": "{{question: Q{0}, scale: {{least: 1, most: 5}}, counts: {{5: 20}}}}",
    "photos": "{{file: p{0}.jpg, alt: A, people: none}}",
}


@pytest.mark.parametrize("name", LISTS)
def test_twice_as_many_of_a_kind_are_twice_the_work(name: str, tmp_path: Path) -> None:
    def counted(items: int) -> int:
        fields = LISTS[name].format(", ".join(ITEMS[name].format(number) for number in range(items)))
        return calls(lambda: read(tmp_path, workshops__w=f"{HEAD}{fields}---\nX.\n"))

    counted(1)
    assert counted(160) < TWICE * counted(80)
