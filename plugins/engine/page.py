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


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that is made when it is written: one that nobody asks for costs nothing."""

    path: str
    make: Callable[[], bytes]

    @property
    def content(self) -> bytes:
        return self.make()


@dataclass
class Offered:
    """What a preview makes when it is asked for: each page by its path, and files that tell of the whole site.

    What is `at_hand` are files whose bytes are in memory anyway.
    """

    pages: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    plan_files: Callable[[], Iterable[File | PlannedFile]] = tuple
    at_hand: dict[str, bytes] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    """What could not be made, by its path, and why."""

    @cached_property
    def files(self) -> Mapping[str, File | PlannedFile]:
        """These files by their paths, all of them planned when one is asked for."""
        return {file.path: file for file in self.plan_files()}

    def make(self, path: str) -> bytes | None:
        """A page or a file; None where there is none of this path."""
        if path in self.pages:
            return self.pages[path]()
        if path in self.at_hand:
            return self.at_hand[path]
        return self.files[path].content if path in self.files else None
