"""What publishing changes, and in which order.

A reader who comes in the middle must find no page whose style sheet or picture is not there yet, and no list that
points at a page which is not: so what pages need goes first, then pages, then what lists them, the home page last. What
is no longer in the site goes after all that, pages before what they show.
"""

from collections.abc import Mapping
from itertools import groupby

from plugins.records import dataclass

UNKNOWN = ""
"""The digest of a file that is there with nobody knows which bytes."""

_HOME = "index.html"
_LISTS = (".xml", ".ics")


@dataclass(frozen=True, slots=True)
class Plan:
    """`put` and `removed` are paths, in order; `there` is how many files are published now."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    there: int

    @property
    def changes_nothing(self) -> bool:
        return not self.put and not self.removed

    @property
    def removes_most(self) -> bool:
        """More than half of what is published would be gone."""
        return len(self.removed) * 2 > self.there

    @property
    def phases(self) -> tuple[tuple[str, ...], ...]:
        """What is put, in groups; within a group the order is nobody's concern."""
        return tuple(tuple(paths) for _, paths in groupby(self.put, key=rank))


def plan(published: Mapping[str, str], site: Mapping[str, str]) -> Plan:
    """How `published` becomes `site`; both give the digest of each path."""
    put = (path for path, digest in site.items() if published.get(path, UNKNOWN) != digest)
    gone = (path for path in published if path not in site)
    return Plan(
        # What has a hash in its address comes before everything else that pages need.
        put=tuple(sorted(put, key=lambda path: (rank(path), not path.startswith("static/"), path))),
        removed=tuple(sorted(gone, key=lambda path: (-rank(path), path))),
        there=len(published),
    )


def rank(path: str) -> int:
    """0 for what pages need, 1 for pages, 2 for what lists pages, 3 for the home page."""
    name = path.removesuffix(".gz").removesuffix(".br")
    if name == _HOME:
        return 3
    if name.endswith(_LISTS):
        return 2
    return 1 if name.endswith(".html") else 0
