"""How the room answered one question."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.workshops.record.vote import Vote, VoteMethod

METHODS: dict[VoteMethod, str] = {
    "show-of-hands": "By show of hands, one vote each.",
    "approval": "Everyone could choose as many as they liked.",
    "dots": "With dots.",
    "score": "Everyone gave each option a score.",
    "ranked": "Everyone put the options in order.",
    "not-known": "How the group voted was not written down.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option; `about` may be None, `href` is empty where the option is no idea."""

    name: str
    href: str
    about: Html | None
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """One vote: what was asked, how, what was decided. `counts` says in words what is known of the counts."""

    anchor: str
    question: str
    method: str
    decided: str
    counts: str
    rows: tuple[OptionRow, ...]


def ballot_view(vote: Vote, *, idea_href: Callable[[str], str], inline: Callable[[str], Html]) -> BallotView:
    """A vote of which no count may be told."""
    chosen = vote.chosen or ()
    return BallotView(
        anchor=vote.id,
        question=vote.question,
        method=METHODS[vote.method],
        decided=decided_sentence(vote),
        counts="How many votes each option got is not known."
        if vote.counts == "not-kept"
        else "How close it was is not told.",
        rows=tuple(
            OptionRow(
                name=option.name,
                href=idea_href(option.idea) if option.idea else "",
                about=inline(option.about) if option.about else None,
                is_chosen=option.name in chosen,
            )
            for option in vote.options
        ),
    )


def decided_sentence(vote: Vote) -> str:
    """What was decided, in one sentence."""
    if vote.chosen is None:
        return ""
    if not vote.chosen:
        return "The group decided nothing."
    names = list(vote.chosen)
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"The group chose {listed}."
