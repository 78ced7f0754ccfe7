"""A diary without the posts that have something to mend: what `build --leave-out` publishes.

Whoever has findings is left out whole, and nothing older takes its place. Some findings come up only when others are
out of the way, so this goes on until none is left; each round leaves out at least one more post, so it ends.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from plugins.blog.publication import Moment, state_of
from plugins.blog.site_building import Making
from plugins.blog.site_model import SiteModel
from plugins.blog.trial_build import SiteRefused, culprits, refuse_unfit
from plugins.consent.private_words import LIST as PRIVATE_WORDS
from plugins.consent.private_words.findings import printable
from plugins.problems import Code, Problem
from plugins.problems.left_out import LeftOut
from plugins.records import dataclass
from plugins.workshops.intake import Contents


@dataclass(frozen=True, slots=True)
class FitSite:
    """A site that may be published, what was said on the way, and what it goes without."""

    model: SiteModel
    notices: tuple[Problem, ...]
    left_out: LeftOut


def fit_site(
    contents: Contents, make: Making, *, findings: Iterable[Problem] = (), without: Collection[str] = ()
) -> FitSite:
    """The site of all posts but those to blame; `findings` are those that are known beforehand.

    What is not public yet, or not finished (`without`), is not in it at all: nothing may lead there, and what is to
    mend in it keeps nobody.
    """
    moment = Moment(make.settings.now, make.settings.zone)
    unseen = {entry.source for entry in contents.entries if state_of(entry.post, moment) in ("draft", "scheduled")}
    unseen.update(without)
    candidates = {entry.source for entry in contents.entries} - unseen
    known = {*findings, *contents.problems}
    blamed = _blamed(known) & candidates
    while True:
        made, problems = _tried(contents, make, without=blamed | unseen)
        known |= set(problems)
        further = _blamed(problems) & candidates - blamed
        if isinstance(made, Exception):
            to_blame = set(_to_blame(contents, make, made, sources=sorted(candidates - blamed)))
            if isinstance(made, SiteRefused) and not to_blame:
                made = made.model  # No post is: the last look will say so to whoever wants to publish it.
            known |= to_blame
            further = _blamed(to_blame) & candidates
        if isinstance(made, SiteModel) and not further:
            break
        blamed |= further
    gone = sorted(blamed | {file.source for file in contents.unread})
    stopping = sorted(each for each in known if each.stops and each.source not in unseen)
    shown = make.words.shown if make.words else str
    left_out = LeftOut(tuple(map(shown, gone)), printable(stopping, make.words))
    return FitSite(made, printable((each for each in known if not each.stops), make.words), left_out)


def _tried(
    contents: Contents, make: Making, *, without: Collection[str]
) -> tuple[SiteModel | Exception, tuple[Problem, ...]]:
    """One round: a site with its findings, or what the software stumbled over.

    A mistake of ours is caught here alone: it must not keep online what was taken back.
    """
    moment = Moment(make.settings.now, make.settings.zone)
    unlisted = {entry.source for entry in contents.entries if state_of(entry.post, moment) == "hidden"}
    try:
        diary, lost = contents.diary(without=without, unlisted=unlisted)
        model, problems = make.model(contents, diary, broken=any(each.stops for each in lost))
        if not any(each.stops for each in (*lost, *problems)):
            refuse_unfit(model, make.last_look)
    except Exception as fault:  # noqa: BLE001 - docs/decisions/0100
        return fault, ()
    return model, (*lost, *problems)


def _to_blame(contents: Contents, make: Making, fault: Exception, *, sources: Sequence[str]) -> Iterator[Problem]:
    """A finding for each post without which the site can be made; raises `fault` when that is no post's.

    What the last look refuses without any post as well is left to the last look.
    """
    everything = {entry.source for entry in contents.entries}

    def works(kept: Sequence[str]) -> bool:
        return not isinstance(_tried(contents, make, without=everything.difference(kept))[0], Exception)

    if not works(()):
        if isinstance(fault, SiteRefused):
            return
        raise fault
    message = f"the software stumbles over this post ({type(fault).__name__}); “build” shows where"
    code: Code = "software-fault"
    if isinstance(fault, SiteRefused):
        message, code = "the last look refuses what is made of this post, or of a comment on it", "unfit-page"
    for source in culprits(sources, works):
        yield Problem(source, 0, "", message, code)
    yield from fault.problems if isinstance(fault, SiteRefused) else ()


def unchecked(contents: Contents, refused: str) -> Iterator[Problem]:
    """A finding for every post, where private words are given and the list cannot be used; `refused` says why.

    Nobody can tell then whether such a word stands in a post (docs/decisions/0101).
    """
    if refused:
        yield Problem(PRIVATE_WORDS, 0, "", refused, "private-word")
    for entry in contents.entries if refused else ():
        message = "this cannot be searched for private words, since the list of them cannot be used"
        yield Problem(entry.source, 0, "", message, "private-word")


def _blamed(problems: Iterable[Problem]) -> set[str]:
    """The sources of every post that has a finding, and of those that share it."""
    return {source for each in problems if each.stops for source in (each.source, each.also) if source}
