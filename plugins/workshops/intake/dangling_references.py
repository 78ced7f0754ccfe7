"""Posts without their references to what stands in posts that are left out: those become words, and no finding.

Whoever wrote the reference made no mistake. One that leads to nothing for any other reason stays, and is told.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from plugins.contract.values import Reference
from plugins.records import dataclass
from plugins.workshops.checks.names import named_things
from plugins.workshops.checks.references import Register
from plugins.workshops.checks.votes import counted_votes
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.intake.pruning import without_parts
from plugins.workshops.record.design import Idea, Prototype
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Vote


@dataclass(frozen=True)
class _Gone:
    """What is left out, as far as it is known: of a post that could not be read nobody knows what is in it."""

    kept: Register
    slugs: frozenset[str]
    ideas: frozenset[str]
    some_unread: bool

    def holds(self, reference: str, *, slug: str) -> bool:
        """Whether a reference, written in the post `slug`, leads to something that is left out."""
        if self.kept.thing(reference, slug=slug) is not None:
            return False
        elsewhere, mark, name = reference.rpartition("#")
        if mark:
            return elsewhere in self.slugs or (self.some_unread and elsewhere not in self.kept.by_slug)
        return name in self.ideas or self.some_unread


def without_lost_references(
    kept: Sequence[DiaryEntry],
    gone: Sequence[DiaryEntry],
    *,
    unread_slugs: Collection[str],
    deleted_slugs: Collection[str] = (),
) -> tuple[DiaryEntry, ...]:
    """The kept entries without references into those that are `gone` or deleted, or into one that could not be read."""
    if not gone and not unread_slugs and not deleted_slugs:
        return tuple(kept)
    lost = _Gone(
        kept=Register(Diary(tuple(kept))),
        slugs=frozenset((*(entry.slug for entry in gone), *unread_slugs, *deleted_slugs)),
        ideas=frozenset(named.id for entry in gone for named in named_things(entry.post)),
        some_unread=bool(unread_slugs),
    )
    return tuple(_without_gone(entry, lost) for entry in kept)


def without_broken_references(diary: Diary) -> Diary:
    """The diary without references that lead nowhere, so that its pages can be planned; its answers stay."""
    register = Register(diary)

    def severed(entry: DiaryEntry) -> DiaryEntry:
        post = _severed(entry.post, lambda reference: register.thing(reference, slug=entry.slug) is not None)
        return entry if post == entry.post else replace(entry, post=post)

    return diary.showing([severed(entry) for entry in diary.entries])


def _without_gone(entry: DiaryEntry, gone: _Gone) -> DiaryEntry:
    def is_kept(reference: str) -> bool:
        return not gone.holds(reference, slug=entry.slug)

    post = _severed(entry.post, is_kept)
    unanswered = tuple(number for number, answer in enumerate(post.answers) if not is_kept(answer.to))
    answers = tuple(answer for number, answer in enumerate(post.answers) if number not in unanswered)
    severed = replace(post, answers=answers)
    return entry if severed == entry.post else _with(entry, severed, unanswered)


def _severed(post: Post, is_kept: Callable[[str], bool]) -> Post:
    return replace(
        post,
        ideas=tuple(_idea(idea, is_kept) for idea in post.ideas),
        votes=tuple(_vote(vote, is_kept) for vote in post.votes),
        journeys=tuple(replace(journey, persona=_if_kept(journey.persona, is_kept)) for journey in post.journeys),
        blueprints=tuple(
            replace(blueprint, idea=tuple(filter(is_kept, blueprint.idea))) for blueprint in post.blueprints
        ),
        prototypes=tuple(_prototype(prototype, is_kept) for prototype in post.prototypes),
    )


def _with(entry: DiaryEntry, post: Post, unanswered: tuple[int, ...]) -> DiaryEntry:
    return replace(
        entry,
        post=post,
        votes=counted_votes(post)[0],
        front_matter=without_parts(entry.tree, ("answers",), unanswered),
    )


def _idea(idea: Idea, is_kept: Callable[[str], bool]) -> Idea:
    return replace(idea, sources=tuple(filter(is_kept, idea.sources)))


def _vote(vote: Vote, is_kept: Callable[[str], bool]) -> Vote:
    return replace(vote, options=tuple(replace(option, idea=_if_kept(option.idea, is_kept)) for option in vote.options))


def _prototype(prototype: Prototype, is_kept: Callable[[str], bool]) -> Prototype:
    """One that carried on another begins here."""
    name = prototype.id if "#" not in prototype.id or is_kept(prototype.id) else prototype.id.rpartition("#")[2]
    return replace(prototype, id=Reference(name), idea=_if_kept(prototype.idea, is_kept))


def _if_kept(reference: Reference | None, is_kept: Callable[[str], bool]) -> Reference | None:
    return reference if reference is not None and is_kept(reference) else None
