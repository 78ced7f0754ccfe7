"""What was taken back between two versions of the content folder: consents, posts, parts of posts, files.

Whether something else was mended or broken meanwhile does not matter here. In doubt it counts as taken back: then a
build goes without the posts that have something to mend, and is the same as any other where none has.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.register import Consent, Register, read_register
from plugins.contract.reading import read_record
from plugins.contract.walk import written_values
from plugins.frontmatter import ContentFile, content_files, place_in_words, read_document
from plugins.records import dataclass
from plugins.withdrawal.versions import Version
from plugins.workshops.checks.names import named_things
from plugins.workshops.record.post import Post

_POSTS = ("workshop", "post", "page")
_OUT_OF_SIGHT = re.compile(r"^status\s*:\s*[\"']?(?:draft|hidden)\b", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(r"(?:^|[{,])[ \t-]*[a-z_]+[ \t]*:(?=\s)", re.MULTILINE)
_WORD = re.compile(r"\w*[^\W\d_]\w*|\d{5,}")
"""What may name somebody: a word, or a number as long as a telephone's; dates and counts are no names."""


def taken_back(before: Version, content: Path, *, zone: ZoneInfo, now: datetime) -> tuple[str, ...]:
    """A line for each thing that was taken back, by place."""
    old, new = _Folder(before.content, zone, now), _Folder(content, zone, now)
    found = [*_consents(old, new), *_posts(old, new), *_files(old, new)]
    found += [f"{content.name}/{path}: this file was replaced" for path in before.replaced]
    return tuple(sorted(set(found)))


@dataclass(frozen=True)
class _Folder:
    content: Path
    zone: ZoneInfo
    now: datetime

    @cached_property
    def files(self) -> dict[str, ContentFile]:
        return {file.source: file for file in content_files(self.content)[0]}

    @cached_property
    def register(self) -> Register:
        return read_register(self.content / "consent.yml", source=self.register_source, zone=self.zone)[0]

    @property
    def register_source(self) -> str:
        """Where the register is, as the author knows it."""
        return f"{self.content.name}/consent.yml"

    def text(self, source: str) -> str:
        """A post as it lies there."""
        return self.files[source].path.read_bytes().decode("utf-8", "replace")

    def post(self, source: str) -> tuple[Post, str] | None:
        """A post and its story; None when it cannot be read."""
        document, _ = read_document(self.files[source].path, source)
        if document is None:
            return None
        post, _ = read_record(Post, document.front_matter, source=source, zone=self.zone)
        return (post, document.story) if post else None

    def is_public(self, post: Post) -> bool:
        """Whether a post has a page at this moment."""
        return post.status != "draft" and (post.date is None or post.date.first(self.zone) <= self.now)


def _consents(old: _Folder, new: _Folder) -> Iterator[str]:
    source = new.register_source
    if not new.register.is_readable:
        yield f"{source}: it cannot be read, so it covers nothing"
        return
    for consent_id, before in old.register.consents.items():
        after = new.register.consents.get(consent_id)
        if after is None or consent_id in new.register.unread:
            yield f"{source}: {consent_id} is gone, or cannot be read"
        elif _covers_less(before, after, new.zone):
            yield f"{source}: {consent_id} was withdrawn, or covers less than before"


def _covers_less(before: Consent, after: Consent, zone: ZoneInfo) -> bool:
    ends_sooner = after.until is not None and (before.until is None or after.until.last(zone) < before.until.last(zone))
    was_withdrawn = after.withdrawn is not None and before.withdrawn is None
    return was_withdrawn or ends_sooner or not set(before.covers) <= set(after.covers)


def _posts(old: _Folder, new: _Folder) -> Iterator[str]:
    for source, file in old.files.items():
        if file.kind in _POSTS and (source not in new.files or old.text(source) != new.text(source)):
            for what in _taken_from(source, old, new):
                yield f"{source}: {what}"


def _taken_from(source: str, old: _Folder, new: _Folder) -> Iterator[str]:
    before = old.post(source)
    if before and not old.is_public(before[0]):
        return
    if source not in new.files:
        yield "this post is gone, or has another name"
        return
    after = new.post(source)
    if before is None or after is None:
        yield from _missing_in_text(before[0] if before else None, new.text(source))
    elif not new.is_public(after[0]):
        yield "this post is a draft now, or comes out later"
    else:
        yield from _missing_parts(before, after)
    if before and _words(old.text(source)) - _words(new.text(source)):
        yield "words are gone from it"


def _words(text: str) -> Counter[str]:
    """Each word that a post says, as often as it does; where it says it does not matter, nor what a field is called."""
    return Counter(_WORD.findall(_FIELD.sub(" ", text).casefold()))


def _missing_in_text(before: Post | None, text: str) -> Iterator[str]:
    """What can be said of a post that cannot be read in one of its versions."""
    if _OUT_OF_SIGHT.search(text):
        yield "this post is a draft now, or in no list any more"
    for what, words in _named(before) if before else ():
        if " ".join(words.split()) not in " ".join(text.split()):
            yield f"{what} is gone from it"


def _missing_parts(before: tuple[Post, str], after: tuple[Post, str]) -> Iterator[str]:
    if after[0].status == "hidden" and before[0].status != "hidden":
        yield "this post is in no list any more"
    if after[0].slug != before[0].slug:
        yield "this post has another address"
    for what in dict(_named(before[0])).items() - dict(_named(after[0])).items():
        yield f"{what[0]} is gone from it"
    for field in Counter(_fields(before[0])) - Counter(_fields(after[0])):
        yield f"something is gone from “{field}”"
    blurred = {photo.file: photo.blur for photo in before[0].photos}
    for photo in after[0].photos:
        if photo.file in blurred and photo.blur != blurred[photo.file]:
            yield f"other parts of the photo {photo.file} are blurred"
    changes = SequenceMatcher(None, before[1].splitlines(), after[1].splitlines(), autojunk=False).get_opcodes()
    if any(kind == "delete" and any(map(str.strip, before[1].splitlines()[i:j])) for kind, i, j, _, _ in changes):
        yield "something is gone from its story"


def _named(post: Post) -> Iterator[tuple[str, str]]:
    """What a post shows of people, and what is known by a name of its own: with the words that stand for it."""
    for photo in post.photos:
        yield f"the photo {photo.file}", photo.file
    for number, quote in enumerate(post.feedback.quotes if post.feedback else ()):
        yield f"quote {number + 1}, as it was,", quote.words
    for written in written_values(post):
        if written.field.written in ("file", "url"):
            yield f"{written.field.written} {written.value}", str(written.value)
    for named in named_things(post):
        yield f"what was called {named.id}", named.id


def _fields(post: Post) -> Iterator[str]:
    """The name of every field that is filled, once for each time."""
    for written in written_values(post):
        yield place_in_words(tuple(part for part in written.path if isinstance(part, str)))


def _files(old: _Folder, new: _Folder) -> Iterator[str]:
    for source, file in old.files.items():
        if file.kind == "other" and source not in new.files:
            yield f"{source}: this file is gone"
