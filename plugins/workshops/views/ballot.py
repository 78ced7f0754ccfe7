"""How the room answered one question: text ready to show, and nothing in it that may not be told."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from plugins.story.html import Html
from plugins.workshops.facts.ranked import Round
from plugins.workshops.facts.small_groups import SmallGroupRule, Withheld
from plugins.workshops.facts.tally import Tally, decided, tally
from plugins.workshops.facts.wording import amount, counted, listed, percent
from plugins.workshops.record.vote import Option, Vote, VoteMethod

METHODS: dict[VoteMethod, str] = {
    "show-of-hands": "By show of hands, one vote each.",
    "approval": "Everyone could choose as many as they liked.",
    "dots": "Everyone had dots to give away.",
    "score": "Everyone gave each option a score.",
    "ranked": "Everyone put the options in order.",
    "not-known": "How the group voted was not written down.",
}
_WITHHELD = {
    "not-kept": "How many votes each option got is not known.",
    "small-group": "How close it was is not told, to protect people in a small group.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option. `about` may be None; `count`, `share` and `bar` are empty where no count is told.

    `bar` is the length of the bar, out of 100.
    """

    name: str
    href: str
    about: Html | None
    result: str
    is_chosen: bool
    count: str = ""
    share: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """One round of a ranked count, in words."""

    heading: str
    totals: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """One vote: what was asked, how, what was decided, and how many, as far as that may be told."""

    anchor: str
    question: str
    method: str
    decided: str
    counts: str
    tie: str
    tie_break: Html | None
    shows_counts: bool
    count_heading: str
    rows: tuple[OptionRow, ...]
    rounds: tuple[RoundRow, ...]


def ballot_view(
    vote: Vote, *, rule: SmallGroupRule, idea_href: Callable[[str], str], inline: Callable[[str], Html]
) -> BallotView:
    """A vote as it may be published."""
    told = rule.vote(vote, tally(vote))
    is_open = isinstance(told, Tally)
    return BallotView(
        anchor=vote.id,
        question=vote.question,
        method=_method(vote, is_open=is_open),
        decided=decided_sentence(vote),
        counts=_base_words(vote, told) if isinstance(told, Tally) else _WITHHELD[told.reason],
        tie=_tie_words(vote, told) if isinstance(told, Tally) else "",
        tie_break=inline(vote.tie_break) if vote.tie_break and is_open else None,
        shows_counts=is_open,
        count_heading=_heading(vote),
        rows=_rows(vote, told, idea_href, inline),
        rounds=_rounds(vote, told) if isinstance(told, Tally) else (),
    )


def decided_sentence(vote: Vote) -> str:
    """What was decided, in one sentence; empty when that is not known."""
    chosen = decided(vote)
    if chosen is None:
        return ""
    return f"The group chose {listed(chosen)}." if chosen else "The group decided nothing."


def _method(vote: Vote, *, is_open: bool) -> str:
    if vote.method == "dots" and vote.dots_each and is_open:
        return f"Everyone had {counted(vote.dots_each, 'dot')} to give away."
    return METHODS[vote.method]


def _heading(vote: Vote) -> str:
    if vote.method == "ranked":
        return "Points" if vote.counting == "borda" else "First choices"
    return {"dots": "Dots", "score": "Mean score"}.get(vote.method, "Votes")


def _rows(
    vote: Vote, told: Tally | Withheld, idea_href: Callable[[str], str], inline: Callable[[str], Html]
) -> tuple[OptionRow, ...]:
    chosen = decided(vote)
    standings = {s.option.name: s for s in told.standings} if isinstance(told, Tally) else {}
    order = [s.option for s in told.standings] if isinstance(told, Tally) else vote.options
    full = _full(vote, max((standing.amount for standing in standings.values()), default=Fraction(0)))
    rows = []
    for option in order:
        standing = standings.get(option.name)
        row = OptionRow(
            name=option.name,
            href=idea_href(option.idea) if option.idea else "",
            about=inline(option.about) if option.about else None,
            result=_result(option, chosen),
            is_chosen=option.name in (chosen or ()),
            count=amount(standing.amount) if standing else "",
            share=percent(standing.share) if standing and standing.share is not None else "",
            bar=amount(standing.amount / full * 100) if standing else "",
        )
        rows.append(row)
    return tuple(rows)


def _result(option: Option, chosen: tuple[str, ...] | None) -> str:
    if chosen is None:
        return "Open"
    return "Chosen" if option.name in chosen else "Not chosen"


def _full(vote: Vote, most: Fraction) -> Fraction:
    if vote.method == "score" and vote.scale:
        return Fraction(max(vote.scale.most, 1))
    return most or Fraction(1)


def _base_words(vote: Vote, told: Tally) -> str:
    parts = []
    if told.base is not None:
        people = counted(told.base, "person", "people")
        parts.append(
            {
                "dots": f"Percentages are of the {counted(told.base, 'dot')} that were given.",
                "scores": f"{people} gave a score.",
                "voters": f"{people} voted." + (" Percentages are of them." if _has_shares(told) else ""),
            }[told.base_kind]
        )
    else:
        parts.append("How many voted is not known, so there are no percentages.")
    if told.turnout:
        parts.append(f"{told.turnout[0]} of {told.turnout[1]} people present took part.")
    if vote.abstained:
        parts.append(f"{vote.abstained} abstained.")
    if vote.spoiled:
        parts.append(f"{counted(vote.spoiled, 'paper')} could not be counted.")
    return " ".join(parts)


def _has_shares(told: Tally) -> bool:
    return any(standing.share is not None for standing in told.standings)


def _tie_words(vote: Vote, told: Tally) -> str:
    if not told.tied:
        return ""
    seats = vote.seats - len(told.sure)
    last = "" if seats == vote.seats else " for the last place" if seats == 1 else f" for the last {seats} places"
    return f"It was a tie{last}: {listed(told.tied)} drew level."


def _rounds(vote: Vote, told: Tally) -> tuple[RoundRow, ...]:
    if told.count is None or vote.counting == "borda":
        return ()
    names: dict[str, str] = {option.id: option.name for option in vote.options if option.id}
    rows = []
    for number, held in enumerate(told.count.rounds, start=1):
        ordered = sorted(held.totals.items(), key=lambda pair: (-pair[1], names[pair[0]]))
        totals = [f"{names[option]}: {amount(total)}" for option, total in ordered]
        if held.exhausted:
            totals.append(f"Papers with no choice left: {amount(held.exhausted)}")
        rows.append(RoundRow(heading=f"Round {number}", totals=tuple(totals), outcome=_outcome(held, names)))
    return tuple(rows)


def _outcome(held: Round, names: dict[str, str]) -> str:
    elected, out, level = (
        listed([names[option] for option in options]) for options in (held.elected, held.eliminated, held.level)
    )
    if level:
        return f"{level} shared the last place; {elected} chosen, whichever goes out." if elected else "A tie."
    return f"{elected} chosen." if elected else f"{out} out."
