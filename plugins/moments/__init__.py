"""Dates as far as they are known, and clock times."""

from plugins.moments.clock import Clock, parse_clock
from plugins.moments.errors import MomentError
from plugins.moments.parsing import parse_when
from plugins.moments.when import Precision, When

__all__ = [
    "Clock",
    "MomentError",
    "Precision",
    "When",
    "parse_clock",
    "parse_when",
]
