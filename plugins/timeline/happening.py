"""Something that happened, or is to happen, and the post that tells of it."""

from typing import Literal, assert_never, get_args

from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.asks import Ask
from plugins.workshops.facts.series import SeriesWorkshop
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.design import Prototype
from plugins.workshops.record.feedback import Answer
from plugins.workshops.record.post import Milestone

Kind = Literal["workshop", "milestone", "vote", "prototype", "answer"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Votes that were taken at one time."""

    votes: tuple[CountedVote, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A report on a prototype, and the idea that it tries out, where that is known."""

    prototype: Prototype
    idea: str | None


@dataclass(frozen=True, slots=True)
class Trials:
    """Prototypes that were started, or judged, at one time."""

    judged: bool
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An ask, and one answer to it."""

    ask: Ask
    answer: Answer


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers that were given at one time."""

    given: tuple[Answered, ...]


Subject = SeriesWorkshop | Milestone | Decisions | Trials | Answers
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One point of the timeline.

    `when` is as far as its date is known; `placed` is the date that it is put in order by, which for something
    without a date of its own is that of the post. Both are None for a workshop whose day is not known yet.
    `anchor` is its name on the timeline, which no other point has.
    """

    entry: DiaryEntry
    subject: Subject
    when: When | None
    placed: When | None
    anchor: str

    @property
    def first_anchor(self) -> str:
        """Its anchor as it was when its post had its first address."""
        first = self.entry.first_address.rstrip("/").removesuffix(".html").rpartition("/")[2]
        return first + self.anchor.removeprefix(self.entry.slug)

    @property
    def kind(self) -> Kind:
        """What sort of point it is."""
        match self.subject:
            case SeriesWorkshop():
                return "workshop"
            case Milestone():
                return "milestone"
            case Decisions():
                return "vote"
            case Trials():
                return "prototype"
            case Answers():
                return "answer"
            case _:
                assert_never(self.subject)
