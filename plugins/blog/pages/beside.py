"""What stands beside a post: its neighbours, and the question to its readers."""

from plugins.blog.edition import Edition
from plugins.blog.views.frame import Link
from plugins.story import Html
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import Comments


def neighbour_links(edition: Edition, entry: DiaryEntry) -> tuple[Link | None, Link | None]:
    """Links to the posts before and after; None at the ends, and for an entry that is in no list."""
    beside = edition.neighbours.get(entry.source)
    return (_link(edition, beside.earlier), _link(edition, beside.later)) if beside else (None, None)


def _link(edition: Edition, entry: DiaryEntry | None) -> Link | None:
    return Link(label=entry.post.title, href=edition.entry_href(entry)) if entry else None


def comment_prompt(edition: Edition, entry: DiaryEntry) -> Html | None:
    """The question that the post asks its readers, while they can answer."""
    comments = entry.post.comments
    settings = edition.settings
    if isinstance(comments, Comments) and comments.open and comments.prompt:
        if comments.closes and comments.closes.last(settings.zone) < settings.now:
            return None
        return edition.inline(entry)(comments.prompt)
    return None
