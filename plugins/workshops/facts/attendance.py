"""Who came, as far as it was written down. No total is ever made of counts that are not all known."""

from plugins.workshops.record.workshop import Attendance

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def total(groups: tuple[Attendance, ...]) -> int | None:
    """How many came in all; None when that is not known of every group."""
    counts = [group.count for group in groups]
    if not counts or None in counts:
        return None
    return sum(count for count in counts if count is not None)


def group_words(group: Attendance) -> str:
    """`Care leavers: three`; the group alone where its count is not known."""
    if group.count is None:
        return group.group
    number = _NUMBERS[group.count] if group.count < len(_NUMBERS) else str(group.count)
    return f"{group.group}: {number}"


def total_words(groups: tuple[Attendance, ...]) -> str:
    """What can be said of all together, in a sentence."""
    known = total(groups)
    if known is not None:
        return f"{known} {'person' if known == 1 else 'people'} in all."
    if any(group.count is not None for group in groups):
        return "How many came from the other groups is not known."
    return "How many came is not known." if groups else ""
