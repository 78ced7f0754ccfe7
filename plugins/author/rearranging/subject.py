"""A post that is to be changed, as it is now."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile, posts
from plugins.author.rearranging.field_changes import Field
from plugins.author.rearranging.plan import NotChanged
from plugins.blog.publication import PUBLIC, Moment, state_of
from plugins.contract.reading import read_record
from plugins.contract.scalars import read_moment
from plugins.contract.unreadable import Unreadable
from plugins.engine.build_moment import build_moment
from plugins.frontmatter import ContentFile, read_document
from plugins.frontmatter.changes import said
from plugins.frontmatter.notation import Plain
from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.diary import EntryKind, address_of
from plugins.workshops.record.post import Post


@dataclass(frozen=True, slots=True)
class Subject:
    """A post that is to be changed, as it is now."""

    content: Path
    zone: ZoneInfo
    post: OpenFile
    record: Post

    @property
    def kind(self) -> EntryKind:
        kinds: dict[str, EntryKind] = {"workshop": "workshop", "post": "post", "page": "page"}
        return kinds[self.post.file.kind]

    @property
    def slug(self) -> str:
        return self.record.slug or self.post.file.slug

    @property
    def address(self) -> str:
        return f"/{address_of(self.kind, self.slug)}"

    @property
    def is_public(self) -> bool:
        """Whether readers have a page of it."""
        return state_of(self.record, Moment(build_moment(self.zone), self.zone)) in PUBLIC

    def now(self, *names: str) -> Field:
        """What a field of the front matter says."""
        value: Field = None if self.post.front_matter is None else _plain(said(self.post.front_matter))
        for name in names:
            value = value.get(name) if isinstance(value, dict) else None
        return value

    @property
    def updated(self) -> str:
        """A moment for `updated` that calendars take for a later one than any before."""
        now = build_moment(self.zone).replace(second=0, microsecond=0)
        known = [when.first(self.zone) for when in (self.record.updated, self.record.date) if when]
        past = [when for when in known if when <= now + timedelta(minutes=10)]
        moment = max([now, *(when + timedelta(minutes=1) for when in past)])
        return _written(moment)


def subject(content: Path, zone: ZoneInfo, post: OpenFile) -> Subject:
    """A post that can be changed; raises NotChanged for one that has something to mend."""
    record = read_record(Post, post.front_matter, source=post.file.source, zone=zone)[0] if post.front_matter else None
    if record is None:
        raise NotChanged("It has something to mend first. Open its form, mend that, and save.")
    if post.file.page:
        raise NotChanged("This is a next version. Put it up, or rename and move its page: it goes along.")
    return Subject(content, zone, post, record)


def _plain(value: Plain) -> Field:
    """What a tree says, of texts, lists and fields alone."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value if isinstance(value, str) else [_plain(each) for each in value]


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def others(it: Subject) -> Iterator[tuple[ContentFile, Post | None]]:
    """The other posts of the diary, each with what it says where that can be read."""
    for file in posts(it.content):
        if file.source != it.post.file.source and not file.page:
            document = read_document(file.path, file.source)[0]
            yield file, read_record(Post, document.front_matter, source="", zone=it.zone)[0] if document else None


def when(text: str, zone: ZoneInfo) -> When:
    try:
        moment = read_moment(text, zone)
    except Unreadable as advice:
        raise NotChanged(f"“{text}” cannot be read as a day: {advice}.") from None
    if not isinstance(moment, When):
        raise NotChanged(f"“{text}” is a time without a day. Type both, such as 3 May 2031, 10am.")
    return moment
