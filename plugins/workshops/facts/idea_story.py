"""An idea's story across posts: what it grew from, who proposed it, how it was voted on, drawn, tried and judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.design import Blueprint, Idea, Note, Prototype
from plugins.workshops.record.vote import Option


@dataclass(frozen=True, slots=True)
class Origin:
    """A sticky note that an idea grew from; `kind` is `insight`, `problem` or `opportunity`."""

    entry: DiaryEntry
    kind: str
    note: Note


VoteOutcome = Literal["chosen", "not-chosen", "highest", "not-highest", "nothing", "tie", "untold"]


@dataclass(frozen=True, slots=True)
class VoteOnIdea:
    """A vote in which the idea stood; the option is the one that stands for it."""

    entry: DiaryEntry
    counted: CountedVote
    option: Option

    @property
    def outcome(self) -> VoteOutcome:
        """What the vote says of the option. A score is a measure: it chooses nothing until somebody says so."""
        counted = self.counted
        if counted.decided is None:
            return "tie" if counted.tally else "untold"
        if not counted.decided:
            return "nothing"
        is_leading = self.option.name in counted.decided
        if counted.is_choice:
            return "chosen" if is_leading else "not-chosen"
        return "highest" if is_leading else "not-highest"


@dataclass(frozen=True, slots=True)
class BlueprintOfIdea:
    """A blueprint drawn of the idea; `position` is its place among the post's blueprints."""

    entry: DiaryEntry
    position: int
    blueprint: Blueprint


@dataclass(frozen=True, slots=True)
class Trial:
    """A prototype of the idea: every report on it, in the order of the posts."""

    reports: tuple[tuple[DiaryEntry, Prototype], ...]

    @property
    def latest(self) -> Prototype:
        return self.reports[-1][1]


@dataclass(frozen=True, slots=True)
class IdeaStory:
    """One idea, and everything that the diary tells of it."""

    idea: Idea
    entry: DiaryEntry
    origins: tuple[Origin, ...] = ()
    votes: tuple[VoteOnIdea, ...] = ()
    blueprints: tuple[BlueprintOfIdea, ...] = ()
    trials: tuple[Trial, ...] = ()


@dataclass
class _Gathered:
    origins: list[Origin] = field(default_factory=list)
    votes: list[VoteOnIdea] = field(default_factory=list)
    blueprints: list[BlueprintOfIdea] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)


def idea_stories(entries: Sequence[DiaryEntry]) -> tuple[IdeaStory, ...]:
    """The story of every idea in `entries` (in the order in which they happened), in the order of their proposal.

    An idea proposed outside `entries`, on a standing page say, may be voted on in them; it has no story here.
    """
    proposed = [(idea, entry) for entry in entries for idea in entry.post.ideas]
    gathered: dict[str, _Gathered] = {idea.id: _Gathered() for idea, _ in proposed}
    notes = _notes(entries)
    for idea, entry in proposed:
        origins = (notes.get(_whole(reference, entry)) for reference in idea.sources)
        gathered[idea.id].origins.extend(origin for origin in origins if origin)
    for entry in entries:
        _gather_votes(entry, gathered)
        _gather_blueprints(entry, gathered)
    for trial, name in _trials(entries):
        if name in gathered:
            gathered[name].trials.append(trial)
    return tuple(_story(idea, entry, gathered[idea.id]) for idea, entry in proposed)


def _story(idea: Idea, entry: DiaryEntry, gathered: _Gathered) -> IdeaStory:
    return IdeaStory(
        idea=idea,
        entry=entry,
        origins=tuple(gathered.origins),
        votes=tuple(gathered.votes),
        blueprints=tuple(gathered.blueprints),
        trials=tuple(gathered.trials),
    )


def _whole(reference: str, entry: DiaryEntry) -> tuple[str, str]:
    slug, _, name = reference.rpartition("#")
    return slug or entry.slug, name


def _notes(entries: Iterable[DiaryEntry]) -> Mapping[tuple[str, str], Origin]:
    return {
        (entry.slug, note.id): Origin(entry, kind, note)
        for entry in entries
        for journey in entry.post.journeys
        for stage in journey.stages
        for kind, notes in (
            ("insight", stage.insights),
            ("problem", stage.problems),
            ("opportunity", stage.opportunities),
        )
        for note in notes
        if note.id
    }


def _idea_id(reference: str | None) -> str:
    return (reference or "").rpartition("#")[2]


def _gather_votes(entry: DiaryEntry, gathered: Mapping[str, _Gathered]) -> None:
    for counted in entry.votes:
        for option in counted.vote.options:
            if (name := _idea_id(option.idea)) in gathered:
                gathered[name].votes.append(VoteOnIdea(entry, counted, option))


def _gather_blueprints(entry: DiaryEntry, gathered: Mapping[str, _Gathered]) -> None:
    for position, blueprint in enumerate(entry.post.blueprints):
        for reference in blueprint.idea:
            if (name := _idea_id(reference)) in gathered:
                gathered[name].blueprints.append(BlueprintOfIdea(entry, position, blueprint))


def _trials(entries: Iterable[DiaryEntry]) -> list[tuple[Trial, str]]:
    reports: dict[tuple[str, str], list[tuple[DiaryEntry, Prototype]]] = {}
    for entry in entries:
        for prototype in entry.post.prototypes:
            reports.setdefault(_whole(prototype.id, entry), []).append((entry, prototype))
    return [
        (
            Trial(tuple(reports_of_one)),
            next((_idea_id(prototype.idea) for _, prototype in reports_of_one if prototype.idea), ""),
        )
        for reports_of_one in reports.values()
    ]
