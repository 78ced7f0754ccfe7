"""The evidence for an idea as a drawing: what it grew from runs together in it, and goes on to what became of it.

Lengths are in the drawing's own units, and every step has a row of its own: words never have to be cut.
"""

from collections.abc import Iterator

from plugins.records import dataclass
from plugins.words import ideas, notes, prototypes, workshops
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import IdeaStory
from plugins.workshops.record.design import VERDICTS

_WIDTH, _ROW = 320, 50
_MAIN, _LANE, _MOST_LANES = 12, 14, 4
"""Where the line of the idea itself runs, how far beside it each of those runs that join it, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePoint:
    """One step: where its sign stands, and what is said beside it; `is_open` says that nothing came of it here."""

    x: int
    y: int
    kind: str
    is_open: bool
    label: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """The whole drawing; `lines` are paths, `ahead` the one that is still to be drawn, or empty."""

    width: int
    height: int
    text_x: int
    points: tuple[EvidencePoint, ...]
    lines: tuple[str, ...]
    ahead: str


def evidence_view(story: IdeaStory) -> EvidenceView:
    """The chain from what was noticed to what came of it."""
    origins = len(story.origins)
    lanes = [_MAIN + _LANE * min(index, _MOST_LANES - 1) for index in range(origins)]
    points = tuple(
        EvidencePoint(
            x=lanes[row] if row < origins else _MAIN,
            y=row * _ROW + _ROW // 2,
            kind=kind,
            is_open=is_open,
            label=label,
            detail=detail,
        )
        for row, (kind, is_open, label, detail) in enumerate(_steps(story))
    )
    idea, last = points[origins], points[-1]
    joined = tuple(_joining(point, idea) for point in points[:origins])
    is_going_on = not (story.trials and story.trials[-1].latest.status in VERDICTS)
    return EvidenceView(
        width=_WIDTH,
        height=len(points) * _ROW + (_ROW // 2 if is_going_on else 0),
        text_x=max((*lanes, _MAIN)) + 26,
        points=points,
        lines=(*joined, *((f"M{_MAIN} {idea.y}V{last.y}",) if last is not idea else ())),
        ahead=f"M{_MAIN} {last.y}v{_ROW}" if is_going_on else "",
    )


def _joining(origin: EvidencePoint, idea: EvidencePoint) -> str:
    """Down its own lane, and over to the idea in the last row."""
    bend = idea.y - _ROW
    return f"M{origin.x} {origin.y}V{bend}C{origin.x} {bend + 30} {idea.x} {idea.y - 30} {idea.x} {idea.y}"


def _steps(story: IdeaStory) -> Iterator[tuple[str, bool, str, str]]:
    for origin in story.origins:
        yield origin.kind, False, notes.KINDS[origin.kind], _where(origin.entry)
    yield "idea", False, notes.KINDS["idea"], _where(story.entry)
    for vote in story.votes:
        has_won = vote.outcome in ("chosen", "highest")
        yield "vote", not has_won, ideas.VOTES_DRAWN[vote.outcome], _where(vote.entry, "vote")
    for drawn in story.blueprints:
        yield "blueprint", False, ideas.DRAWN_STANDING, _where(drawn.entry, "blueprint")
    for entry, prototype in (report for trial in story.trials for report in trial.reports):
        kind = "verdict" if prototype.status in VERDICTS else "prototype"
        yield kind, prototype.status == "dropped", prototypes.STATUSES[prototype.status], _where(entry, kind)


def _where(entry: DiaryEntry, step: str = "") -> str:
    workshop = entry.post.workshop
    place = workshops.label(workshop.number) if workshop else ideas.IN_A_POST
    return ideas.step_at(ideas.STEPS[step], place) if step else place
