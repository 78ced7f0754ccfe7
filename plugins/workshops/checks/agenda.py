"""An agenda's times run forward, fit into each other and into the workshop; a material says where it is."""

from collections.abc import Iterator, Sequence

from plugins.moments import Clock
from plugins.problems import FieldPath, Finding
from plugins.words import dates
from plugins.workshops.facts.schedule import LAST_MINUTE, Slot, begins, ends, schedule
from plugins.workshops.record.agenda import AgendaPart
from plugins.workshops.record.post import Post

HANDED_OUT = (".pdf", ".txt", ".csv")
# A word processor's file carries names, comments and what was struck out; a picture may show a face.
_SAVE_AS_PDF = "save it as PDF, write that file here and take this one away (a picture belongs under “photos”)"


def times_that_cannot_be(post: Post) -> Iterator[Finding]:
    """Parts that overlap, run backwards or overrun the session, planned or as they happened."""
    slots = schedule(post.agenda, post.workshop)
    start, end = begins(post.workshop), ends(post.workshop)
    yield from _in_order(slots, ("agenda",), start, end, "the workshop")
    yield from _really_in_order(slots, ("agenda",))
    for index, slot in enumerate(slots):
        place: FieldPath = ("agenda", index, "items")
        yield from _in_order(slot.parts, place, slot.start, slot.end, f"“{slot.part.title}”")
        yield from _too_long(slot, ("agenda", index, "minutes"))


def _in_order(
    slots: Sequence[Slot], place: FieldPath, start: int | None, end: int | None, whole: str
) -> Iterator[Finding]:
    before: Slot | None = None
    for index, slot in enumerate(slots):
        if slot.part.start:
            written = slot.part.start.minutes
            opening = f'found "{slot.part.start.iso}"'
            if start is not None and written < start:
                clash = f"{whole} begins at {_spoken(start)}"
                yield (*place, index, "start"), f"{opening}, and {clash}; change one of them", "times-disagree"
            elif before and before.start is not None and written < before.start:
                earlier = f"“{before.part.title}”, which stands before it, begins at {_spoken(before.start)}"
                yield (*place, index, "start"), f"{opening}, and {earlier}; change one of them", "times-disagree"
            elif before and before.end is not None and written < before.end:
                yield (
                    (*place, index, "start"),
                    f"{opening}, and “{before.part.title}” lasts until {_spoken(before.end)}; change one of them",
                    "times-disagree",
                )
        if end is not None and slot.end is not None and slot.end > end:
            field = "minutes" if slot.part.minutes is not None else "start"
            late = f"“{slot.part.title}” ends {_at(slot.end)}, after the end of {whole} ({_spoken(end)})"
            yield (*place, index, field), f"{late}; change one of them", "times-disagree"
        before = slot


def _really_in_order(slots: Sequence[Slot], place: FieldPath) -> Iterator[Finding]:
    latest: Clock | None = None
    for index, slot in enumerate(slots):
        began = slot.part.actual.start if slot.part.actual else None
        if began and latest and began < latest:
            path: FieldPath = (*place, index, "actual", "start")
            yield (
                path,
                f'found "{began.iso}", and a part before it began at {dates.spoken_clock(latest)}; change one of them',
                "times-disagree",
            )
        latest = began or latest


def _too_long(slot: Slot, path: FieldPath) -> Iterator[Finding]:
    inner = sum(within.part.minutes or 0 for within in slot.parts)
    if slot.part.minutes is not None and inner > slot.part.minutes:
        message = f'found "{slot.part.minutes}", and its parts take {inner} minutes; change one of them'
        yield path, message, "times-disagree"


def materials_without_a_place(post: Post) -> Iterator[Finding]:
    """Materials that lie nowhere, or in two places."""
    for where, part in _placed(post):
        for number, material in enumerate(part.materials):
            if (material.file is None) == (material.url is None):
                message = "write either “file: …” or “url: …” for it"
                yield (*where, "materials", number), message, "missing-field"
            elif material.file and not material.file.casefold().endswith(HANDED_OUT):
                message = f'found "{material.file}"; {_SAVE_AS_PDF}'
                yield (*where, "materials", number, "file"), message, "hand-out"


def answers_on_the_agenda(post: Post) -> Iterator[Finding]:
    """Parts that answer something to which the post has no answer."""
    given = {answer.to for answer in post.answers}
    for place, part in _placed(post):
        for index, asked in enumerate(part.answers):
            if asked not in given:
                message = f'found "{asked}", and this post has no answer to it; write one under “answers”'
                yield (*place, "answers", index), message, "link-to-nothing"


def _placed(post: Post) -> Iterator[tuple[FieldPath, AgendaPart]]:
    """Every part of the agenda, and where it is written."""
    for index, item in enumerate(post.agenda):
        yield ("agenda", index), item
        yield from ((("agenda", index, "items", number), part) for number, part in enumerate(item.items))


def _at(minute: int) -> str:
    return _spoken(minute) if minute > LAST_MINUTE else f"at {_spoken(minute)}"


def _spoken(minute: int) -> str:
    return "after midnight" if minute > LAST_MINUTE else dates.spoken_clock(Clock(*divmod(minute, 60)))
