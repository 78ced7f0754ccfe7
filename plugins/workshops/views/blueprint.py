"""A blueprint: the lanes of a service, step by step, with the three lines drawn between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plugins.story.html import Html
from plugins.workshops.record.design import Blueprint, BlueprintStep

LANES = (
    ("evidence", "What the customer can see or hold", ""),
    ("customer_actions", "What the customer does", ""),
    ("frontstage", "What the service does in sight", "Line of interaction"),
    ("backstage", "What the service does out of sight", "Line of visibility"),
    ("support_processes", "What holds it up", "Line of internal interaction"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintCell:
    """What one step has in one lane."""

    step: str
    lines: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintLane:
    """One lane; `lines_above` names the lines drawn between it and the lane shown before it."""

    heading: str
    lines_above: tuple[str, ...]
    cells: tuple[BlueprintCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintView:
    """A blueprint with the lanes that were worked on; `missing` names the others in a sentence, or is empty."""

    anchor: str
    title: str
    steps: tuple[str, ...]
    column_count: int
    lanes: tuple[BlueprintLane, ...]
    missing: str


def blueprint_view(blueprint: Blueprint, *, anchor: str, title: str, inline: Callable[[str], Html]) -> BlueprintView:
    """The lanes of a blueprint. A lane that nobody wrote anything into is told, not drawn empty."""
    lanes = tuple(_lane(name, heading, line, blueprint.steps, inline) for name, heading, line in LANES)
    empty = [lane.heading for lane in lanes if not any(cell.lines for cell in lane.cells)]
    return BlueprintView(
        anchor=anchor,
        title=title,
        steps=tuple(step.step for step in blueprint.steps),
        column_count=len(blueprint.steps) + 1,
        lanes=tuple(_with_lines(lanes)),
        missing=_missing(empty),
    )


def _lane(
    name: str, heading: str, line: str, steps: tuple[BlueprintStep, ...], inline: Callable[[str], Html]
) -> BlueprintLane:
    cells = (BlueprintCell(step=step.step, lines=tuple(map(inline, getattr(step, name)))) for step in steps)
    return BlueprintLane(heading=heading, lines_above=(line,) if line else (), cells=tuple(cells))


def _with_lines(lanes: tuple[BlueprintLane, ...]) -> Iterator[BlueprintLane]:
    """The lanes that hold something, each under every line that lies between it and the one before."""
    crossed: tuple[str, ...] = ()
    is_first = True
    for lane in lanes:
        crossed += lane.lines_above
        if any(cell.lines for cell in lane.cells):
            yield replace(lane, lines_above=() if is_first else crossed)
            crossed, is_first = (), False


def _missing(headings: list[str]) -> str:
    if not headings:
        return ""
    named = [heading[:1].lower() + heading[1:] for heading in headings]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"Not written down: {listed}."
