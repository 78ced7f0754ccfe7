"""What posts say as they were last read, for a process that reads a diary again after each save.

Only what follows from the letters of a file alone is kept, in memory, beside these letters: its tree and its record,
and the whole reading of a post that names neither a consent nor a file. What else decides about a post (consents, the
moment, files beside it, other posts) is looked at each time.

A file is opened again unless everything that the system says of it is as it was, and its last change lay some seconds
back when it was read: two saves within one tick of a clock look alike.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.contract.shape import field_names
from plugins.files import StableStamp, stable_stamp
from plugins.frontmatter import ContentFile, Document, Mapping, document_in, read_text
from plugins.problems import Problem
from plugins.workshops.record.post import Post

Kept = TypeVar("Kept")


class _Read(NamedTuple):
    stamp: StableStamp | None
    text: str
    problems: tuple[Problem, ...]
    document: tuple[Document | None, tuple[Problem, ...]]


class _Record(NamedTuple):
    tree: Mapping
    zone: ZoneInfo
    record: tuple[Post | None, tuple[Problem, ...]]


class _Reading(NamedTuple):
    document: Document
    zone: ZoneInfo
    file: ContentFile
    reading: Any


class KeptRecords:
    """Posts by their source; one that does not keep reads each anew."""

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._read: dict[str, _Read] = {}
        self._records: dict[str, _Record] = {}
        self._readings: dict[str, _Reading] = {}
        self._same: dict[type, object] = {}

    def document(self, file: Path, source: str) -> tuple[Document | None, tuple[Problem, ...]]:
        """The document in a file, and its findings; None when no tree could be had."""
        known = self._read.get(source)
        # Asked first: what is read may be newer than this says, and never older.
        stamp = stable_stamp(file) if self.keeps else None
        if known and stamp and known.stamp == stamp:
            return known.document
        text, problems = read_text(file, source)
        if text is None:
            return None, problems
        is_known = known and known[1:3] == (text, problems)
        document = (
            known.document if known and is_known else document_in(text, problems, source, names=field_names(Post))
        )
        if self.keeps:
            self._read[source] = _Read(stamp, text, problems, document)
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

    def known(self, file: ContentFile, document: Document, zone: ZoneInfo) -> Any:
        """The reading that was learnt of this very document in this very place; None where there is none."""
        known = self._readings.get(file.source)
        is_known = known and known.document is document and known.zone == zone and known.file == file
        return known.reading if known and is_known else None

    def learn(self, file: ContentFile, document: Document, zone: ZoneInfo, reading: object) -> None:
        """Keep the reading of a document, which follows from that and its place alone."""
        if self.keeps:
            self._readings[file.source] = _Reading(document, zone, file, reading)

    def same(self, value: Kept) -> Kept:
        """The earlier one of its kind where they are equal: what is asked about it can then be told at a glance."""
        before = self._same.get(type(value))
        if self.keeps and before != value:
            self._same[type(value)] = before = value
        return before if isinstance(before, type(value)) else value

    def keep_only(self, sources: Collection[str]) -> None:
        """Forget every other post."""
        self._readings = {source: reading for source, reading in self._readings.items() if source in sources}
        self._read = {source: read for source, read in self._read.items() if source in sources}
        self._records = {source: record for source, record in self._records.items() if source in sources}
