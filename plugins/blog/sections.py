"""Which pages have comments, and what is known of the comments of each."""

from collections.abc import Iterator, Mapping

from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.comments.closing import Closing
from plugins.comments.discussion import Discussion
from plugins.comments.providers import CommentedPage, Provider
from plugins.comments.section import Section
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.post import Comments

_AS_USUAL = Comments()


class Sections(Mapping[str, Section]):
    """The section of each entry with comments, or a place for them, by source; each is worked out when it is asked for.

    They come in the order of the entries. A hidden post has none: the list of threads, which anybody can read, would
    tell of it.
    """

    def __init__(self, settings: BlogSettings, publication: Publication, discussion: Discussion) -> None:
        self._settings, self._discussion = settings, discussion
        self._entries = {
            entry.source: entry
            for entry in publication.entries
            if entry.kind != "page" and entry.post.comments != "off" and publication.states[entry.source] != "hidden"
        }
        self._known: dict[str, Section | None] = {}

    def answered_at(self, provider: type[Provider]) -> Iterator[DiaryEntry]:
        """The entries whose comments may be kept at such a provider."""
        return (each for each in self._entries.values() if isinstance(_provider(self._discussion, each), provider))

    def __getitem__(self, source: str) -> Section:
        if source not in self._known:
            section = _section(self._settings, self._discussion, self._entries[source])
            self._known[source] = section if section.is_shown else None
        if known := self._known[source]:
            return known
        raise KeyError(source)

    def __iter__(self) -> Iterator[str]:
        return (source for source in self._entries if source in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def asked_of_readers(entry: DiaryEntry) -> Comments:
    """What a post says of its comments, spelt out."""
    written = entry.post.comments
    return written if isinstance(written, Comments) else _AS_USUAL


def _provider(discussion: Discussion, entry: DiaryEntry) -> Provider:
    return discussion.provider(asked_of_readers(entry).provider)


def closing_of(entry: DiaryEntry, *, is_closed_by_moderator: bool = False) -> Closing:
    """Until when readers may answer an entry."""
    asked = asked_of_readers(entry)
    return Closing(is_open=asked.open, closes=asked.closes, is_closed_by_moderator=is_closed_by_moderator)


def _section(settings: BlogSettings, discussion: Discussion, entry: DiaryEntry) -> Section:
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
        provider=_provider(discussion, entry),
        closing=closing_of(entry, is_closed_by_moderator=thread.closed),
        thread=thread,
        now=settings.now,
        zone=settings.zone,
    )
