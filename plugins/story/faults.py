"""What is to be said of a line of a story."""

from plugins.problems import Code
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a story: its line, counted from 0, what is said of it, its kind, and whether it stops the build."""

    line: int
    message: str
    code: Code
    stops: bool = True
