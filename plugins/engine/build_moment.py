"""The moment for which the diary is built: the clock's, or what `DIARY_NOW` says. Nobody else asks the clock."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

VARIABLE = "DIARY_NOW"


class MomentRefused(SystemExit):
    """`DIARY_NOW` holds something else; says in plain words what to write."""


def build_moment(zone: ZoneInfo, environ: Mapping[str, str] = os.environ) -> datetime:
    """The moment as clocks in `zone` show it; raises MomentRefused."""
    written = environ.get(VARIABLE)
    if not written:
        return datetime.now(UTC).astimezone(zone)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise MomentRefused(
            f'{VARIABLE} is "{written}"; write a moment such as 2016-10-10T10:00 or 2016-10-10T10:00+01:00.'
        ) from None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
