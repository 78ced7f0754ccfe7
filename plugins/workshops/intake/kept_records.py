"""What posts say as they were last read, for a process that reads a diary again after each save.

Only what follows from the letters of a file alone is kept, in memory, beside these letters: its tree and its record,
and the whole reading of a post that names neither a consent nor a file. What else decides about a post (consents, the
moment, files beside it, other posts) is looked at each time. A build in a process of its own keeps nothing in memory;
it has the `posts` that the one before it read.

A file is opened again unless everything that the system says of it is as it was, and its last change lay some seconds
back when it was read: two saves within one tick of a clock look alike.
"""

from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.contract.shape import field_names
from plugins.files import WholeStamp, is_stable, whole_stamp
from plugins.frontmatter import ContentFile, Document, Mapping, document_in, read_text
from plugins.problems import Problem
from plugins.workshops.diary import LastAnswers
from plugins.workshops.intake.kept_posts import KeptPosts
from plugins.workshops.record.post import Post

Kept = TypeVar("Kept")


class Letters(NamedTuple):
    """The text of a file, and what is wrong with its letters; None where there is none to be had."""

    text: str | None
    problems: tuple[Problem, ...]


class _Document(NamedTuple):
    letters: Letters
    document: tuple[Document | None, tuple[Problem, ...]]


class _Record(NamedTuple):
    tree: Mapping
    zone: ZoneInfo
    record: tuple[Post | None, tuple[Problem, ...]]


class _Reading(NamedTuple):
    letters: Letters
    zone: ZoneInfo
    file: ContentFile
    reading: Any


class KeptRecords:
    """Posts by their source; one that does not keep has in memory what it is reading, and the `posts` of before."""

    def __init__(self, *, keeps: bool = True, posts: KeptPosts | None = None) -> None:
        self.keeps = keeps
        self.posts = posts or KeptPosts()
        self.last_answers = LastAnswers() if keeps else None
        self._letters: dict[str, tuple[WholeStamp | None, Letters]] = {}
        self._documents: dict[str, _Document] = {}
        self._records: dict[str, _Record] = {}
        self._readings: dict[str, _Reading] = {}
        self._same: dict[type, object] = {}

    def letters(self, file: ContentFile) -> Letters:
        """What a file says; the very same where it says what it said."""
        if not self.keeps:
            return Letters(*read_text(file.path, file.source))
        before, known = self._letters.get(file.source, (None, None))
        # Asked first: what is read may be newer than this says, and never older.
        stamp = whole_stamp(f"{file.folder}/{file.name}")
        if known and stamp and before == stamp:
            return known
        stamp = stamp if is_stable(stamp) else None
        letters = Letters(*read_text(file.path, file.source))
        if known == letters:
            letters = known
        self._letters[file.source] = (stamp, letters)
        return letters

    def document(self, letters: Letters, source: str) -> tuple[Document | None, tuple[Problem, ...]]:
        """The document in a file, and its findings; None when no tree could be had."""
        if letters.text is None:
            return None, letters.problems
        known = self._documents.get(source)
        if known and known.letters is letters:
            return known.document
        document = document_in(letters.text, letters.problems, source, names=field_names(Post))
        if self.keeps:
            self._documents[source] = _Document(letters, document)
        return document

    def record(self, tree: Mapping, source: str, zone: ZoneInfo) -> tuple[Post | None, tuple[Problem, ...]]:
        """The record that a tree says, and every finding on the way."""
        known = self._records.get(source)
        if known and known.tree is tree and known.zone == zone:
            return known.record
        record = read_record(Post, tree, source=source, zone=zone)
        if self.keeps:
            self._records[source] = _Record(tree, zone, record)
        return record

    def known(self, file: ContentFile, letters: Letters, zone: ZoneInfo) -> Any:
        """The reading that was learnt of these very letters in this very place; None where there is none."""
        known = self._readings.get(file.source)
        # Two tuples of the very same things are equal without a look at what is in them.
        return known.reading if known and known[:3] == (letters, zone, file) else None

    def learn(self, file: ContentFile, letters: Letters, zone: ZoneInfo, reading: object) -> None:
        """Keep the reading of a file, which follows from its letters and its place alone."""
        if self.keeps:
            self._readings[file.source] = _Reading(letters, zone, file, reading)

    def same(self, value: Kept) -> Kept:
        """The earlier one of its kind where they are equal: what is asked about it can then be told at a glance."""
        before = self._same.get(type(value))
        if self.keeps and before != value:
            self._same[type(value)] = before = value
        return before if isinstance(before, type(value)) else value

    def keep_only(self, sources: AbstractSet[str]) -> None:
        """Forget every other post."""
        for kept in (self._readings, self._letters, self._documents, self._records):
            for source in kept.keys() - sources:
                del kept[source]
