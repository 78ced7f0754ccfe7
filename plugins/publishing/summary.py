"""What a publication changes, in words: pages by their titles, all else by how many; compressed forms go unsaid."""

import html
import re
from collections.abc import Collection, Iterator, Sequence

from plugins.publishing.plan import Plan
from plugins.publishing.site import Site
from plugins.records import dataclass
from plugins.words import numbers

_PAGE = ".html"
_FOLDERS_PAGE = "index.html"
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is `new`, `changed` or `gone`: its title as far as it is known, and its address."""

    what: str
    title: str
    address: str

    def __str__(self) -> str:
        return f"{self.what:<8} “{self.title}”, {self.address}" if self.title else f"{self.what:<8} {self.address}"


def summary(planned: Plan, published: Collection[str]) -> str:
    """`12 pages new, 3 changed, 1 gone; 20 other files new`: what the plan changes where `published` is there now."""
    groups = _groups(planned, published)
    told = (_counted(groups, "page", of_pages=True), _counted(groups, "other file", of_pages=False))
    return "; ".join(filter(None, told)) or "only compressed copies of files change"


def changed_pages(planned: Plan, published: Collection[str], site: Site) -> Iterator[PageChange]:
    for what, paths in _groups(planned, published):
        for path in sorted(path for path in paths if is_page(path)):
            yield PageChange(what, _title(path, site), f"/{path.removesuffix(_FOLDERS_PAGE)}")


def is_page(path: str) -> bool:
    return path.endswith(_PAGE)


def _groups(planned: Plan, published: Collection[str]) -> tuple[tuple[str, Sequence[str]], ...]:
    every = {*planned.put, *planned.removed, *published}
    put = [path for path in planned.put if not _is_compressed(path, every)]
    return (
        ("new", [path for path in put if path not in published]),
        ("changed", [path for path in put if path in published]),
        ("gone", [path for path in planned.removed if not _is_compressed(path, every)]),
    )


def _is_compressed(path: str, every: Collection[str]) -> bool:
    """Whether a path is the compressed form of another."""
    plain = path.removesuffix(".gz").removesuffix(".br")
    return plain != path and plain in every


def _counted(groups: Sequence[tuple[str, Sequence[str]]], noun: str, *, of_pages: bool) -> str:
    """`12 pages new, 3 changed`; empty where nothing changes."""
    sums = [(sum(is_page(path) is of_pages for path in paths), what) for what, paths in groups]
    counted = [(count, what) for count, what in sums if count]
    return ", ".join(
        f"{numbers.counted(count, noun) if place == 0 else count} {what}" for place, (count, what) in enumerate(counted)
    )


def _title(path: str, site: Site) -> str:
    """The main heading of a page; empty for one that is gone."""
    file = site.files.get(path)
    heading = _HEADING.search(file.content().decode("utf-8", "replace")) if file else None
    return " ".join(html.unescape(_TAG.sub(" ", heading[1])).split()) if heading else ""
