"""A vote says only what its method can say, its numbers fit together, and what was chosen agrees with them."""

from collections.abc import Iterator
from itertools import chain

from plugins.problems import nearest
from plugins.workshops.facts.tally import Tally, tally
from plugins.workshops.facts.wording import listed
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Vote

Path = tuple[str | int, ...]
Finding = tuple[Path, str]
_ONLY_FOR = (("dots_each", "dots"), ("scale", "score"), ("counting", "ranked"), ("ballots", "ranked"))


def votes_that_cannot_be(post: Post) -> Iterator[Finding]:
    """Everything that is wrong with the votes of a post."""
    for index, vote in enumerate(post.votes):
        found = list(chain(_options(vote), _fields(vote), _amounts(vote), _ballots(vote)))
        found = found or list(chain(_sums(vote), _chosen(vote)))
        yield from ((("votes", index, *path), message) for path, message in found)


def _options(vote: Vote) -> Iterator[Finding]:
    names = [option.name for option in vote.options]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield ("options", index, "name"), f'found "{name}" a second time; give each option its own name'
    ids = [option.id for option in vote.options]
    for index, option_id in enumerate(ids):
        if option_id and option_id in ids[:index]:
            yield ("options", index, "id"), f'found "{option_id}" a second time; give each option its own id'
    if vote.seats < 1 or vote.seats > len(names):
        yield ("seats",), f'found "{vote.seats}"; write how many of the {len(names)} options are chosen'


def _fields(vote: Vote) -> Iterator[Finding]:
    for name, method in _ONLY_FOR:
        if vote.method != method and getattr(vote, name) not in (None, ()):
            yield (name,), f"this belongs to a vote of the method “{method}”; this one's is “{vote.method}”"
    if vote.method == "dots" and vote.dots_each is None:
        yield ("dots_each",), "this is missing; write how many dots each person had"
    if vote.method == "score" and vote.scale is None:
        yield ("scale",), "this is missing; write the lowest and the highest score, such as {least: 1, most: 5}"
    if vote.method == "ranked" and vote.counting is None and vote.counts != "not-kept":
        yield ("counting",), "this is missing; write instant-runoff, stv or borda"
    if vote.counting == "instant-runoff" and vote.seats > 1:
        yield ("counting",), f"an instant run-off chooses one option, and here are {vote.seats} seats; write stv"
    if vote.method == "not-known" and vote.counts in ("kept", "agreed"):
        message = f'found "{vote.counts}"; counts mean nothing when the method is not known: write not-kept'
        yield ("counts",), message


def _amounts(vote: Vote) -> Iterator[Finding]:
    for index, option in enumerate(vote.options):
        place = ("options", index)
        if option.votes is not None and vote.method in ("score", "ranked", "not-known"):
            yield (*place, "votes"), f"a vote of the method “{vote.method}” has no votes per option; take this out"
        if option.scores is not None and vote.method != "score":
            yield (*place, "scores"), f"scores belong to a vote of the method “score”; this one's is “{vote.method}”"
        if vote.counts == "not-kept" and (option.votes is not None or option.scores is not None):
            name = "votes" if option.votes is not None else "scores"
            yield (*place, name), "the vote says that counts were not kept, and here is one; keep one of the two"
        if option.scores and vote.scale:
            for score, _ in option.scores.pairs:
                if not vote.scale.least <= score <= vote.scale.most:
                    span = f"{vote.scale.least} to {vote.scale.most}"
                    yield (*place, "scores", str(score)), f'found "{score}"; the scale goes from {span}'
    if vote.counts in ("kept", "agreed") and vote.method not in ("ranked", "not-known"):
        yield from _missing_amounts(vote)


def _missing_amounts(vote: Vote) -> Iterator[Finding]:
    name = "scores" if vote.method == "score" else "votes"
    for index, option in enumerate(vote.options):
        if getattr(option, name) is None:
            message = f"this is missing; write how many {name} “{option.name}” got, or “counts: not-kept” for the vote"
            yield ("options", index, name), message


def _ballots(vote: Vote) -> Iterator[Finding]:
    known = [option.id for option in vote.options if option.id]
    if vote.method != "ranked" or vote.counts == "not-kept":
        return
    for index, option in enumerate(vote.options):
        if option.id is None:
            yield ("options", index, "id"), "this is missing; rankings name options by it"
    if not vote.ballots:
        yield ("ballots",), "this is missing; write each ranking and how many handed it in, or “counts: not-kept”"
    for index, ballot in enumerate(vote.ballots):
        for place, option_id in enumerate(ballot.ranking):
            where = ("ballots", index, "ranking", place)
            if option_id not in known:
                guess = nearest(option_id, known)
                hint = f"; did you mean “{guess}”?" if guess else f"; the ids are {', '.join(known)}"
                yield where, f'found "{option_id}", which is no option of this vote{hint}'
            elif option_id in ballot.ranking[:place]:
                yield where, f'found "{option_id}" a second time in one ranking; a ranking names each option once'


def _sums(vote: Vote) -> Iterator[Finding]:
    if vote.present is None:
        return
    spent = (vote.abstained or 0) + (vote.spoiled or 0)
    voters = vote.present - spent
    if voters < 0:
        yield (
            ("present",),
            f'found "{vote.present}", and {spent} abstained or spoiled their paper; one of them is wrong',
        )
        return
    given = sum(option.votes or 0 for option in vote.options)
    if vote.method == "show-of-hands" and given > voters:
        yield (
            ("present",),
            f'found "{vote.present}", and {given + spent} voted, abstained or spoiled; one of them is wrong',
        )
    if vote.method == "dots" and vote.dots_each is not None and given > voters * vote.dots_each:
        most = voters * vote.dots_each
        yield ("options",), f"{given} dots were given, and {voters} people had {most} in all; one of them is wrong"
    if vote.method == "ranked" and (papers := sum(ballot.count for ballot in vote.ballots)) > voters:
        yield ("ballots",), f"{papers} rankings were handed in, and {voters} people could; one of them is wrong"
    for index, option in enumerate(vote.options):
        scored = option.scores.total if option.scores else None
        yield from _one_option(vote, voters, ("options", index), option.votes, scored)


def _one_option(vote: Vote, voters: int, place: Path, votes: int | None, scored: int | None) -> Iterator[Finding]:
    if vote.method == "approval" and votes is not None and votes > voters:
        yield (*place, "votes"), f'found "{votes}", and only {voters} people voted; one of them is wrong'
    if scored and scored > voters:
        yield (*place, "scores"), f"{scored} people gave a score, and only {voters} could; one of them is wrong"


def _chosen(vote: Vote) -> Iterator[Finding]:
    names = [option.name for option in vote.options]
    for index, name in enumerate(vote.chosen or ()):
        if name not in names:
            guess = nearest(name, names)
            hint = f"; did you mean “{guess}”?" if guess else f"; the options are {', '.join(names)}"
            yield ("chosen", index), f'found "{name}", which is no option of this vote{hint}'
            return
    counted = tally(vote)
    if counted is None:
        yield from _uncounted(vote)
    elif counted.tied:
        yield from _tied(vote, counted)
    elif vote.chosen is not None and set(vote.chosen) != set(counted.sure):
        found = ", ".join(vote.chosen) or "[]"
        yield ("chosen",), f'found "{found}", but the counts name {listed(counted.sure)}; one of them is wrong'
    elif vote.tie_break:
        yield ("tie_break",), "the counts hold no tie for the last seat; take this out"


def _uncounted(vote: Vote) -> Iterator[Finding]:
    if vote.chosen is None:
        yield ("chosen",), "this is missing; without counts, write what was chosen, or [] when nothing was decided"
    elif vote.chosen and len(vote.chosen) != vote.seats:
        yield (
            ("chosen",),
            f"{_options_were(len(vote.chosen))} chosen, and “seats” says {vote.seats}; one of them is wrong",
        )


def _options_were(number: int) -> str:
    return "1 option was" if number == 1 else f"{number} options were"


def _tied(vote: Vote, counted: Tally) -> Iterator[Finding]:
    between = listed(counted.tied)
    if vote.chosen is None:
        yield (
            ("chosen",),
            (
                f"{between} drew level, so the counts alone decide nothing; write what was chosen and how the tie was "
                "settled (tie_break), or “chosen: []” when nothing was decided"
            ),
        )
        return
    if not vote.chosen:
        return
    chosen = set(vote.chosen)
    if not set(counted.sure) <= chosen <= {*counted.sure, *counted.tied} or len(chosen) != vote.seats:
        certain = f"{listed(counted.sure)} and then " if counted.sure else ""
        found = ", ".join(vote.chosen)
        message = f'found "{found}", but the counts name {certain}a tie between {between}; one of them is wrong'
        yield ("chosen",), message
    elif not vote.tie_break:
        yield ("tie_break",), f"this is missing; {between} drew level: say how that was settled"
