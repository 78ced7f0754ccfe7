"""A content folder read as a diary, with the findings of all its files at once."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from plugins.consent.register import read_register
from plugins.contract.reading import read_record
from plugins.frontmatter import ContentFile, content_files, line_of, read_document
from plugins.problems import Problem, field_name
from plugins.workshops.checks import CHECKS
from plugins.workshops.checks.files import missing_files
from plugins.workshops.checks.names import repeated_ideas
from plugins.workshops.checks.places import misplaced, shared_addresses
from plugins.workshops.checks.references import broken_references
from plugins.workshops.diary import Diary, DiaryEntry, EntryKind
from plugins.workshops.intake.consented import Consenting
from plugins.workshops.record.post import Post

FieldPath = tuple[str | int, ...]
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


def read_diary(content: Path, *, zone: ZoneInfo, now: datetime) -> tuple[Diary, tuple[Problem, ...]]:
    """Every entry that reads well and may be published at `now`, and every finding.

    References are only looked up when all entries read well, since a post with a slip in it takes its ids along.
    """
    files, problems = content_files(content)
    register, register_problems = read_register(
        content / "consent.yml", source=f"{content.name}/consent.yml", zone=zone
    )
    consenting = Consenting(register, now, zone)
    found = [*problems, *register_problems]
    entries: list[DiaryEntry] = []
    for file in files:
        if file.kind in ENTRY_KINDS:
            entry, answered = _read_entry(file, file.kind, consenting)
            found.extend(answered)
            entries.extend([entry] if entry else [])
    diary = Diary(tuple(entries))
    found.extend(_located(*finding) for finding in shared_addresses(diary))
    found.extend(_located(*finding) for finding in repeated_ideas(diary))
    if len(entries) == sum(file.kind in ENTRY_KINDS for file in files):
        found.extend(_located(*finding) for finding in broken_references(diary))
    return diary, tuple(found)


def _read_entry(
    file: ContentFile, kind: EntryKind, consenting: Consenting
) -> tuple[DiaryEntry | None, tuple[Problem, ...]]:
    document, problems = read_document(file.path, file.source)
    if document is None:
        return None, problems
    post, answered = read_record(Post, document.front_matter, source=file.source, zone=consenting.zone)
    if post is None:
        return None, (*problems, *answered)
    entry = DiaryEntry(
        post=consenting.publishable(post),
        kind=kind,
        slug=post.slug or file.slug,
        source=file.source,
        folder=file.path.parent,
        story=document.story,
        story_line=document.story_line,
        tree=document.front_matter,
    )
    asked = (_located(entry, found.path, found.message, stops=found.stops) for found in consenting.findings(post))
    return entry, (*problems, *asked, *(_located(entry, *finding) for finding in _findings(entry, post)))


def _findings(entry: DiaryEntry, post: Post) -> Iterator[tuple[FieldPath, str]]:
    yield from misplaced(entry)
    yield from missing_files(entry)
    for check in CHECKS:
        yield from check(post)


def _located(entry: DiaryEntry, path: FieldPath, message: str, *, stops: bool = True) -> Problem:
    line = line_of(entry.tree, path) if path else entry.tree.line
    return Problem(entry.source, line, field_name(path), message, stops)
