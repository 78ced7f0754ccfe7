"""What is to be said of a line of a story."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a story: its line, counted from 0, what is to be said of it, and whether it stops the build."""

    line: int
    message: str
    stops: bool = True
