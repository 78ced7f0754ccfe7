"""What stands beside a post: its neighbours."""

from plugins.blog.site_model import SiteModel
from plugins.blog.views.frame import Link
from plugins.workshops.diary import DiaryEntry


def neighbour_links(model: SiteModel, entry: DiaryEntry) -> tuple[Link | None, Link | None]:
    """Links to the posts before and after; None at the ends, and for an entry that is in no list."""
    beside = model.neighbours.get(entry.source)
    return (_link(model, beside.earlier), _link(model, beside.later)) if beside else (None, None)


def _link(model: SiteModel, entry: DiaryEntry | None) -> Link | None:
    return Link(label=entry.post.title, href=model.entry_href(entry)) if entry else None
