"""Comments as a tree: who answers whom, no deeper than a phone can show."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter

from plugins.comments.archive.record import ArchivedComment
from plugins.records import dataclass

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Branch:
    """A comment and its replies. `answered` is set where it answers another than the one that it hangs below."""

    comment: ArchivedComment
    replies: tuple["Branch", ...] = ()
    answered: ArchivedComment | None = None


def tree(comments: Sequence[ArchivedComment]) -> tuple[Branch, ...]:
    """The comments as branches, the oldest first; `comments` come in the order of time.

    Below the deepest level a reply hangs beside what it answers, and says whom it answers.
    """
    by_id = {comment.id: comment for comment in comments}
    hosts = _hosts(comments, by_id)
    hanging: dict[str | None, list[ArchivedComment]] = defaultdict(list)
    for comment in comments:
        hanging[hosts[comment.id]].append(comment)

    def branch(comment: ArchivedComment) -> Branch:
        parent = by_id.get(comment.parent or "")
        elsewhere = parent is not None and hosts[comment.id] != parent.id
        return Branch(comment, tuple(map(branch, hanging.get(comment.id, ()))), answered=parent if elsewhere else None)

    return tuple(map(branch, hanging[None]))


def _hosts(comments: Sequence[ArchivedComment], by_id: Mapping[str, ArchivedComment]) -> dict[str, str | None]:
    """The comment below which each one hangs: its parent, or on a long way up the last that may have replies."""
    parents = {comment.id: by_id.get(comment.parent or "") for comment in comments}
    from_above = TopologicalSorter({number: [parent.id] if parent else [] for number, parent in parents.items()})
    hosts: dict[str, str | None] = {}
    levels: dict[str, int] = {}
    for number in from_above.static_order():
        parent = parents[number]
        levels[number] = min(levels[parent.id] + 1, DEEPEST - 1) if parent else 0
        hosts[number] = (parent.id if levels[parent.id] < DEEPEST - 1 else hosts[parent.id]) if parent else None
    return hosts
