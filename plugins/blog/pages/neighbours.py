"""What stands beside a post: its neighbours."""

from plugins.blog.listing import Listing
from plugins.blog.settings import BlogSettings
from plugins.blog.views.frame import Link
from plugins.workshops.diary import DiaryEntry


def neighbour_links(settings: BlogSettings, listing: Listing, entry: DiaryEntry) -> tuple[Link | None, Link | None]:
    """Links to the posts before and after; None at the ends, and for an entry that is in no list."""
    beside = listing.neighbours.get(entry.source)
    return (_link(settings, beside.earlier), _link(settings, beside.later)) if beside else (None, None)


def _link(settings: BlogSettings, entry: DiaryEntry | None) -> Link | None:
    if entry is None:
        return None
    return Link(label=entry.post.title, href=settings.entry_href(entry), language=settings.language_of(entry))
