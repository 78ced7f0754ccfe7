"""Python's `re.compile`, but that a pattern is compiled when something is first looked for with it.

Most patterns are for what is seldom found. Compiling all of them took an eighth of a small diary's build
(docs/decisions/0224). The functions of `re` take none of these: ask the pattern itself.
"""

import re
from typing import TYPE_CHECKING, Any

__all__ = ["lazy_pattern"]

_ANSWERS = frozenset(name for name in dir(re.Pattern) if not name.startswith("_"))

if TYPE_CHECKING:
    from re import compile as lazy_pattern
else:

    def lazy_pattern(text, flags=0):
        return _LazyPattern(text, flags)


class _LazyPattern:
    def __init__(self, text: Any, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> object:
        if name not in _ANSWERS:
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        # From now on these are found here, without asking again.
        vars(self).update((answer, getattr(compiled, answer)) for answer in _ANSWERS)
        return getattr(compiled, name)
