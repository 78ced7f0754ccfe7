"""How a group can vote: one record a method, with its words, its base, the sides that it shows and its checks.

A method without a record here is none: whoever asks for it stops the build, so that no figure is told, and no side of
a small group forgotten, of a vote that nobody has thought about.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, assert_never, get_args

from plugins.problems import Finding
from plugins.records import dataclass
from plugins.words import votes
from plugins.workshops.facts import figures, inferable_groups
from plugins.workshops.facts.inferable_groups import Sides
from plugins.workshops.facts.ranked import Count
from plugins.workshops.record.vote import Option, Vote, VoteMethod


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of a vote that belongs to this method alone, and what to write when it is missing."""

    name: str
    advice: str
    only_with_counts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a method. Nothing has a default, so that a new method says all of it.

    `written_in` is the field of an option, or of the vote, that holds them. `amount` is one option's, and `full` what
    fills a whole bar, given the largest amount. `voters` is how many handed in a valid vote, `base` of how many the
    figures are; both are None when not known. `is_choice` says whether the most of it is chosen, or only measured.
    `sides` are the groups of people that the figures show, or let be worked out, given how many people are no longer
    few; `excess` says what is more than so many voters can have given.
    """

    written_in: Literal["votes", "scores", "ballots"]
    heading: Callable[[Vote], str]
    amount: Callable[[Option], Fraction | None]
    full: Callable[[Vote, Fraction], Fraction]
    voters: Callable[[Vote], int | None]
    base: Callable[[Vote], int | None]
    has_shares: Callable[[Vote], bool]
    base_words: Callable[[int], str]
    is_choice: bool
    sides: Callable[[Vote, Count | None, int], Sides]
    excess: Callable[[Vote, int], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One way of voting: how it goes in words, with its numbers if it has some, and its figures if it can have any."""

    words: str
    figures: Figures | None
    exact_words: Callable[[Vote], str] | None = None
    own_fields: tuple[OwnField, ...] = ()


_SHOW_OF_HANDS = Method(
    words=votes.SHOW_OF_HANDS,
    figures=Figures(
        written_in="votes",
        heading=lambda _: votes.VOTES_COLUMN,
        amount=figures.votes,
        full=figures.most_given,
        voters=figures.given,
        base=figures.given,
        has_shares=lambda _: True,
        base_words=votes.people_voted,
        is_choice=True,
        sides=inferable_groups.votes_each,
        excess=figures.too_many_hands,
    ),
)
_APPROVAL = Method(
    words=votes.APPROVAL,
    figures=Figures(
        written_in="votes",
        heading=lambda _: votes.VOTES_COLUMN,
        amount=figures.votes,
        full=figures.most_given,
        voters=figures.present_voters,
        base=figures.present_voters,
        has_shares=lambda _: True,
        base_words=votes.people_voted,
        is_choice=True,
        sides=inferable_groups.for_and_not_for,
        excess=figures.too_many_for_one,
    ),
)
_DOTS = Method(
    words=votes.DOTS,
    exact_words=figures.dots_to_give,
    own_fields=(OwnField("dots_each", "write how many dots each person had"),),
    figures=Figures(
        written_in="votes",
        heading=lambda _: votes.DOTS_COLUMN,
        amount=figures.votes,
        full=figures.most_given,
        voters=figures.present_voters,
        base=figures.given,
        has_shares=lambda _: True,
        base_words=votes.dots_given,
        is_choice=True,
        sides=inferable_groups.stickers,
        excess=figures.too_many_dots,
    ),
)
_SCORE = Method(
    words=votes.SCORE,
    own_fields=(OwnField("scale", "write the lowest and the highest score, such as {least: 1, most: 5}"),),
    figures=Figures(
        written_in="scores",
        heading=lambda _: votes.SCORE_COLUMN,
        amount=figures.mean_score,
        full=figures.top_of_scale,
        voters=figures.present_voters,
        base=figures.most_scorers,
        has_shares=lambda _: False,
        base_words=votes.people_scored,
        is_choice=False,
        sides=inferable_groups.scorers,
        excess=figures.too_many_scores,
    ),
)
_RANKED = Method(
    words=votes.RANKED,
    own_fields=(
        OwnField("counting", "write instant-runoff, stv or borda", only_with_counts=True),
        OwnField(
            "ballots", "write each ranking and how many handed it in, or “counts: not-kept”", only_with_counts=True
        ),
    ),
    figures=Figures(
        written_in="ballots",
        heading=lambda vote: votes.POINTS_COLUMN if vote.counting == "borda" else votes.FIRST_CHOICES_COLUMN,
        amount=lambda _: None,
        full=figures.most_given,
        voters=figures.papers,
        base=figures.papers,
        has_shares=lambda vote: vote.counting != "borda",
        base_words=votes.people_voted,
        is_choice=True,
        sides=inferable_groups.preferences,
        excess=figures.too_many_papers,
    ),
)
_NOT_KNOWN = Method(words=votes.METHOD_NOT_KNOWN, figures=None)


def method_of(name: VoteMethod) -> Method:
    match name:
        case "show-of-hands":
            return _SHOW_OF_HANDS
        case "approval":
            return _APPROVAL
        case "dots":
            return _DOTS
        case "score":
            return _SCORE
        case "ranked":
            return _RANKED
        case "not-known":
            return _NOT_KNOWN
        case _:
            assert_never(name)


METHODS: Mapping[VoteMethod, Method] = {name: method_of(name) for name in get_args(VoteMethod)}
"""The record of every method that an author can write."""
