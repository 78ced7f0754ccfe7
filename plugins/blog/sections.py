"""Which pages have comments, and what is known of the comments of each."""

from collections.abc import Mapping

from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.comments.closing import Closing
from plugins.comments.discussion import Discussion
from plugins.comments.providers import CommentedPage
from plugins.comments.section import Section
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import Comments


def sections(settings: BlogSettings, publication: Publication, discussion: Discussion) -> Mapping[str, Section]:
    """The section of each entry with comments, or a place for them, by source; in the order of the entries.

    A hidden post has none: the list of threads, which anybody can read, would tell of it.
    """
    may_have = (
        entry
        for entry in publication.entries
        if entry.kind != "page" and entry.post.comments != "off" and publication.states[entry.source] != "hidden"
    )
    known = {entry.source: _section(settings, discussion, entry) for entry in may_have}
    return {source: section for source, section in known.items() if section.is_shown}


def _section(settings: BlogSettings, discussion: Discussion, entry: DiaryEntry) -> Section:
    written = entry.post.comments
    asked = written if isinstance(written, Comments) else Comments()
    first = entry.first_address
    thread = discussion.thread(first)
    return Section(
        place=CommentedPage(
            thread=first,
            first_address=settings.address + first,
            address=settings.address + entry.address,
            title=entry.post.title,
            language=entry.post.lang or settings.language,
        ),
        provider=discussion.provider(asked.provider),
        closing=Closing(is_open=asked.open, closes=asked.closes, is_closed_by_moderator=thread.closed),
        thread=thread,
        now=settings.now,
        zone=settings.zone,
    )
