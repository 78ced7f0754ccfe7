"""A diary without the posts that have something to mend: what `build --leave-out` publishes.

Whoever has findings is left out whole, and nothing older takes its place. Some findings come up only when others are
out of the way, so this goes on until none is left; each round leaves out at least one more post, so it ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.blog.edition import Edition
from plugins.blog.making import Making
from plugins.blog.publication import Moment, state_of
from plugins.problems import Problem
from plugins.problems.left_out import LeftOut
from plugins.workshops.intake import Contents


@dataclass(frozen=True, slots=True)
class Settled:
    """An edition that may be published, what was said on the way, and what it goes without."""

    edition: Edition
    notices: tuple[Problem, ...]
    left_out: LeftOut


def settled(contents: Contents, make: Making, *, findings: Iterable[Problem] = ()) -> Settled:
    """The edition of all posts but those to blame; `findings` are those that are known beforehand.

    What is not public yet is not in it at all: nothing may lead there, and what is to mend in it keeps nobody.
    """
    moment = Moment(make.settings.now, make.settings.zone)
    unseen = {entry.source for entry in contents.entries if state_of(entry, moment) in ("draft", "scheduled")}
    candidates = {entry.source for entry in contents.entries} - unseen
    known = {*findings, *contents.problems}
    blamed = _blamed(known) & candidates
    while True:
        diary, lost = contents.diary(without=blamed | unseen)
        edition, told = make.edition(diary)
        known |= {*lost, *told}
        further = _blamed((*lost, *told)) & candidates - blamed
        if not further:
            break
        blamed |= further
    gone = sorted(blamed | {file.source for file in contents.unread})
    stopping = sorted(each for each in known if each.stops and each.source not in unseen)
    shown = make.words.shown if make.words else str
    left_out = LeftOut(tuple(map(shown, gone)), tuple(stopping))
    return Settled(edition, tuple(each for each in known if not each.stops), left_out)


def unchecked(contents: Contents, refused: str) -> Iterator[Problem]:
    """A finding for every post, where private words are given and the list cannot be used; `refused` says why.

    Nobody can tell then whether such a word stands in a post (docs/decisions/0101).
    """
    for entry in contents.entries if refused else ():
        yield Problem(entry.source, 0, "", f"this cannot be searched for private words: {refused}")


def _blamed(problems: Iterable[Problem]) -> set[str]:
    """The sources of every post that has a finding, and of those that share it."""
    return {source for each in problems if each.stops for source in (each.source, each.also) if source}
