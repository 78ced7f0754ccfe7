"""Dates as far as they are known, and clock times."""

from plugins.moments.clock import Clock, MomentError, parse_clock
from plugins.moments.parsing import parse_when
from plugins.moments.when import When

__all__ = ["Clock", "MomentError", "When", "parse_clock", "parse_when"]
