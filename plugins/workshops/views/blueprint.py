"""A blueprint: the lanes of a service, step by step, with the three lines drawn between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.story.html import Html
from plugins.words import blueprints
from plugins.workshops.record.design import Blueprint, BlueprintStep
from plugins.workshops.views.language import PostTextRenderer


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
    title: Html
    caption: Html
    steps: tuple[Html, ...]
    column_count: int
    lanes: tuple[BlueprintLane, ...]
    missing: str


def blueprint_view(
    blueprint: Blueprint, *, anchor: str, services: Sequence[str], said: PostTextRenderer
) -> BlueprintView:
    """The lanes of a blueprint of `services`. A lane that nobody wrote anything into is told, not drawn empty."""
    title = blueprints.title(services)
    lanes = {name: _lane(name, blueprint.steps, said) for name in blueprints.LANES}
    empty = [name for name, lane in lanes.items() if not any(cell.lines for cell in lane.cells)]
    return BlueprintView(
        anchor=anchor,
        title=said.within(title, *services),
        caption=said.within(blueprints.caption(title), *services),
        steps=tuple(said.plain(step.step) for step in blueprint.steps),
        column_count=len(blueprint.steps) + 1,
        lanes=tuple(_with_lines(lanes.values())),
        missing=blueprints.missing(empty),
    )


def _lane(name: str, steps: tuple[BlueprintStep, ...], said: PostTextRenderer) -> BlueprintLane:
    line = blueprints.LINES.get(name)
    cells = (BlueprintCell(step=step.step, lines=tuple(map(said.inline, getattr(step, name)))) for step in steps)
    return BlueprintLane(heading=blueprints.LANES[name], lines_above=(line,) if line else (), cells=tuple(cells))


def _with_lines(lanes: Iterable[BlueprintLane]) -> Iterator[BlueprintLane]:
    """The lanes that hold something, each under every line that lies between it and the one before."""
    crossed: tuple[str, ...] = ()
    is_first = True
    for lane in lanes:
        crossed += lane.lines_above
        if any(cell.lines for cell in lane.cells):
            yield replace(lane, lines_above=() if is_first else crossed)
            crossed, is_first = (), False
