"""A journey map: a table of stages with sticky notes, and the feeling as a line whose values stand there too."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import journeys as words
from plugins.words import notes as note_words
from plugins.workshops.record.design import Journey, Note, Stage
from plugins.workshops.views.language import LanguageMarkup

NoteKind = Literal["insight", "problem", "opportunity", "idea", "quote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One note: `kind` chooses its paper and sign, `word` says it, `anchor` is empty where nothing points at it."""

    kind: NoteKind
    word: str
    text: Html
    anchor: str = ""


def note_views(kind: NoteKind, notes: Iterable[Note], *, said: LanguageMarkup) -> tuple[NoteView, ...]:
    """The notes of one kind, in the order in which they were written."""
    return tuple(
        NoteView(kind=kind, word=note_words.KINDS[kind], text=said.inline(note.text), anchor=note.id or "")
        for note in notes
    )


STAGE_WIDTH = 100
_MIDDLE = 50
_STEP = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFeeling:
    """How a stage feels: in a word, empty where nobody said, and as a point in the drawing's own units."""

    word: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCell:
    """What one stage has in one row: lines of text, or notes."""

    lines: tuple[Html, ...] = ()
    notes: tuple[NoteView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyRow:
    """One row of the map, a cell a stage."""

    heading: str
    cells: tuple[JourneyCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyStage:
    """The heading of one column."""

    name: Html
    age: Html | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyView:
    """A journey; `feelings`, a stage each, and `width` draw the line of feeling, `lines` join neighbouring points.

    A stage without a feeling leaves a gap in the line: nothing is drawn where nothing was said. A journey that says of
    no stage how it feels has no `feelings`.
    """

    anchor: str
    title: Html
    caption: Html
    persona: Html | None
    persona_href: str
    stages: tuple[JourneyStage, ...]
    rows: tuple[JourneyRow, ...]
    width: int
    feelings: tuple[StageFeeling, ...]
    lines: tuple[str, ...]


def journey_view(journey: Journey, *, persona: Html | None, persona_href: str, said: LanguageMarkup) -> JourneyView:
    """The map of a journey; `persona` is the name of whose it is."""
    return JourneyView(
        anchor=journey.id,
        title=said.plain(journey.title),
        caption=said.within(words.caption(journey.title), journey.title),
        persona=persona,
        persona_href=persona_href,
        stages=tuple(
            JourneyStage(
                name=said.plain(stage.name), age=said.within(words.age(stage.age), stage.age) if stage.age else None
            )
            for stage in journey.stages
        ),
        rows=tuple(_rows(journey.stages, said)),
        width=STAGE_WIDTH * len(journey.stages),
        feelings=_feelings(journey.stages),
        lines=tuple(_lines(journey.stages)),
    )


def _rows(stages: tuple[Stage, ...], said: LanguageMarkup) -> Iterable[JourneyRow]:
    rows = (
        (words.ACTIONS, [tuple(map(said.inline, stage.actions)) for stage in stages]),
        (words.TOUCHPOINTS, [tuple(map(said.inline, stage.touchpoints)) for stage in stages]),
        (words.THOUGHTS, [tuple(map(said.inline, stage.thoughts)) for stage in stages]),
    )
    for heading, columns in rows:
        if any(columns):
            yield JourneyRow(heading=heading, cells=tuple(JourneyCell(lines=lines) for lines in columns))
    cells = tuple(JourneyCell(notes=_notes(stage, said)) for stage in stages)
    if any(cell.notes for cell in cells):
        yield JourneyRow(heading=words.NOTES, cells=cells)


def _notes(stage: Stage, said: LanguageMarkup) -> tuple[NoteView, ...]:
    return (
        *note_views("insight", stage.insights, said=said),
        *note_views("problem", stage.problems, said=said),
        *note_views("opportunity", stage.opportunities, said=said),
    )


def _feelings(stages: tuple[Stage, ...]) -> tuple[StageFeeling, ...]:
    if all(stage.feeling is None for stage in stages):
        return ()
    return tuple(
        StageFeeling(
            word=words.FEELINGS[stage.feeling] if stage.feeling is not None else "",
            x=index * STAGE_WIDTH + STAGE_WIDTH // 2,
            y=_MIDDLE - (stage.feeling or 0) * _STEP,
        )
        for index, stage in enumerate(stages)
    )


def _lines(stages: tuple[Stage, ...]) -> Iterable[str]:
    half = STAGE_WIDTH // 2
    for start, end in pairwise(_feelings(stages)):
        if start.word and end.word:
            yield f"M{start.x} {start.y}C{start.x + half} {start.y} {end.x - half} {end.y} {end.x} {end.y}"
