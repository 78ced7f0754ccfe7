"""An idea's story across posts: what it grew from, who proposed it, how it was voted on, drawn, tried and judged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from plugins.records import dataclass
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


def idea_stories(entries: Sequence[DiaryEntry]) -> tuple[IdeaStory, ...]:
    """The story of every idea in `entries` (in the order in which they happened), in the order of their proposal.

    An idea proposed outside `entries`, on a standing page say, may be voted on in them; it has no story here.
    """
    notes, votes, blueprints, trials = _notes(entries), _votes(entries), _blueprints(entries), _trials(entries)
    return tuple(
        IdeaStory(
            idea=idea,
            entry=entry,
            origins=tuple(note for source in idea.sources if (note := notes.get(_whole(source, entry)))),
            votes=tuple(votes[idea.id]),
            blueprints=tuple(blueprints[idea.id]),
            trials=tuple(trials[idea.id]),
        )
        for entry in entries
        for idea in entry.post.ideas
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


def _votes(entries: Iterable[DiaryEntry]) -> Mapping[str, list[VoteOnIdea]]:
    by_idea: defaultdict[str, list[VoteOnIdea]] = defaultdict(list)
    for entry in entries:
        for counted in entry.votes:
            for option in counted.vote.options:
                by_idea[_idea_id(option.idea)].append(VoteOnIdea(entry, counted, option))
    return by_idea


def _blueprints(entries: Iterable[DiaryEntry]) -> Mapping[str, list[BlueprintOfIdea]]:
    by_idea: defaultdict[str, list[BlueprintOfIdea]] = defaultdict(list)
    for entry in entries:
        for position, blueprint in enumerate(entry.post.blueprints):
            for reference in blueprint.idea:
                by_idea[_idea_id(reference)].append(BlueprintOfIdea(entry, position, blueprint))
    return by_idea


def _trials(entries: Iterable[DiaryEntry]) -> Mapping[str, list[Trial]]:
    reports: defaultdict[tuple[str, str], list[tuple[DiaryEntry, Prototype]]] = defaultdict(list)
    for entry in entries:
        for prototype in entry.post.prototypes:
            reports[_whole(prototype.id, entry)].append((entry, prototype))
    by_idea: defaultdict[str, list[Trial]] = defaultdict(list)
    for of_one in reports.values():
        idea = next((prototype.idea for _, prototype in of_one if prototype.idea), None)
        by_idea[_idea_id(idea)].append(Trial(tuple(of_one)))
    return by_idea
