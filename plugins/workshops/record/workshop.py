"""The workshop itself [schema.org Event, iCalendar VEVENT]."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import PUBLIC, Count, Text, Words
from plugins.moments import Clock, When
from plugins.records import dataclass

WorkshopStatus = Literal["planned", "held", "postponed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where a workshop takes place [Place]."""

    plain: ClassVar[str] = "name"

    name: Annotated[Text, "What the place is called.", PUBLIC]
    address: Annotated[Text | None, "Where it is, as on an envelope.", PUBLIC] = None
    access: Annotated[Words | None, "How to get in: steps, lift, hearing loop, parking.", PUBLIC] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One group that was there. A group without a count was there; how many came is not known."""

    plain: ClassVar[str] = "group"

    group: Annotated[Text, "Who: “Young carers”, “Housing”.", PUBLIC]
    count: Annotated[Count | None, "How many came; leave it out when it is not known.", PUBLIC] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One workshop, planned or held."""

    number: Annotated[Count | None, "Its place in the series.", PUBLIC] = None
    name: Annotated[
        Text | None, "What it is called, when that is not the title of the post. Calendars say it.", PUBLIC
    ] = None
    start: Annotated[
        When | Clock | None, "When it starts: `2016-10-10 10:00`, or as much of it as is known.", PUBLIC
    ] = None
    end: Annotated[When | Clock | None, "When it ends: a clock time, or a date for one of several days.", PUBLIC] = None
    venue: Annotated[Venue | None, "Where it takes place.", PUBLIC] = None
    status: Annotated[WorkshopStatus | None, "`planned`, `held`, `postponed` or `cancelled`.", PUBLIC] = None
    previously: Annotated[When | None, "The date it had before it was moved.", PUBLIC] = None
    aims: Annotated[tuple[Words, ...], "What it is for.", PUBLIC] = ()
    facilitators: Annotated[tuple[Text, ...], "Who leads it.", PUBLIC] = ()
    attendance: Annotated[tuple[Attendance, ...], "Which groups came, with or without a count.", PUBLIC] = ()
    ground_rules: Annotated[tuple[Words, ...], "What the group agreed on how to treat one another.", PUBLIC] = ()
    access: Annotated[tuple[Words, ...], "What was provided: travel, food, a quiet room.", PUBLIC] = ()

    @property
    def room(self) -> int | None:
        """How many came in all; None when that is not known of every group: no total is made of some counts."""
        counts = [group.count for group in self.attendance if group.count is not None]
        return sum(counts) if counts and len(counts) == len(self.attendance) else None
