"""Dates and times as people type them, as the contract writes them: `10 October 2016, 2pm` is `2016-10-10 14:00`.

What could be two days, or another one each time, stays as it was typed, and is answered at its field.
"""

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.author.forms.state import State
from plugins.contract.scalars import Unreadable, read_moment, read_scalar
from plugins.contract.shape import Kind, Leaf, Many, Moment, Part, WordOrPart, shape_of
from plugins.moments import When

_ADVICE = re.compile(r"write ([0-9]{4}[-0-9: ]*)")


def with_dates(kind: Kind, state: State, zone: ZoneInfo) -> State:
    """The state with each date in the form in which calendars read it."""
    match kind:
        case Leaf() | Moment() if isinstance(state, str) and state:
            return _date(kind, " ".join(state.split()), zone) if _is_date(kind) else state
        case Many() if isinstance(state, tuple):
            return tuple(replace(item, value=with_dates(kind.of, item.value, zone)) for item in state)
        case Part() if not isinstance(state, str | tuple) and hasattr(state, "items"):
            fields = shape_of(kind.record).fields
            return {
                name: with_dates(fields[name].kind, each, zone) if name in fields else each
                for name, each in state.items()
            }
        case WordOrPart():
            return with_dates(kind.part, state, zone)
        case _:
            return state


def _is_date(kind: Leaf | Moment) -> bool:
    return isinstance(kind, Moment) or kind.type is When


def _date(kind: Leaf | Moment, text: str, zone: ZoneInfo) -> str:
    try:
        read_scalar(kind, text, zone) if isinstance(kind, Leaf) else read_moment(text, zone)
    except Unreadable as advice:
        found = _ADVICE.fullmatch(str(advice))
        return found[1] if found else text
    return text
