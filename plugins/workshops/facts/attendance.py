"""Who came, as far as it was written down. No total is ever made of counts that are not all known."""

from plugins.workshops.record.workshop import Attendance


def total(groups: tuple[Attendance, ...]) -> int | None:
    """How many came in all; None when that is not known of every group."""
    counts = [group.count for group in groups]
    if not counts or None in counts:
        return None
    return sum(count for count in counts if count is not None)
