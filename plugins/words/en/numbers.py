"""Lists and numbers as people say them."""

from collections.abc import Sequence
from fractions import Fraction

PRIVATE = "We keep these numbers private, so that nobody can be picked out."


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`; empty for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def alternatives(names: Sequence[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 vote`, `2 votes`; `many` where a plural is not made with s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def amount(number: Fraction) -> str:
    """A whole number as it is, any other with at most two places, halves rounded away from zero: `3`, `3.5`, `3.33`."""
    hundredths = int(abs(number) * 100 + Fraction(1, 2))
    sign = "-" if number < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")


def percent(share: Fraction) -> str:
    """A share as a whole percentage, halves rounded up: `63%`."""
    return f"{int(share * 100 + Fraction(1, 2))}%"
