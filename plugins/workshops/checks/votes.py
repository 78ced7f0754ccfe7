"""A vote says only what its method can say, its numbers fit together, and what was chosen agrees with them."""

from collections.abc import Iterator
from itertools import chain

from plugins.files.names import slug
from plugins.problems import Finding, nearest
from plugins.unicode import folded
from plugins.words import numbers
from plugins.workshops.checks.session import scale_fault
from plugins.workshops.facts.count_work import CountTooLong
from plugins.workshops.facts.methods import METHODS, method_of
from plugins.workshops.facts.tally import CountedVote, Tally, counted_vote
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Option, Vote

_TOO_LONG = (
    "these papers take too long to count, with so many options and seats; "
    "write “counts: not-kept” and who was chosen, and put the count into a hand-out"
)


def counted_votes(post: Post) -> tuple[tuple[CountedVote, ...], tuple[Finding, ...]]:
    """The votes of a post, each counted, and everything that is wrong with them.

    One whose parts do not fit together cannot be counted and is not among them. This is the only place that counts:
    whatever is told of a vote further down is made from what is counted here.
    """
    counted: list[CountedVote] = []
    findings: list[Finding] = []
    for index, vote in enumerate(post.votes):
        faults = list(chain(_options(vote), _fields(vote), _amounts(vote), _ballots(vote)))
        if not faults:
            try:
                counted.append(counted_vote(vote))
            except CountTooLong:
                faults = [(("ballots",), _TOO_LONG, "too-large")]
            else:
                faults = list(chain(_sums(vote), _chosen(counted[-1])))
        findings.extend((("votes", index, *path), message, code) for path, message, code in faults)
    return tuple(counted), tuple(findings)


def _options(vote: Vote) -> Iterator[Finding]:
    names = set[str]()
    ids = set[str | None]()
    for index, option in enumerate(vote.options):
        if option.name in names:
            message = f'found "{option.name}" a second time; give each option its own name'
            yield ("options", index, "name"), message, "used-twice"
        if option.id and option.id in ids:
            message = f'found "{option.id}" a second time; give each option its own id'
            yield ("options", index, "id"), message, "used-twice"
        names.add(option.name)
        ids.add(option.id)
    if vote.seats < 1 or vote.seats > len(vote.options):
        message = f'found "{vote.seats}"; write how many of the {len(vote.options)} options are chosen'
        yield ("seats",), message, "counts-disagree"


def _fields(vote: Vote) -> Iterator[Finding]:
    for name, method in METHODS.items():
        for field in method.own_fields:
            is_given = getattr(vote, field.name) not in (None, ())
            if is_given and name != vote.method:
                message = f"this belongs to a vote of the method “{name}”; this one's is “{vote.method}”"
                yield (field.name,), message, "wrong-method"
            elif not is_given and name == vote.method and not (field.only_with_counts and vote.counts == "not-kept"):
                yield (field.name,), f"this is missing; add a line “{field.name}: …”: {field.advice}", "missing-field"
    if vote.scale and (fault := scale_fault(vote.scale.least, vote.scale.most)):
        yield ("scale",), fault, "off-the-scale"
    if vote.counting == "instant-runoff" and vote.seats > 1:
        message = f"an instant run-off chooses one option, and here are {vote.seats} seats; write stv"
        yield ("counting",), message, "wrong-method"
    if method_of(vote.method).figures is None and vote.counts in ("kept", "agreed"):
        message = f'found "{vote.counts}"; counts mean nothing when the method is not known: write not-kept'
        yield ("counts",), message, "wrong-method"


def _amounts(vote: Vote) -> Iterator[Finding]:
    figures = method_of(vote.method).figures
    written_in = figures.written_in if figures else None
    for index, option in enumerate(vote.options):
        place = ("options", index)
        if option.votes is not None and written_in != "votes":
            message = f"a vote of the method “{vote.method}” has no votes per option; take this out"
            yield (*place, "votes"), message, "wrong-method"
        if option.scores is not None and written_in != "scores":
            message = f"scores belong to a vote of the method “score”; this one's is “{vote.method}”"
            yield (*place, "scores"), message, "wrong-method"
        if vote.counts == "not-kept" and (option.votes is not None or option.scores is not None):
            name = "votes" if option.votes is not None else "scores"
            message = "the vote says that counts were not kept, and here is one; keep one of the two"
            yield (*place, name), message, "wrong-method"
        if option.scores and vote.scale and vote.scale.least < vote.scale.most:
            for score, _ in option.scores.pairs:
                if not vote.scale.least <= score <= vote.scale.most:
                    span = f"{vote.scale.least} to {vote.scale.most}"
                    message = f'found "{score}"; the scale goes from {span}'
                    yield (*place, "scores", str(score)), message, "off-the-scale"
    if vote.counts in ("kept", "agreed") and written_in in ("votes", "scores"):
        yield from _missing_amounts(vote, written_in)


def _missing_amounts(vote: Vote, name: str) -> Iterator[Finding]:
    for index, option in enumerate(vote.options):
        if getattr(option, name) is None:
            message = f"this is missing; write how many {name} “{option.name}” got, or “counts: not-kept” for the vote"
            yield ("options", index, name), message, "missing-field"


def _ballots(vote: Vote) -> Iterator[Finding]:
    known = dict.fromkeys(str(option.id) for option in vote.options if option.id)
    figures = method_of(vote.method).figures
    if figures is None or figures.written_in != "ballots" or vote.counts == "not-kept":
        return
    for index, option in enumerate(vote.options):
        if option.id is None:
            message = f"this is missing; rankings name options by it, so write one, such as {_id_of(option)}"
            yield ("options", index, "id"), message, "missing-field"
    if ranked_by_name := _ranked_by_name(vote):
        yield ranked_by_name
        return
    for index, ballot in enumerate(vote.ballots):
        seen = set[str]()
        for place, option_id in enumerate(ballot.ranking):
            where = ("ballots", index, "ranking", place)
            if option_id not in known:
                guess = nearest(option_id, known)
                hint = f"; did you mean “{guess}”?" if guess else f"; the ids are {', '.join(known)}"
                yield where, f'found "{option_id}", which is no option of this vote{hint}', "unknown-option"
            elif option_id in seen:
                message = f'found "{option_id}" a second time in one ranking; a ranking names each option once'
                yield where, message, "used-twice"
            seen.add(option_id)


def _ranked_by_name(vote: Vote) -> Finding | None:
    """The first place in a ranking that says the name of an option: told once, for all are written so."""
    ids = {folded(option.name): _id_of(option) for option in vote.options}
    known = {str(option.id) for option in vote.options}
    for index, ballot in enumerate(vote.ballots):
        for place, written in enumerate(ballot.ranking):
            if written not in known and folded(written) in ids:
                meant = ", ".join(f"{_id_of(option)} for “{option.name}”" for option in vote.options)
                message = f'found "{written}"; write ids in all rankings: {meant}'
                return ("ballots", index, "ranking", place), message, "unknown-option"
    return None


def _id_of(option: Option) -> str:
    return option.id or slug(option.name)


def _sums(vote: Vote) -> Iterator[Finding]:
    if vote.present is None:
        return
    spent = (vote.abstained or 0) + (vote.spoiled or 0)
    voters = vote.present - spent
    if voters < 0:
        message = f'found "{vote.present}", and {spent} abstained or spoiled their paper; one of them is wrong'
        yield ("present",), message, "counts-disagree"
        return
    figures = method_of(vote.method).figures
    yield from figures.excess(vote, voters) if figures else ()


def _chosen(counted: CountedVote) -> Iterator[Finding]:
    vote, tally = counted.vote, counted.tally
    names = [option.name for option in vote.options]
    for index, name in enumerate(vote.chosen or ()):
        if name not in names:
            guess = nearest(name, names)
            hint = f"; did you mean “{guess}”?" if guess else f"; the options are {', '.join(names)}"
            yield ("chosen", index), f'found "{name}", which is no option of this vote{hint}', "unknown-option"
            return
    if tally is None:
        yield from _uncounted(vote)
    elif tally.tied:
        yield from _tied(vote, tally)
    elif vote.chosen is not None and set(vote.chosen) != set(tally.sure):
        written = ", ".join(vote.chosen) or "[]"
        message = f'found "{written}", but the counts name {numbers.listed(tally.sure)}; one of them is wrong'
        yield ("chosen",), message, "result-disagrees"
    elif vote.tie_break:
        yield ("tie_break",), "the counts hold no tie for the last seat; take this out", "result-disagrees"


def _uncounted(vote: Vote) -> Iterator[Finding]:
    if vote.chosen is None:
        message = "this is missing; without counts, write what was chosen, or [] when nothing was decided"
        yield ("chosen",), message, "missing-field"
    elif vote.chosen and len(vote.chosen) != vote.seats:
        were = "1 option was" if len(vote.chosen) == 1 else f"{len(vote.chosen)} options were"
        yield ("chosen",), f"{were} chosen, and “seats” says {vote.seats}; one of them is wrong", "result-disagrees"


def _tied(vote: Vote, tally: Tally) -> Iterator[Finding]:
    between = numbers.listed(tally.tied)
    if vote.chosen is None:
        message = (
            f"the counts end in a tie between {between}, so they alone decide nothing; "
            "write what was chosen and how the tie was settled (tie_break), or “chosen: []” when nothing was decided"
        )
        yield ("chosen",), message, "result-disagrees"
        return
    if not vote.chosen:
        return
    chosen = set(vote.chosen)
    if not set(tally.sure) <= chosen <= {*tally.sure, *tally.tied} or len(chosen) != vote.seats:
        certain = f"{numbers.listed(tally.sure)} and then " if tally.sure else ""
        written = ", ".join(vote.chosen)
        message = f'found "{written}", but the counts name {certain}a tie between {between}; one of them is wrong'
        yield ("chosen",), message, "result-disagrees"
    elif not vote.tie_break:
        message = (
            f"this is missing; the counts end in a tie between {between}: "
            "add a line “tie_break: …” that says how that was settled"
        )
        yield ("tie_break",), message, "result-disagrees"
