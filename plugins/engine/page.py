"""What the engine is given to write: pages still to be rendered, and files that are bytes already."""

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
class File:
    """A file that is ready: its bytes are written as they are."""

    path: str
    content: bytes
