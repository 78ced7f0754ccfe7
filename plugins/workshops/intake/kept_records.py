"""What posts say as they were last read, for a process that reads a diary again after each save.

Only what follows from the letters of a file alone is kept, in memory, beside these letters: its tree and its record.
What else decides about a post (consents, the moment, files beside it, other posts) is looked at each time.
"""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.contract.shape import field_names
from plugins.frontmatter import Document, Mapping, document_in, read_text
from plugins.problems import Problem
from plugins.workshops.record.post import Post


class _Read(NamedTuple):
    text: str
    problems: tuple[Problem, ...]
    document: tuple[Document | None, tuple[Problem, ...]]


class _Record(NamedTuple):
    tree: Mapping
    zone: ZoneInfo
    record: tuple[Post | None, tuple[Problem, ...]]


class KeptRecords:
    """Posts by their source; one that does not keep reads each anew."""

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._read: dict[str, _Read] = {}
        self._records: dict[str, _Record] = {}

    def document(self, file: Path, source: str) -> tuple[Document | None, tuple[Problem, ...]]:
        """The document in a file, and its findings; None when no tree could be had."""
        text, problems = read_text(file, source)
        if text is None:
            return None, problems
        known = self._read.get(source)
        if known and known[:2] == (text, problems):
            return known.document
        document = document_in(text, problems, source, names=field_names(Post))
        if self._keeps:
            self._read[source] = _Read(text, problems, document)
        return document

    def record(self, tree: Mapping, source: str, zone: ZoneInfo) -> tuple[Post | None, tuple[Problem, ...]]:
        """The record that a tree says, and every finding on the way."""
        known = self._records.get(source)
        if known and known.tree is tree and known.zone == zone:
            return known.record
        record = read_record(Post, tree, source=source, zone=zone)
        if self._keeps:
            self._records[source] = _Record(tree, zone, record)
        return record

    def keep_only(self, sources: Collection[str]) -> None:
        """Forget every other post."""
        self._read = {source: read for source, read in self._read.items() if source in sources}
        self._records = {source: record for source, record in self._records.items() if source in sources}
