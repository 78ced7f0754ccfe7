"""Dates as far as they are known, and clock times."""

from plugins.moments.clock import Clock, MomentError
from plugins.moments.clock_parsing import parse_clock
from plugins.moments.date_suggestions import NotYetKnown
from plugins.moments.parsing import parse_when
from plugins.moments.when import When

__all__ = ["Clock", "MomentError", "NotYetKnown", "When", "parse_clock", "parse_when"]
