"""Every decision of the project, meeting by meeting: what was voted on, and what became of what was tried out."""

from collections.abc import Iterable, Iterator

from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.design import VERDICTS, Prototype


@dataclass(frozen=True, slots=True)
class MeetingDecisions:
    """What one post tells of: its votes, and its verdicts on prototypes, in the order in which they are written."""

    entry: DiaryEntry
    votes: tuple[CountedVote, ...]
    verdicts: tuple[Prototype, ...]


def decisions(entries: Iterable[DiaryEntry]) -> Iterator[MeetingDecisions]:
    """The decisions of `entries`, in their order."""
    for entry in entries:
        verdicts = tuple(prototype for prototype in entry.post.prototypes if prototype.status in VERDICTS)
        if entry.votes or verdicts:
            yield MeetingDecisions(entry, entry.votes, verdicts)
