"""Pelican without its readers of reStructuredText and HTML, none of which reads a diary (docs/decisions/0002).

Docutils and Pygments come with them: a twentieth of a second at every start. Pelican's own generators, which are
given no folder to read, find here that they can read nothing. Nor does a build need its feeds, its server, what
watches files, its dates in words and its own way of printing, which bring Python's for the web and rich along. Whoever
needs one of these imports it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_NAME = "pelican.readers"
_NOT_USED = ("dateutil.parser", "feedgenerator", "pelican.server", "rich.console", "rich.logging", "watchfiles")


class Readers:
    """What Pelican's generators ask of their readers."""

    extensions = disabled_extensions = ()

    def __init__(self, *_: object) -> None:
        """Whatever the settings say."""

    def save_cache(self) -> None:
        """There is nothing to keep, since no post went through here."""


class _Unused:
    """What Pelican makes or changes of something while it is imported."""

    def __init__(self, **_: object) -> None:
        """However it is made."""

    def print(self, *_: object) -> None:
        """Pelican ends with a count of its own articles, of which we have none."""


class _StandIn(ModuleType):
    """Holds a class of every name."""

    def __getattr__(self, name: str) -> type:
        return type(name, (_Unused,), {})


@contextmanager
def without_readers() -> Iterator[None]:
    """While Pelican is imported, in whose place of other modules stand-ins are; what is loaded already stays."""
    module = ModuleType(_NAME, __doc__)
    module.Readers = Readers  # type: ignore[attr-defined]  # a module made here
    sys.modules.setdefault(_NAME, module)
    stand_ins = {name: _StandIn(name) for name in _NOT_USED if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
