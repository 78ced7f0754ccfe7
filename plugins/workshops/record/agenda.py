"""The agenda: what a session was made of, as planned and as it went [subEvent]."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from plugins.contract.values import Count, FilePath, Id, Text, WebAddress, Words
from plugins.moments import Clock

AgendaKind = Literal["welcome", "icebreaker", "talk", "exercise", "discussion", "vote", "feedback", "break", "meal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A hand-out, a slide or a link that a part of the session used."""

    title: Annotated[Text, "What it is called."]
    file: Annotated[FilePath | None, "The file, lying beside the post."] = None
    url: Annotated[WebAddress | None, "Its address, when it lies elsewhere."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What happened, beside the plan."""

    start: Annotated[Clock | None, "When it really began."] = None
    minutes: Annotated[Count | None, "How long it really took."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """One part of a session, on the agenda itself or inside one of its items."""

    plain: ClassVar[str] = "title"

    title: Annotated[Text, "What was done."]
    kind: Annotated[AgendaKind | None, "What sort of part it was."] = None
    start: Annotated[Clock | None, "When it was planned to begin."] = None
    minutes: Annotated[Count | None, "How long it was planned to take."] = None
    lead: Annotated[Text | None, "Who led it."] = None
    notes: Annotated[Words | None, "What a reader should know of it."] = None
    materials: Annotated[tuple[Material, ...], "Hand-outs and links."] = ()
    actual: Annotated[Actual | None, "What happened, beside the plan."] = None
    result: Annotated[Words | None, "What came of it."] = None
    vote: Annotated[Id | None, "The id of the vote that was taken."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(AgendaPart):
    """One item of the agenda; it may hold parts, one level deep."""

    items: Annotated[tuple[AgendaPart, ...], "The parts it was made of."] = ()
