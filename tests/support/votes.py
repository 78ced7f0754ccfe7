"""Votes for tests, each said in a line."""

from plugins.contract.values import Count, Counts, Id, Text
from plugins.workshops.record.vote import Ballot, Option, ScoreScale, Vote


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


def scored(*scores: dict[int, int], **more: object) -> Vote:
    """Scores from 1 to 5 for options A, B, …: `{5: 3}` is three people who gave it 5."""
    return Vote(
        id=Id("v"),
        question=Text("How hard?"),
        method="score",
        scale=ScoreScale(least=1, most=5),
        options=tuple(
            Option(name=Text("ABCDEF"[place]), scores=Counts(tuple(each.items()))) for place, each in enumerate(scores)
        ),
        **more,  # type: ignore[arg-type]  # fields by their names
    )
