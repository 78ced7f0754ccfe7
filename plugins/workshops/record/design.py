"""What service design makes: ideas, personas, journeys, blueprints and prototypes."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import PUBLIC, Between, Id, Reference, Text, Words, Written
from plugins.moments import When
from plugins.records import dataclass

PrototypeStatus = Literal["designing", "testing", "adopted", "adapted", "dropped"]
VERDICTS: frozenset[PrototypeStatus] = frozenset({"adopted", "adapted", "dropped"})
"""What ends a trial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A service that somebody proposed."""

    id: Annotated[Id, "A short name, unique in the whole diary.", PUBLIC]
    name: Annotated[Text, "What it is called.", PUBLIC]
    about: Annotated[Words | None, "What it is, in a sentence.", PUBLIC] = None
    sources: Annotated[
        tuple[Reference, ...],
        "The insights, problems and opportunities it grew from.",
        Written("from"),
        PUBLIC,
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A made-up person who stands for many; never one real person."""

    id: Annotated[Id, "A short name, unique in this post.", PUBLIC]
    name: Annotated[Text, "A made-up name.", PUBLIC]
    composite: Annotated[bool, "`true`: says that this is nobody in particular. It must be there.", PUBLIC]
    age: Annotated[Text | None, "Their age, or a span such as “17 to 19”.", PUBLIC] = None
    quote: Annotated[Text | None, "Something they might say.", PUBLIC] = None
    goals: Annotated[tuple[Words, ...], "What they want.", PUBLIC] = ()
    needs: Annotated[tuple[Words, ...], "What they need for that.", PUBLIC] = ()
    barriers: Annotated[tuple[Words, ...], "What stands in the way.", PUBLIC] = ()
    strengths: Annotated[tuple[Words, ...], "What they bring.", PUBLIC] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sticky note: an insight, a problem or an opportunity."""

    plain: ClassVar[str] = "text"

    text: Annotated[Words, "What the note says.", PUBLIC]
    id: Annotated[Id | None, "A short name, so that an idea can say where it came from.", PUBLIC] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a journey."""

    name: Annotated[Text, "What the stage is called.", PUBLIC]
    age: Annotated[Text | None, "How old the person is then.", PUBLIC] = None
    actions: Annotated[tuple[Words, ...], "What they do.", PUBLIC] = ()
    touchpoints: Annotated[tuple[Words, ...], "Whom and what they meet.", PUBLIC] = ()
    thoughts: Annotated[tuple[Words, ...], "What they think.", PUBLIC] = ()
    feeling: Annotated[int | None, Between(-2, 2), "How it feels, from -2 (very bad) to 2 (very good).", PUBLIC] = None
    insights: Annotated[tuple[Note, ...], "What the group learned.", PUBLIC] = ()
    problems: Annotated[tuple[Note, ...], "What goes wrong.", PUBLIC] = ()
    opportunities: Annotated[tuple[Note, ...], "What could be better.", PUBLIC] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What somebody goes through, stage by stage."""

    id: Annotated[Id, "A short name, unique in this post.", PUBLIC]
    title: Annotated[Text, "What the journey is called.", PUBLIC]
    persona: Annotated[Reference | None, "Whose journey it is.", PUBLIC] = None
    stages: Annotated[tuple[Stage, ...], "The stages, in order.", PUBLIC]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintStep:
    """One step of a service, from what the customer sees down to what holds it up."""

    step: Annotated[Text, "What the step is called.", PUBLIC]
    evidence: Annotated[tuple[Words, ...], "What the customer can see or hold.", PUBLIC] = ()
    customer_actions: Annotated[tuple[Words, ...], "What the customer does.", PUBLIC] = ()
    frontstage: Annotated[tuple[Words, ...], "What the service does where the customer sees it.", PUBLIC] = ()
    backstage: Annotated[tuple[Words, ...], "What the service does out of sight.", PUBLIC] = ()
    support_processes: Annotated[tuple[Words, ...], "What holds it up: systems, money, other people.", PUBLIC] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """How a service works, seen from the people who use it."""

    idea: Annotated[tuple[Reference, ...], "The idea, or ideas, it is a blueprint of.", PUBLIC] = ()
    service: Annotated[Text | None, "Its name, when it is a service that exists.", PUBLIC] = None
    steps: Annotated[tuple[BlueprintStep, ...], "The steps, in order.", PUBLIC]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prototype:
    """An idea tried out in practice; a later post carries it on under `file-slug#id`."""

    id: Annotated[Reference, "A short name; `file-slug#id` carries on one of an earlier post.", PUBLIC]
    idea: Annotated[Reference | None, "The idea it tries out.", PUBLIC] = None
    status: Annotated[PrototypeStatus, "`designing`, `testing`, `adopted`, `adapted` or `dropped`.", PUBLIC]
    tested: Annotated[When | None, "When it was tried.", PUBLIC] = None
    where: Annotated[Text | None, "Where it was tried.", PUBLIC] = None
    learned: Annotated[Words | None, "What was learned.", PUBLIC] = None
    next: Annotated[Words | None, "What comes next.", PUBLIC] = None
