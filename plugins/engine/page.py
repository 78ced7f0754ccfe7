"""What the engine is given to write: pages still to be rendered, and files that are bytes already."""

from collections.abc import Callable
from typing import TypeAlias

from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: `path` lies below the output folder, as in `workshops/first/index.html`.

    Its template sees `page` (the view) and `site`, nothing else: same view, same bytes.
    """

    path: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page whose view is made when it is rendered, and not kept: all views are larger than the site."""

    path: str
    template: str
    make: Callable[[], object]

    @property
    def view(self) -> object:
        return self.make()


OfferedPages: TypeAlias = dict[str, Callable[[], bytes]]
"""What renders each page, by its path."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready: its bytes are written as they are."""

    path: str
    content: bytes
