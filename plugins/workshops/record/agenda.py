"""The agenda: what a session was made of, as planned and as it went [subEvent]."""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from plugins.contract.values import PUBLIC, Count, FilePath, Id, Reference, Text, WebAddress, Words
from plugins.moments import Clock
from plugins.records import dataclass

AgendaKind = Literal["welcome", "icebreaker", "talk", "exercise", "discussion", "vote", "feedback", "break", "meal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A hand-out, a slide or a link that a part of the session used."""

    title: Annotated[Text, "What it is called.", PUBLIC]
    file: Annotated[FilePath | None, "The file, lying beside the post.", PUBLIC] = None
    url: Annotated[WebAddress | None, "Its address, when it lies elsewhere.", PUBLIC] = None
    read_by_eye: Annotated[
        bool, "`true` says that somebody has read every page of a PDF that holds pictures of words."
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What happened, beside the plan."""

    start: Annotated[Clock | None, "When it really began.", PUBLIC] = None
    minutes: Annotated[Count | None, "How long it really took.", PUBLIC] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """One part of a session, on the agenda itself or inside one of its items."""

    plain: ClassVar[str] = "title"

    title: Annotated[Text, "What was done.", PUBLIC]
    kind: Annotated[AgendaKind | None, "What sort of part it was.", PUBLIC] = None
    start: Annotated[Clock | None, "When it was planned to begin.", PUBLIC] = None
    minutes: Annotated[Count | None, "How long it was planned to take.", PUBLIC] = None
    lead: Annotated[Text | None, "Who led it.", PUBLIC] = None
    notes: Annotated[Words | None, "What a reader should know of it.", PUBLIC] = None
    materials: Annotated[tuple[Material, ...], "Hand-outs and links.", PUBLIC] = ()
    actual: Annotated[Actual | None, "What happened, beside the plan.", PUBLIC] = None
    result: Annotated[Words | None, "What came of it.", PUBLIC] = None
    vote: Annotated[Id | None, "The id of the vote that was taken.", PUBLIC] = None
    answers: Annotated[
        tuple[Reference, ...],
        "The asks that were answered in it, as `answers` names them: `file-slug#id`.",
        PUBLIC,
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(AgendaPart):
    """One item of the agenda; it may hold parts, one level deep."""

    items: Annotated[tuple[AgendaPart, ...], "The parts it was made of.", PUBLIC] = ()


def numbered_parts(items: Sequence[AgendaItem]) -> Iterator[tuple[str, AgendaPart]]:
    """Every part of an agenda with its number: `3`, and `3-2` for the second part of the third item."""
    for number, item in enumerate(items, start=1):
        yield str(number), item
        yield from ((f"{number}-{inner}", part) for inner, part in enumerate(item.items, start=1))
