"""Whether a workshop is told of as something that was, or is to come."""

from typing import Literal

from plugins.workshops.facts.series import SeriesState

Phase = Literal["over", "ahead", "off"]


def phase(state: SeriesState, *, is_overdue: bool = False) -> Phase:
    """`off` is neither: called off, put off, or planned for a date that has passed without a word of how it went."""
    if state == "held":
        return "over"
    return "ahead" if state in ("next", "planned") and not is_overdue else "off"
