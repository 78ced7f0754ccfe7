"""What an export of another website holds, and what of it may come along.

E-mail addresses, network addresses and accounts are not read at all.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from plugins.comments.sanitising import clean_html

NOT_SHOWN = "that no page may show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One comment of an export. `left_out` says why it does not come along; empty if it does."""

    id: str
    parent: str
    page: str
    name: str
    created: datetime
    html: str
    left_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Every comment of an export, and the addresses of the pages by the export's own name for them."""

    comments: tuple[Found, ...]
    pages: Mapping[str, str]

    @property
    def taken(self) -> tuple[Found, ...]:
        """Those that may come along, each hanging below the nearest comment above it that comes along too."""
        kept = {comment.id: comment for comment in self.comments if not comment.left_out}
        parents = {comment.id: comment.parent for comment in self.comments}
        return tuple(_below(comment, _nearest(comment.parent, parents, kept)) for comment in kept.values())

    def without(self, numbers: Collection[str]) -> "Export":
        """The export, of which these comments stay behind since no page may show what they hold."""
        comments = (replace(each, left_out=NOT_SHOWN) if each.id in numbers else each for each in self.comments)
        return replace(self, comments=tuple(comments))

    @property
    def left_out(self) -> Counter[str]:
        """How many were left out, by the reason."""
        return Counter(comment.left_out for comment in self.comments if comment.left_out)


def _nearest(parent: str, parents: Mapping[str, str], kept: Mapping[str, Found]) -> str:
    seen: set[str] = set()
    while parent and parent not in kept and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent, "")
    return parent if parent in kept else ""


def _below(comment: Found, parent: str) -> Found:
    return Found(
        id=comment.id,
        parent=parent,
        page=comment.page,
        name=comment.name,
        created=comment.created,
        html=comment.html,
    )


def paragraphs(words: str) -> str:
    """Words as they were typed, with their line ends where text is text and their empty lines as paragraphs."""
    return clean_html(words, typed=True).html
