"""What stands beside a post: its neighbours."""

from plugins.blog.edition import Edition
from plugins.blog.views.frame import Link
from plugins.workshops.diary import DiaryEntry


def neighbour_links(edition: Edition, entry: DiaryEntry) -> tuple[Link | None, Link | None]:
    """Links to the posts before and after; None at the ends, and for an entry that is in no list."""
    beside = edition.neighbours.get(entry.source)
    return (_link(edition, beside.earlier), _link(edition, beside.later)) if beside else (None, None)


def _link(edition: Edition, entry: DiaryEntry | None) -> Link | None:
    return Link(label=entry.post.title, href=edition.entry_href(entry)) if entry else None
