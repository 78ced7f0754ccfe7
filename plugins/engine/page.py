"""What the engine is given to write: pages still to be rendered, and files that are bytes already."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property

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


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready: its bytes are written as they are."""

    path: str
    content: bytes


@dataclass
class Offered:
    """What a preview makes when it is asked for: each page by its path, and files that tell of the whole site."""

    pages: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    make_files: Callable[[], Iterable[File]] = tuple

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """These files by their paths, all of them made when one is asked for."""
        return {file.path: file.content for file in self.make_files()}
