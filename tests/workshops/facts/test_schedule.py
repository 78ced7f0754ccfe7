"""When each part of a session begins and how long it takes, as far as that follows."""

import pytest

from plugins.contract.values import Count, Text
from plugins.moments import Clock, When
from plugins.workshops.facts.schedule import Slot, TimeUse, begins, ends, schedule, time_use
from plugins.workshops.record.agenda import Actual, AgendaItem, AgendaKind, AgendaPart
from plugins.workshops.record.workshop import Workshop

TEN, NOON, ONE = Clock(10, 0), Clock(12, 0), Clock(13, 0)


def part(minutes: int | None = None, start: Clock | None = None) -> AgendaPart:
    return AgendaPart(title=Text("A"), start=start, minutes=None if minutes is None else Count(minutes))


def item(
    minutes: int | None = None,
    start: Clock | None = None,
    *,
    items: tuple[AgendaPart, ...] = (),
    kind: AgendaKind | None = None,
    actual: int | None = None,
) -> AgendaItem:
    return AgendaItem(
        title=Text("A"),
        start=start,
        minutes=None if minutes is None else Count(minutes),
        items=items,
        kind=kind,
        actual=None if actual is None else Actual(minutes=Count(actual)),
    )


def times(slots: tuple[Slot, ...]) -> list[tuple[int | None, int | None, int | None]]:
    return [(slot.start, slot.minutes, slot.end) for slot in slots]


@pytest.mark.parametrize(
    ("workshop", "begin", "end"),
    [
        (None, None, None),
        (Workshop(), None, None),
        (Workshop(start=TEN, end=ONE), 600, 780),
        (Workshop(start=When(2016, 10, 10, TEN), end=ONE), 600, 780),
        (Workshop(start=When(2016, 10, 10, TEN), end=When(2016, 10, 10, ONE)), 600, 780),
        (Workshop(start=When(2016, 10, 10), end=When(2016, 10, 10)), None, None),
        (Workshop(start=When(2016, 10, 10, TEN), end=When(2016, 10, 11, ONE)), 600, None),
        (Workshop(start=TEN, end=When(2016, 10, 11, ONE)), 600, None),
    ],
)
def test_a_session_begins_and_ends_when_its_workshop_does(
    workshop: Workshop | None, begin: int | None, end: int | None
) -> None:
    assert (begins(workshop), ends(workshop)) == (begin, end)


def test_a_part_begins_where_the_one_before_it_ends_and_the_last_one_ends_with_the_session() -> None:
    slots = schedule([item(30), item(60), item()], Workshop(start=TEN, end=ONE))
    assert times(slots) == [(600, 30, 630), (630, 60, 690), (690, 90, 780)]


def test_a_part_lasts_until_the_next_one_begins() -> None:
    slots = schedule([item(start=TEN), item(start=NOON), item()], None)
    assert times(slots) == [(600, 120, 720), (720, None, None), (None, None, None)]


def test_a_part_lasts_as_long_as_its_own_parts_when_all_of_theirs_are_known() -> None:
    slots = schedule([item(items=(part(20), part(25))), item(items=(part(20), part()))], Workshop(start=TEN))
    assert times(slots) == [(600, 45, 645), (645, None, None)]
    assert times(slots[0].parts) == [(600, 20, 620), (620, 25, 645)]
    assert times(slots[1].parts) == [(645, 20, 665), (665, None, None)]


def test_what_would_run_backwards_or_past_midnight_stays_unknown() -> None:
    assert times(schedule([item(start=NOON), item(start=TEN)], None)) == [(720, None, None), (600, None, None)]
    late = schedule([item(120, Clock(23, 0)), item(5)], None)
    assert times(late) == [(1380, 120, 1500), (None, 5, None)]


def test_time_is_divided_between_kinds_and_what_is_unknown_is_counted_apart() -> None:
    slots = schedule([item(30, kind="talk"), item(20), item(15, kind="talk"), item(kind="break")], None)
    use = time_use(slots)
    assert use is not None
    assert use == TimeUse("planned", (("talk", 45), (None, 20)), 1)
    assert use.total == 65


def test_what_really_happened_is_told_when_it_is_known_of_every_part() -> None:
    both = schedule([item(30, kind="talk", actual=50), item(20, kind="break", actual=0)], None)
    assert time_use(both) == TimeUse("actual", (("talk", 50),), 0)
    one = schedule([item(30, kind="talk", actual=50), item(20, kind="break")], None)
    assert time_use(one) == TimeUse("planned", (("talk", 30), ("break", 20)), 0)


def test_where_no_length_is_known_no_time_is_divided() -> None:
    assert time_use(()) is None
    assert time_use(schedule([item()], None)) is None
