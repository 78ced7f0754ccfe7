"""Amounts, bases, and what is more than a room can have given: each for the methods of voting that have it."""

from collections.abc import Iterator
from fractions import Fraction

from plugins.problems import Finding
from plugins.words import votes as words
from plugins.workshops.record.vote import Option, Vote


def given(vote: Vote) -> int:
    """All votes, or dots, together."""
    return sum(option.votes or 0 for option in vote.options)


def votes(option: Option) -> Fraction | None:
    return None if option.votes is None else Fraction(option.votes)


def mean_score(option: Option) -> Fraction | None:
    if option.scores is None or not option.scores.total:
        return None
    return Fraction(sum(score * count for score, count in option.scores.pairs), option.scores.total)


def most_scorers(vote: Vote) -> int:
    return max((option.scores.total for option in vote.options if option.scores), default=0)


def papers(vote: Vote) -> int:
    return sum(ballot.count for ballot in vote.ballots)


def present_voters(vote: Vote) -> int | None:
    """Those who were there and neither abstained nor spoiled their paper."""
    if vote.present is None or vote.abstained is None:
        return None
    return vote.present - vote.abstained - (vote.spoiled or 0)


def most_given(_: Vote, most: Fraction) -> Fraction:
    return most or Fraction(1)


def top_of_scale(vote: Vote, most: Fraction) -> Fraction:
    return Fraction(max(vote.scale.most, 1)) if vote.scale else most_given(vote, most)


def dots_to_give(vote: Vote) -> str:
    return words.dots_to_give(vote.dots_each) if vote.dots_each else ""


def too_many_hands(vote: Vote, voters: int) -> Iterator[Finding]:
    hands = given(vote)
    if hands > voters:
        spent = (vote.abstained or 0) + (vote.spoiled or 0)
        message = f'found "{vote.present}", and {hands + spent} voted, abstained or spoiled; one of them is wrong'
        yield ("present",), message, "counts-disagree"


def too_many_for_one(vote: Vote, voters: int) -> Iterator[Finding]:
    for index, option in enumerate(vote.options):
        if option.votes is not None and option.votes > voters:
            message = f'found "{option.votes}", and only {voters} people voted; one of them is wrong'
            yield ("options", index, "votes"), message, "counts-disagree"


def too_many_dots(vote: Vote, voters: int) -> Iterator[Finding]:
    dots, most = given(vote), voters * (vote.dots_each or 0)
    if dots > most:
        message = f"{dots} dots were given, and {voters} people had {most} in all; one of them is wrong"
        yield ("options",), message, "counts-disagree"


def too_many_scores(vote: Vote, voters: int) -> Iterator[Finding]:
    for index, option in enumerate(vote.options):
        scored = option.scores.total if option.scores else 0
        if scored > voters:
            message = f"{scored} people gave a score, and only {voters} could; one of them is wrong"
            yield ("options", index, "scores"), message, "counts-disagree"


def too_many_papers(vote: Vote, voters: int) -> Iterator[Finding]:
    if (handed_in := papers(vote)) > voters:
        message = f"{handed_in} rankings were handed in, and {voters} people could; one of them is wrong"
        yield ("ballots",), message, "counts-disagree"
