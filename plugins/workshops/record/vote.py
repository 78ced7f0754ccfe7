"""A question that was put to the room, and how the room answered."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import COUNTED, ONE_BY_ONE, PUBLIC, Count, Counts, Id, Label, Reference, Text, Words
from plugins.moments import When
from plugins.records import dataclass

VoteMethod = Literal["show-of-hands", "approval", "dots", "score", "ranked", "not-known"]
METHOD_NOT_KNOWN: VoteMethod = "not-known"
Counting = Literal["instant-runoff", "stv", "borda"]
ONE_SEAT = Count(1)
CountsKept = Literal["kept", "agreed", "not-kept", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that could be voted for."""

    plain: ClassVar[str] = "name"

    name: Annotated[Text, "What people voted for, as the room was told.", PUBLIC]
    id: Annotated[Id | None, "A short name for rankings.", PUBLIC] = None
    about: Annotated[Words | None, "What it is, in a sentence.", PUBLIC] = None
    idea: Annotated[Reference | None, "The idea it stands for.", PUBLIC] = None
    votes: Annotated[Count | None, "How many votes (or dots) it got.", COUNTED] = None
    scores: Annotated[Counts | None, "For `score`: how many gave each score, such as `{5: 3, 4: 1}`.", COUNTED] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One ranking, and how many people handed it in."""

    ranking: Annotated[tuple[Label, ...], "Option ids, the favourite first.", COUNTED]
    count: Annotated[Count, "How many people ranked them so.", COUNTED]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreScale:
    """The least and the most that an option could be given."""

    least: Annotated[int, "The lowest score.", PUBLIC]
    most: Annotated[int, "The highest score.", PUBLIC]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote: the question, the options, the counts if they may be told, and what was chosen."""

    id: Annotated[Id, "A short name for it, unique in this post.", PUBLIC]
    question: Annotated[Text, "What the room was asked.", PUBLIC]
    method: Annotated[
        VoteMethod,
        "`show-of-hands` (one each), `approval` (any number each), `dots`, `score`, `ranked`, or `not-known`.",
        PUBLIC,
    ]
    dots_each: Annotated[Count | None, "For `dots`: how many dots each person had.", PUBLIC] = None
    scale: Annotated[ScoreScale | None, "For `score`: the lowest and the highest score.", PUBLIC] = None
    seats: Annotated[Count, "How many options are chosen; 1 when left out.", PUBLIC] = ONE_SEAT
    present: Annotated[Count | None, "How many people were in the room.", COUNTED] = None
    abstained: Annotated[Count | None, "How many chose not to vote.", COUNTED] = None
    spoiled: Annotated[Count | None, "How many papers could not be counted.", COUNTED] = None
    options: Annotated[tuple[Option, ...], "What could be voted for.", COUNTED] = ()
    ballots: Annotated[tuple[Ballot, ...], "For `ranked`: the rankings and how many handed in each.", ONE_BY_ONE] = ()
    counting: Annotated[Counting | None, "For `ranked`: `instant-runoff`, `stv` or `borda`.", PUBLIC] = None
    counts: Annotated[
        CountsKept,
        "`kept`, `agreed` (the group agreed that they are published), `not-kept`, or `withheld`.",
        PUBLIC,
    ] = "kept"
    chosen: Annotated[
        tuple[Text, ...] | None,
        "What was chosen: needed when counts are not kept or to settle a tie; `[]` says that nothing was decided.",
        PUBLIC,
    ] = None
    tie_break: Annotated[Words | None, "How a tie was settled.", COUNTED] = None
    closed: Annotated[When | None, "When voting ended.", PUBLIC] = None
