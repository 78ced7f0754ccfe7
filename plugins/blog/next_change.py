"""When time alone changes a site: at a date that the diary names, and at midnight, since the timeline shows the day.

What counts in days (how long a consent still holds, how old a test is) changes at midnight too.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from plugins.blog.publication import Moment
from plugins.consent.register import Register
from plugins.contract.walk import written_values
from plugins.moments import When
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.series import QUIET_AFTER

_DATES = frozenset({When})
_INSTANT = timedelta(microseconds=1)


def next_change(entries: Iterable[DiaryEntry], register: Register, moment: Moment) -> datetime:
    """The first moment after `moment` at which the same diary may give another site, midnight at the latest."""
    here = moment.now.astimezone(moment.zone)
    midnight = When(here.year, here.month, here.day).last(moment.zone) + timedelta(seconds=1)
    years = range((here - QUIET_AFTER).year - 1, midnight.year + 1)
    near = (when for when in _dates(entries, register) if when.year in years)
    changes = (change for when in near for change in _changes(when, moment))
    return min((midnight, *(change for change in changes if moment.now < change < midnight)))


def _changes(when: When, moment: Moment) -> Iterator[datetime]:
    """The moments at which it begins, is over, and is so long ago that a series counts as quiet."""
    over = when.last(moment.zone) + _INSTANT
    yield from (when.first(moment.zone), over, over + QUIET_AFTER)


def _dates(entries: Iterable[DiaryEntry], register: Register) -> Iterator[When]:
    records = (*(entry.post for entry in entries), *register.consents.values())
    values = (each.value for record in records for each in written_values(record, of=_DATES))
    return (value for value in values if isinstance(value, When))
