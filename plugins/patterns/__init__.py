"""How patterns are kept: as Python's own regular expressions, compiled when one is first asked."""

from plugins.patterns.lazy_pattern import lazy_pattern

__all__ = ["lazy_pattern"]
