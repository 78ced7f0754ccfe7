"""A blueprint: the lanes of a service, step by step, with the three lines drawn between them."""

from collections.abc import Sequence

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import blueprints
from plugins.workshops.record.design import Blueprint, BlueprintStep
from plugins.workshops.views.language import LanguageMarkup

_SEEN = frozenset({"evidence", "customer_actions", "frontstage"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintCell:
    """What one step has in one lane."""

    lines: tuple[Html, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintLane:
    """One lane; a lane that nobody wrote anything into has no `cells`.

    `line_above` names the line drawn between it and the lane above, or is empty. `is_seen` by the people who use it.
    """

    heading: str
    line_above: str
    is_seen: bool
    cells: tuple[BlueprintCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintView:
    """A blueprint: its steps, and its lanes from what people see to what the service depends on."""

    anchor: str
    title: Html
    caption: Html
    steps: tuple[Html, ...]
    column_count: int
    lanes: tuple[BlueprintLane, ...]


def blueprint_view(
    blueprint: Blueprint, *, anchor: str, services: Sequence[str], said: LanguageMarkup
) -> BlueprintView:
    """The lanes of a blueprint of `services`."""
    title = blueprints.title(services)
    return BlueprintView(
        anchor=anchor,
        title=said.within(title, *services),
        caption=said.within(blueprints.caption(title), *services),
        steps=tuple(said.plain(step.step) for step in blueprint.steps),
        column_count=len(blueprint.steps) + 1,
        lanes=tuple(_lane(name, blueprint.steps, said) for name in blueprints.LANES),
    )


def _lane(name: str, steps: tuple[BlueprintStep, ...], said: LanguageMarkup) -> BlueprintLane:
    cells = tuple(BlueprintCell(lines=tuple(map(said.inline, getattr(step, name)))) for step in steps)
    return BlueprintLane(
        heading=blueprints.LANES[name],
        line_above=blueprints.LINES.get(name, ""),
        is_seen=name in _SEEN,
        cells=cells if any(cell.lines for cell in cells) else (),
    )
