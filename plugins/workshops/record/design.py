"""What service design makes: ideas, personas, journeys, blueprints and prototypes."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from plugins.contract.values import Between, Id, Reference, Text, Words, Written
from plugins.moments import When

PrototypeStatus = Literal["designing", "testing", "adopted", "adapted", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A service that somebody proposed."""

    id: Annotated[Id, "A short name, unique in the whole diary."]
    name: Annotated[Text, "What it is called."]
    about: Annotated[Words | None, "What it is, in a sentence."] = None
    sources: Annotated[
        tuple[Reference, ...],
        "The insights, problems and opportunities it grew from.",
        Written("from"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A made-up person who stands for many; never one real person."""

    id: Annotated[Id, "A short name, unique in this post."]
    name: Annotated[Text, "A made-up name."]
    composite: Annotated[bool, "`true`: says that this is nobody in particular. It must be there."]
    age: Annotated[Text | None, "Their age, or a span such as “17 to 19”."] = None
    quote: Annotated[Text | None, "Something they might say."] = None
    goals: Annotated[tuple[Words, ...], "What they want."] = ()
    needs: Annotated[tuple[Words, ...], "What they need for that."] = ()
    barriers: Annotated[tuple[Words, ...], "What stands in the way."] = ()
    strengths: Annotated[tuple[Words, ...], "What they bring."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sticky note: an insight, a problem or an opportunity."""

    plain: ClassVar[str] = "text"

    text: Annotated[Words, "What the note says."]
    id: Annotated[Id | None, "A short name, so that an idea can say where it came from."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a journey."""

    name: Annotated[Text, "What the stage is called."]
    age: Annotated[Text | None, "How old the person is then."] = None
    actions: Annotated[tuple[Words, ...], "What they do."] = ()
    touchpoints: Annotated[tuple[Words, ...], "Whom and what they meet."] = ()
    thoughts: Annotated[tuple[Words, ...], "What they think."] = ()
    feeling: Annotated[int | None, Between(-2, 2), "How it feels, from -2 (very bad) to 2 (very good)."] = None
    insights: Annotated[tuple[Note, ...], "What the group learned."] = ()
    problems: Annotated[tuple[Note, ...], "What goes wrong."] = ()
    opportunities: Annotated[tuple[Note, ...], "What could be better."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What somebody goes through, stage by stage."""

    id: Annotated[Id, "A short name, unique in this post."]
    title: Annotated[Text, "What the journey is called."]
    persona: Annotated[Reference | None, "Whose journey it is."] = None
    stages: Annotated[tuple[Stage, ...], "The stages, in order."]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintStep:
    """One step of a service, from what the customer sees down to what holds it up."""

    step: Annotated[Text, "What the step is called."]
    evidence: Annotated[tuple[Words, ...], "What the customer can see or hold."] = ()
    customer_actions: Annotated[tuple[Words, ...], "What the customer does."] = ()
    frontstage: Annotated[tuple[Words, ...], "What the service does where the customer sees it."] = ()
    backstage: Annotated[tuple[Words, ...], "What the service does out of sight."] = ()
    support_processes: Annotated[tuple[Words, ...], "What holds it up: systems, money, other people."] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """How a service works, seen from the people who use it."""

    idea: Annotated[tuple[Reference, ...], "The idea, or ideas, it is a blueprint of."] = ()
    service: Annotated[Text | None, "Its name, when it is a service that exists."] = None
    steps: Annotated[tuple[BlueprintStep, ...], "The steps, in order."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prototype:
    """An idea tried out in practice; a later post carries it on under `file-slug#id`."""

    id: Annotated[Reference, "A short name; `file-slug#id` carries on one of an earlier post."]
    idea: Annotated[Reference | None, "The idea it tries out."] = None
    status: Annotated[PrototypeStatus, "`designing`, `testing`, `adopted`, `adapted` or `dropped`."]
    tested: Annotated[When | None, "When it was tried."] = None
    where: Annotated[Text | None, "Where it was tried."] = None
    learned: Annotated[Words | None, "What was learned."] = None
    next: Annotated[Words | None, "What comes next."] = None
