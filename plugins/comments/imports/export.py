"""What an export of another website holds, and what of it may come along.

E-mail addresses, network addresses and accounts are not read at all.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from html import unescape

from plugins.comments.sanitising import clean_html
from plugins.records import dataclass

NOT_SHOWN = "that no page may show"
_FIRST_YEAR, _LAST_YEAR = 1970, 9998
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,40}")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|\w+);")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedComment:
    """One comment of an export. `left_out` says why it does not come along; empty if it does.

    `site` is the website that gave the comment its number: two sites give the same ones. `created` is None where the
    export has no time that can be read.
    """

    id: str
    parent: str
    page: str
    name: str
    created: datetime | None
    html: str
    left_out: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Every comment of an export, and the addresses of the pages by the export's own name for them."""

    comments: tuple[ExportedComment, ...]
    pages: Mapping[str, str]

    @property
    def taken(self) -> tuple[ExportedComment, ...]:
        """Those that may come along, each hanging below the nearest comment above it that comes along too."""
        kept = {comment.id: comment for comment in self.comments if not comment.left_out}
        parents = {comment.id: comment.parent for comment in self.comments}
        nearest = _ending({name: _nearest(comment.parent, parents, kept) for name, comment in kept.items()})
        return tuple(replace(comment, parent=nearest[name]) for name, comment in kept.items())

    def without(self, numbers: Collection[str]) -> "Export":
        """The export, of which these comments stay behind since no page may show what they hold."""
        comments = (replace(each, left_out=NOT_SHOWN) if each.id in numbers else each for each in self.comments)
        return replace(self, comments=tuple(comments))

    @property
    def left_out(self) -> Counter[str]:
        """How many were left out, by the reason."""
        return Counter(comment.left_out for comment in self.comments if comment.left_out)


def whole_export(
    comments: Iterable[ExportedComment], *, pages: Mapping[str, str], began: Mapping[str, datetime | None]
) -> Export:
    """An export in which each comment that comes along has a number of its own, and a time.

    One without a time takes that of the comment before it on its page, or that at which the page `began`.
    """
    return Export(comments=tuple(_timed(_numbered(comments), began)), pages=pages)


def _numbered(comments: Iterable[ExportedComment]) -> Iterator[ExportedComment]:
    """What is there twice comes once. A number that is missing, unfit or another comment's is made of the words."""
    seen: dict[str, ExportedComment] = {}
    numbers: dict[str, str] = {}
    for comment in comments:
        number = comment.id if _NUMBER.fullmatch(comment.id) else _number_of(comment)
        if number in seen and _number_of(seen[number]) != _number_of(comment):
            number = _number_of(comment)
        if number not in seen or comment.left_out:  # Of two that are one, the one that says why not is heard.
            seen[number] = comment
            numbers.setdefault(comment.id, number)
    for number, comment in seen.items():
        parent = numbers.get(comment.parent, "") if comment.parent else ""
        yield replace(comment, id=number, parent=parent)


def _number_of(comment: ExportedComment) -> str:
    written = (comment.page, comment.parent, comment.name, str(comment.created), comment.html)
    return "n" + sha256("\0".join(written).encode("utf-8", "replace")).hexdigest()[:16]


def _timed(comments: Iterable[ExportedComment], began: Mapping[str, datetime | None]) -> Iterator[ExportedComment]:
    last = dict(began)
    for comment in comments:
        created = comment.created or last.get(comment.page)
        last[comment.page] = created
        if comment.left_out or created:
            yield replace(comment, created=created)
        else:
            yield replace(comment, left_out="without a time")


def _nearest(parent: str, parents: Mapping[str, str], kept: Collection[str]) -> str:
    seen: set[str] = set()
    while parent and parent not in kept and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent, "")
    return parent if parent in kept else ""


def _ending(parents: dict[str, str]) -> dict[str, str]:
    """The same parents, with a link cut wherever comments answer one another in a ring."""
    ends: set[str] = set()
    for start in parents:
        way: set[str] = set()
        here = start
        while here and here not in ends and here not in way:
            way.add(here)
            here = parents[here]
        if here in way:
            parents[here] = ""
        ends |= way
    return parents


def readable_time(moment: datetime | None) -> datetime | None:
    """The moment, if every clock of the world can show it."""
    return moment if moment and _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


def text_of_html(written: str) -> str:
    """Words of one line that the website stored as HTML, such as a name: `Tom &amp; Jo` is Tom & Jo."""
    return _REFERENCE.sub(lambda found: unescape(found[0]), written)


def paragraphs(words: str) -> str:
    """Words as they were typed, with their line ends where text is text and their empty lines as paragraphs."""
    return clean_html(words, typed=True).html
