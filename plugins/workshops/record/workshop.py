"""The workshop itself [schema.org Event, iCalendar VEVENT]."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from plugins.contract.values import Count, Text, Words
from plugins.moments import Clock, When

WorkshopStatus = Literal["planned", "held", "postponed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where a workshop takes place [Place]."""

    plain: ClassVar[str] = "name"

    name: Annotated[Text, "What the place is called."]
    address: Annotated[Text | None, "Where it is, as on an envelope."] = None
    access: Annotated[Words | None, "How to get in: steps, lift, hearing loop, parking."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One group that was there. A group without a count was there; how many came is not known."""

    plain: ClassVar[str] = "group"

    group: Annotated[Text, "Who: “Care leavers”, “Housing”."]
    count: Annotated[Count | None, "How many came; leave it out when it is not known."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One workshop, planned or held."""

    number: Annotated[Count | None, "Its place in the series."] = None
    name: Annotated[Text | None, "What it is called, when that is not the title of the post."] = None
    start: Annotated[When | Clock | None, "When it starts: `2016-10-10 10:00`, or as much of it as is known."] = None
    end: Annotated[When | Clock | None, "When it ends: a clock time, or a date for one of several days."] = None
    venue: Annotated[Venue | None, "Where it takes place."] = None
    status: Annotated[WorkshopStatus | None, "`planned`, `held`, `postponed` or `cancelled`."] = None
    previously: Annotated[When | None, "The date it had before it was moved."] = None
    aims: Annotated[tuple[Words, ...], "What it is for."] = ()
    facilitators: Annotated[tuple[Text, ...], "Who leads it."] = ()
    attendance: Annotated[tuple[Attendance, ...], "Which groups came, with or without a count."] = ()
    ground_rules: Annotated[tuple[Words, ...], "What the group agreed on how to treat one another."] = ()
    access: Annotated[tuple[Words, ...], "What was provided: travel, food, a quiet room."] = ()
