"""How the room answered one question: text ready to show."""

from collections.abc import Callable
from fractions import Fraction

from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.words import numbers, votes
from plugins.workshops.facts.final_round import FinalFigures, final_figures
from plugins.workshops.facts.methods import method_of
from plugins.workshops.facts.ranked import Round
from plugins.workshops.facts.tally import CountedVote, Tally
from plugins.workshops.record.vote import Option, Vote
from plugins.workshops.views.language import LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option. `about` may be None; `count`, `share` and `bar` are empty where no count is told.

    `bar` is the length of the bar, out of 100. `result` is empty where there is nothing to say of the option.
    """

    name: Html
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
    totals: tuple[Html, ...]
    outcome: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """One vote: what was asked, how, what was decided, and how many, as far as that may be told.

    `answer` and `margin` sum it up: what came of it, and how close it was, which may be empty. It `has_result` when
    something came first. `counts` says of how many the figures are, and is empty where none are told.
    """

    anchor: str
    question: Html
    answer: Html
    has_result: bool
    margin: str
    method: str
    counts: str
    tie: Html | None
    tie_break: Html | None
    shows_counts: bool
    count_heading: str
    rows: tuple[OptionRow, ...]
    rounds: tuple[RoundRow, ...]


def ballot_view(result: CountedVote, *, idea_href: Callable[[str], str], said: LanguageMarkup) -> BallotView:
    """A vote, with the figures that it has: those of the round that decided, where there were several."""
    vote, tally = result.vote, result.tally
    final = final_figures(tally) if tally else None
    return BallotView(
        anchor=vote.id,
        question=said.plain(vote.question),
        answer=answer(result, said),
        has_result=bool(result.decided),
        margin=margin(result),
        method=_method_words(vote, is_open=tally is not None),
        counts=_base_words(vote, tally) if tally else "",
        tie=_tie_words(vote, tally, final, said) if tally and final else None,
        tie_break=said.inline(vote.tie_break) if vote.tie_break and tally else None,
        shows_counts=tally is not None,
        count_heading=_count_heading(vote, tally, final) if tally and final else "",
        rows=_rows(result, final, idea_href, said),
        rounds=_rounds(vote, tally, said) if tally else (),
    )


def answer(result: CountedVote, said: LanguageMarkup) -> Html:
    """What came of a vote, in few words: to stand beside its question."""
    if result.decided is None:
        return escaped(votes.TIE if result.tally and result.tally.tied else votes.OPEN)
    words = votes.answer(result.decided) if result.is_choice else votes.scored(result.decided, _scores(result))
    return said.within(words, *result.decided)


def published_amount(result: CountedVote, option: Option) -> tuple[str, str]:
    """What was counted, and how much of it an option had; both empty where that is not told."""
    final = final_figures(result.tally) if result.tally else None
    if not (result.tally and final and option.name in final.amounts):
        return "", ""
    return _count_heading(result.vote, result.tally, final), numbers.amount(final.amounts[option.name])


def decided_sentence(result: CountedVote, said: LanguageMarkup) -> Html | None:
    """What was decided, in one sentence; None when that is not known."""
    if result.decided is None:
        return None
    sentence = (
        votes.decided(result.decided) if result.is_choice else votes.scored_highest(result.decided, _scores(result))
    )
    return said.within(sentence, *result.decided)


def _scores(result: CountedVote) -> list[str]:
    """What each option that came first scored, where that may be told."""
    standings = result.tally.standings if result.tally else ()
    amounts: dict[str, str] = {standing.option.name: numbers.amount(standing.amount) for standing in standings}
    return [amounts[name] for name in result.decided or () if name in amounts]


def _method_words(vote: Vote, *, is_open: bool) -> str:
    method = method_of(vote.method)
    exact = method.exact_words(vote) if method.exact_words and is_open else ""
    return exact or method.words


def margin(result: CountedVote) -> str:
    """How close it was, or why that is not told; empty where one number says it, or nothing was chosen."""
    if result.tally is None:
        return votes.WITHHELD[result.vote.counts]
    final = final_figures(result.tally)
    if result.tally.tied:
        level = final.level(result.tally.tied)
        return votes.level(numbers.amount(level) if level is not None else "")
    chosen = [final.amounts[name] for name in result.decided or () if name in final.amounts]
    others = [amount for name, amount in final.amounts.items() if name not in (result.decided or ())]
    if not (result.is_choice and chosen and others):
        return ""
    return votes.margin(numbers.amount(min(chosen)), numbers.amount(max(others)))


def _count_heading(vote: Vote, tally: Tally, final: FinalFigures) -> str:
    return votes.LAST_ROUND_COLUMN if final.is_last_round else tally.figures.heading(vote)


def _rows(
    result: CountedVote, final: FinalFigures | None, idea_href: Callable[[str], str], said: LanguageMarkup
) -> tuple[OptionRow, ...]:
    tally = result.tally
    shares: dict[str, Fraction | None] = {}
    if tally and final and not final.is_last_round:
        shares.update((standing.option.name, standing.share) for standing in tally.standings)
    amounts = final.amounts if final else {}
    full = tally.figures.full(result.vote, max(amounts.values())) if tally else 1
    rows = []
    for option in final.ordered if final else result.vote.options:
        amount, share = amounts.get(option.name), shares.get(option.name)
        row = OptionRow(
            name=said.plain(option.name),
            href=idea_href(option.idea) if option.idea else "",
            about=said.inline(option.about) if option.about else None,
            result=_result(option, result, final),
            is_chosen=option.name in (result.decided or ()),
            count=numbers.amount(amount) if amount is not None else "",
            share=numbers.percent(share) if share is not None else "",
            bar=numbers.amount(amount / full * 100) if amount is not None else "",
        )
        rows.append(row)
    return tuple(rows)


def _result(option: Option, result: CountedVote, final: FinalFigures | None) -> str:
    if option.name in (result.decided or ()):
        return votes.CHOSEN if result.is_choice else votes.HIGHEST
    went_out = final.out_in.get(option.name) if final else None
    return votes.out_in(went_out) if went_out else ""


def _base_words(vote: Vote, tally: Tally) -> str:
    parts = [votes.BASE_NOT_KNOWN]
    if tally.base is not None:
        parts = [tally.figures.base_words(tally.base)]
    if tally.turnout:
        parts.append(votes.turnout(*tally.turnout))
    if tally.count and tally.count.quota is not None:
        parts.append(votes.quota(numbers.amount(tally.count.quota)))
    if vote.abstained:
        parts.append(votes.abstained(vote.abstained))
    if vote.spoiled:
        parts.append(votes.spoiled(vote.spoiled))
    return " ".join(parts)


def _tie_words(vote: Vote, tally: Tally, final: FinalFigures, said: LanguageMarkup) -> Html | None:
    if not tally.tied:
        return None
    places = vote.seats - len(tally.sure) if tally.sure else 0
    return said.within(votes.tie(tally.tied, last=places, is_level=final.level(tally.tied) is not None), *tally.tied)


def _rounds(vote: Vote, tally: Tally, said: LanguageMarkup) -> tuple[RoundRow, ...]:
    if tally.count is None or vote.counting == "borda":
        return ()
    names: dict[str, str] = {option.id: option.name for option in vote.options if option.id}
    rows = []
    for number, each in enumerate(tally.count.rounds, start=1):
        ordered = sorted(each.totals.items(), key=lambda pair: (-pair[1], names[pair[0]]))
        totals = [votes.total(names[option], numbers.amount(total)) for option, total in ordered]
        if each.exhausted:
            totals.append(votes.exhausted(numbers.amount(each.exhausted)))
        row = RoundRow(
            heading=votes.round_heading(number),
            totals=tuple(said.within(total, *names.values()) for total in totals),
            outcome=said.within(_outcome(each, names), *names.values()),
        )
        rows.append(row)
    return tuple(rows)


def _outcome(each: Round, names: dict[str, str]) -> str:
    elected, out, level = (
        [names[option] for option in options] for options in (each.elected, each.eliminated, each.level)
    )
    return votes.outcome(elected, out, level)
