"""Pelican without its readers of reStructuredText and HTML, none of which reads a diary (docs/decisions/0002).

Docutils and Pygments come with them: a twentieth of a second at every start. Pelican's own generators, which are
given no folder to read, find here that they can read nothing.
"""

import sys
from types import ModuleType

_NAME = "pelican.readers"


class Readers:
    """What Pelican's generators ask of their readers."""

    extensions = disabled_extensions = ()

    def __init__(self, *_: object) -> None:
        """Whatever the settings say."""

    def save_cache(self) -> None:
        """There is nothing to keep, since no post went through here."""


def leave_out_readers() -> None:
    """To be called before Pelican is imported; what is loaded already stays."""
    module = ModuleType(_NAME, __doc__)
    module.Readers = Readers  # type: ignore[attr-defined]  # a module made here
    sys.modules.setdefault(_NAME, module)
