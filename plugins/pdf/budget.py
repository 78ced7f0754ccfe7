"""How much work one PDF may be, counted and not timed, so that the answer is the same on every computer."""

from plugins.pdf.failure import Unreadable
from plugins.records import dataclass

DRAWN = 500_000
"""Letters, lines and pictures of all pages together, of earlier revisions too; a dense page has 4,000 letters."""
PAGE = 100
"""What a page counts beside what is on it."""
BYTES = 200_000_000
"""Bytes that are unpacked."""
VALUE = 8
"""What a byte counts that is read as a value."""


@dataclass(slots=True)
class Budget:
    """What is left of it."""

    drawn: int = DRAWN
    read: int = BYTES

    def draw(self, amount: int) -> None:
        self.drawn -= amount
        if self.drawn < 0:
            raise Unreadable(f"its pages hold more than {DRAWN:,} letters and lines; hand out a part of it")

    def unpack(self, amount: int) -> None:
        self.read -= amount
        if self.read < 0:
            raise Unreadable(f"it is larger than {BYTES // 1_000_000} MB when it is unpacked; print it to PDF again")
