"""Votes for tests, each said in a line, and what is published of them."""

from pathlib import Path
from typing import Any

from plugins.contract.values import Count, Counts, Id, Label, Text
from plugins.moments import When
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.facts.tally import CountedVote, counted_vote
from plugins.workshops.record.feedback import Feedback
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Ballot, Option, ScoreScale, Vote
from plugins.workshops.record.workshop import Attendance, Workshop

USUAL = SmallGroupRule()


def session(
    *votes: Vote, feedback: Feedback | None = None, slug: str = "a", day: When | None = None, **attendance: int | None
) -> DiaryEntry:
    """A workshop at which this was asked; `young_people=12` is who came, None that nobody counted them."""
    came = tuple(
        Attendance(group=Text(group.replace("_", " ")), count=None if count is None else Count(count))
        for group, count in attendance.items()
    )
    tree: Any = None
    return DiaryEntry(
        post=Post(title=Text(slug), votes=votes, feedback=feedback, workshop=Workshop(start=day, attendance=came)),
        votes=tuple(map(counted_vote, votes)),
        kind="workshop",
        slug=slug,
        source=slug,
        folder=Path(),
        story="",
        story_line=1,
        front_matter=tree,
    )


def published(vote: Vote, rule: SmallGroupRule = USUAL) -> CountedVote:
    """A vote as it is published when nothing else is known of the room."""
    (entry,) = with_publishable_figures([session(vote)], rule)
    (counted_one,) = entry.votes
    return counted_one


def is_told(vote: Vote, rule: SmallGroupRule = USUAL) -> bool:
    """Whether its figures are published."""
    return published(vote, rule).tally is not None


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
            Ballot(ranking=tuple(Label(name) for name in ranking), count=Count(count))
            for ranking, count in papers.items()
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
