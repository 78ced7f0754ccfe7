"""A post moved to another day or place in the series, a workshop put off or called off, in words and in a plan."""

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from plugins.author.documents import own_folder
from plugins.author.forms.dates import with_plain_date
from plugins.author.rearranging.field_changes import Field, Fields
from plugins.author.rearranging.naming import into_folder
from plugins.author.rearranging.plan import NotChanged, Plan
from plugins.author.rearranging.subject import Subject, others, when
from plugins.contract.scalars import read_moment
from plugins.contract.shape import Moment
from plugins.contract.unreadable import Unreadable
from plugins.engine.build_moment import build_moment
from plugins.moments import When
from plugins.words import dates


def moved(it: Subject, *, date: str, number: str, own: bool) -> Plan:
    """Another date, another place in the series, or a folder of its own; raises NotChanged."""
    lines: list[str] = []
    before: Fields = {}
    after: Fields = {}
    moves: tuple[tuple[str, str], ...] = ()
    becomes = it.post.file.source
    written = with_plain_date(Moment(), date, it.zone)
    if written != (it.now("date") or ""):
        before["date"], after["date"] = it.now("date"), written or None
        lines += _dated(it, when(written, it.zone) if written else None)
    if number.strip() != (it.now("workshop", "number") or ""):
        if not number.strip().isascii() or not number.strip().isdecimal():
            raise NotChanged("Write its place in the series as a whole number, such as 3.")
        before["workshop"], after["workshop"] = {"number": it.now("workshop", "number")}, {"number": number.strip()}
        lines.append(f"It is workshop {number.strip()} of the series.")
    if own and own_folder(it.post.file) is None:
        moves, becomes = into_folder(it)
        lines.append("It gets a folder of its own, for photos and hand-outs. Its address stays as it is.")
        lines += [f"{it.content.name}/{old} becomes {it.content.name}/{new}." for old, new in moves]
    if not lines:
        raise NotChanged("That is where it is already.")
    return Plan(
        what=f"“{it.record.title}” moved",
        source=it.post.file.source,
        becomes=becomes,
        sentences=tuple(lines),
        moves=moves,
        before=before,
        after=after,
    )


def postponed(it: Subject, *, start: str, end: str) -> Plan:
    """A new day, or a day to be told; raises NotChanged."""
    workshop = _still_to_come(it)
    plan = Plan(what=f"“{it.record.title}” put off", source=it.post.file.source, becomes=it.post.file.source)
    if not start.strip():
        if workshop["status"] == "postponed":
            raise NotChanged("It is put off already, and its new day is to be told.")
        lines = ["It is shown as put off, and its new day is to be told.", *_calendars(it, "take the old day out")]
        return _timed(it, plan, lines, {"status": "postponed"})
    written = with_plain_date(Moment(), start, it.zone)
    day = when(written, it.zone)
    if written == workshop["start"]:
        raise NotChanged("That is its day already.")
    ends = with_plain_date(Moment(), end, it.zone) or None
    _refuse_backwards(day, ends, it.zone)
    lines = [f"It starts on {dates.spoken(day)}."]
    after: Fields = {"start": written, "status": "planned" if workshop["status"] else None}
    if workshop["start"]:
        lines.append(f"It says that it was to be on {dates.spoken(when(str(workshop['start']), it.zone))}.")
        after["previously"] = str(workshop["start"])
    if ends != workshop["end"]:
        lines.append(f"It ends: {ends}." if ends else "When it ends is not said any more.")
        after["end"] = ends
    return _timed(it, plan, [*lines, *_calendars(it, "take the new day")], after)


def cancelled(it: Subject) -> Plan:
    """Called off; raises NotChanged."""
    workshop = _still_to_come(it)
    if workshop["status"] == "cancelled":
        raise NotChanged("It is called off already.")
    plan = Plan(what=f"“{it.record.title}” called off", source=it.post.file.source, becomes=it.post.file.source)
    lines = ["Its page stays, and says that it is called off; so do lists and the timeline."]
    lines += _calendars(it, "cross it out")
    return _timed(it, plan, lines, {"status": "cancelled"})


def _timed(it: Subject, plan: Plan, lines: list[str], workshop: Fields) -> Plan:
    """A change of fields of the workshop, which calendars are to hear of."""
    before: Fields = {"workshop": {name: it.now("workshop", name) for name in workshop}}
    after: Fields = {"workshop": workshop}
    if it.record.status != "draft":
        before["updated"], after["updated"] = it.now("updated"), it.updated
    return replace(plan, sentences=tuple(lines), before=before, after=after)


def _calendars(it: Subject, does: str) -> tuple[str, ...]:
    start = it.record.workshop.start if it.record.workshop else None
    is_known = isinstance(start, When) and start.day is not None
    return (f"Calendars that hold it {does}, once you publish.",) if is_known and it.is_public else ()


def _still_to_come(it: Subject) -> dict[str, Field]:
    """What is said of a workshop that was not held."""
    if it.record.workshop is None:
        raise NotChanged("This post is about no workshop.")
    if it.record.workshop.status == "held":
        raise NotChanged("It says that the workshop was held. If that is wrong, change it in the form first.")
    return {name: it.now("workshop", name) for name in ("status", "start", "end")}


def _refuse_backwards(start: When, end: str | None, zone: ZoneInfo) -> None:
    try:
        moment = read_moment(end, zone) if end else None
    except Unreadable as advice:
        raise NotChanged(f"“{end}” cannot be read as an end: {advice}.") from None
    if isinstance(moment, When) and moment.last(zone) < start.first(zone):
        raise NotChanged("It would end before it starts. Type when it ends, too.")


def _dated(it: Subject, day: When | None) -> Iterator[str]:
    if day is None:
        raise NotChanged("Give it a day. To take it off the web, save it as a draft in its form.")
    first = day.first(it.zone)
    yield f"Its date is {dates.spoken(day)}."
    if first > build_moment(it.zone):
        yield "That is still to come: until then it leaves no trace of itself in what you publish."
    known = [record for file, record in others(it) if file.kind == it.kind and record and record.date]
    listed = sorted((each.date.first(it.zone), each.title) for each in known if each.date)
    before = [title for moment, title in listed if moment <= first]
    after = [title for moment, title in listed if moment > first]
    if before and after:
        yield f"In lists it stands between “{before[-1]}” and “{after[0]}”."
    elif before or after:
        yield f"In lists it is the {'newest' if before else 'oldest'}."
