"""How much work a count may be."""

from fractions import Fraction

from plugins.records import dataclass

MOST_WORK = 3_000_000
"""The most steps of one count, a few seconds: papers that go from one option to the next, and totals looked at."""
_BITS_OF_A_STEP = 500


class CountTooLong(Exception):
    """A count that would take more than MOST_WORK steps."""


@dataclass(slots=True)
class CountWork:
    """The steps that are left to a count; those with long fractions are many steps."""

    left: int = MOST_WORK

    def take(self, steps: int, value: Fraction | int = 0) -> None:
        """Raise CountTooLong when nothing is left."""
        self.left -= steps * (1 + (value.denominator.bit_length() // _BITS_OF_A_STEP) ** 2)
        if self.left < 0:
            raise CountTooLong
