"""A workshop ends after it starts and was moved from another day than its own; its ratings stay on their scale."""

from collections.abc import Iterator

from plugins.moments import Clock, When
from plugins.problems import Finding
from plugins.workshops.record.post import Post

_MOST_STEPS = 101
"""Of a scale: from 0 to 100."""


def days_that_cannot_be(post: Post) -> Iterator[Finding]:
    """An end without a start, or not after it as far as both are known; a day that a workshop was moved from and to."""
    workshop = post.workshop
    if workshop is None:
        return
    start, end = workshop.start, workshop.end
    if end and not start:
        message = f'found "{_typed(end)}", and there is no “start”; write when the workshop starts too'
        yield ("workshop", "end"), message, "missing-field"
    if start and end and _ends_too_early(start, end):
        message = (
            f'found "{_typed(end)}", and the workshop starts at "{_typed(start)}"; change one of them{_at_night(end)}'
        )
        yield ("workshop", "end"), message, "times-disagree"
    if workshop.previously and workshop.previously == start:
        message = (
            f'found "{_typed(workshop.previously)}", which is the day that stands at “start”; '
            "write the day that it had before, or take this field out"
        )
        yield ("workshop", "previously"), message, "times-disagree"


def _ends_too_early(start: When | Clock, end: When | Clock) -> bool:
    begins, until = _clock(start), _clock(end)
    if isinstance(start, When) and isinstance(end, When):
        day, last_day = _day(start), _day(end)
        known = min(len(day), len(last_day))
        if day[:known] != last_day[:known]:
            return last_day[:known] < day[:known]
    elif isinstance(end, When):
        return False
    return begins is not None and until is not None and until <= begins


def _day(when: When) -> tuple[int, ...]:
    """As much of the day as is known."""
    return tuple(part for part in (when.year, when.month, when.day) if part is not None)


def _clock(moment: When | Clock) -> Clock | None:
    return moment if isinstance(moment, Clock) else moment.clock


def _typed(moment: When | Clock) -> str:
    return moment.iso.replace("T", " ")


def _at_night(end: When | Clock) -> str:
    return " (for an end after midnight, write its day too)" if isinstance(end, Clock) else ""


def scale_fault(least: int, most: int) -> str | None:
    """What is wrong with the ends of a scale."""
    if least < most:
        return None
    if least == most:
        return f"the lowest step and the highest are both {least}; write the scale that people were given"
    return f"the scale is upside down; write {{least: {most}, most: {least}}}"


def ratings_that_cannot_be(post: Post) -> Iterator[Finding]:
    """Scales that are upside down, and answers off the scale."""
    for index, rating in enumerate(post.feedback.ratings if post.feedback else ()):
        place = ("feedback", "ratings", index)
        least, most = rating.scale.least, rating.scale.most
        if fault := scale_fault(least, most):
            yield (*place, "scale"), fault, "off-the-scale"
            continue
        if most - least >= _MOST_STEPS:
            message = f"this scale has {most - least + 1:,} steps; write one of at most {_MOST_STEPS}"
            yield (*place, "scale"), message, "off-the-scale"
        for step, _ in rating.counts.pairs:
            if not least <= step <= most:
                message = f'found "{step}"; the scale goes from {least} to {most}'
                yield (*place, "counts", str(step)), message, "off-the-scale"
