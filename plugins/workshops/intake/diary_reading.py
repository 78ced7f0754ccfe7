"""A content folder read as a diary, with the findings of all its files at once."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from plugins.consent.register import read_register
from plugins.frontmatter import ContentFile, content_files, slug_of, source_key
from plugins.problems import FieldPath, Problem
from plugins.records import dataclass
from plugins.workshops.checks.files import material_files
from plugins.workshops.checks.names import repeated_ideas
from plugins.workshops.checks.places import reused_addresses, shared_addresses
from plugins.workshops.checks.references import UnreadPost, broken_references
from plugins.workshops.diary import Diary, DiaryEntry, EntryKind
from plugins.workshops.intake.certain import certain
from plugins.workshops.intake.consented import Consenting
from plugins.workshops.intake.dangling_references import without_lost_references
from plugins.workshops.intake.duplicate_photos import pictures_named_in, unequal_blurs, without_duplicates
from plugins.workshops.intake.entry_reading import EntryReading, entry_reading, guarded_entry
from plugins.workshops.intake.kept_records import KeptRecords
from plugins.workshops.intake.quote_leaks import quote_leaks

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
_ANEW = KeptRecords(keeps=False)
_NO_GAPS: Mapping[str, tuple[FieldPath, ...]] = {}
Watched = Callable[[Sequence[tuple[ContentFile, EntryKind]]], Iterable[tuple[ContentFile, EntryKind]]]
"""Hands on the files that are to be read, one by one, and sees how far it is."""


def read_diary(content: Path, *, zone: ZoneInfo, now: datetime) -> tuple[Diary, tuple[Problem, ...]]:
    """Every entry that reads well and may be published at `now`, and every finding."""
    return read_contents(content, zone=zone, now=now).whole()


@dataclass(frozen=True, slots=True)
class Contents:
    """A content folder, read.

    `entries` are those that read well, without what nobody agreed to any more anywhere in the folder; `unread` are
    the files of the others, and `partial` what could be read of those, for further findings alone, with its gaps.
    `problems` are all findings but those of references. `deleted` are the sources of posts that were there once.
    `next_versions` are the files that were read in place of pages, by the sources of those. `unshared_quotes` are the
    words that may not stand in files that readers keep, each with its file.
    """

    entries: tuple[DiaryEntry, ...]
    unread: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]
    partial: tuple[tuple[DiaryEntry, tuple[FieldPath, ...]], ...] = ()
    deleted: frozenset[str] = frozenset()
    next_versions: Mapping[str, str] = field(default_factory=dict)
    unshared_quotes: tuple[tuple[str, str], ...] = ()

    def named(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The findings by the files that were read."""
        name = self.next_versions.get
        named = ((name(each.source, each.source), name(each.also, each.also), each) for each in problems)
        return tuple(replace(each, source=source, also=also) for source, also, each in named)

    def whole(self, *, without: Collection[str] = ()) -> tuple[Diary, tuple[Problem, ...]]:
        """The diary of every entry but those of these sources, as far as it reads, and every finding.

        A post that cannot be read counts as existing, with every id that is written in it. Nothing of such a diary is
        published, since there are findings.
        """
        diary, told = self.diary(without=without) if without else self._as_far_as_it_reads()
        return diary, tuple(dict.fromkeys((*self.problems, *told)))

    def _as_far_as_it_reads(self) -> tuple[Diary, tuple[Problem, ...]]:
        gaps = {entry.source: missed for entry, missed in self.partial}
        unknown = {file.source for file in self.unread} - gaps.keys()
        entries = sorted((*self.entries, *(entry for entry, _ in self.partial)), key=lambda entry: entry.source)
        diary = Diary(tuple(entries), frozenset(unknown))
        lost = broken_references(diary, unread=tuple(map(UnreadPost.of, self.unread)))
        told = (
            entry.problem_at(*each)
            for entry, finding in lost
            for each in certain((finding,), entry.tree, gaps.get(entry.source, ()))
        )
        return diary, (*told, *(_shared(diary, gaps) if gaps else ()))  # Else they are among the problems.

    def diary(self, *, without: Collection[str], unlisted: Collection[str] = ()) -> tuple[Diary, tuple[Problem, ...]]:
        """The diary without the posts of these sources, and the findings of references.

        What could not be read is left out too. A reference to something in a post that is left out, or deleted, is
        dropped, and in a listed post so is one to something in a post that is in no list.
        """
        kept = [entry for entry in self.entries if entry.source not in without]
        gone = [entry for entry in self.entries if entry.source in without]
        hidden = [entry for entry in kept if entry.source in unlisted]
        listed = [entry for entry in kept if entry.source not in unlisted]
        left_out = self.deleted.union((entry.source for entry in gone), (file.source for file in self.unread))
        deleted_slugs = {slug_of(source.split("/")) for source in self.deleted} - {entry.slug for entry in kept}
        unread_slugs = [file.slug for file in self.unread]
        severed = partial(without_lost_references, unread_slugs=unread_slugs, deleted_slugs=deleted_slugs)
        whole = {entry.source: entry for entry in (*severed(kept, gone), *severed(listed, (*gone, *hidden)))}
        diary = Diary(tuple(whole.values()), left_out)
        return diary, tuple(entry.problem_at(*finding) for entry, finding in broken_references(diary))


def read_contents(  # noqa: PLR0913 - whoever reads a folder names what is unusual
    content: Path,
    *,
    zone: ZoneInfo,
    now: datetime,
    guarded: bool = False,
    next_versions: bool = False,
    kept: KeptRecords = _ANEW,
    watched: Watched = iter,
) -> Contents:
    """Everything in a content folder as it may be published at `now`.

    With `guarded`, a file over which the software itself stumbles counts as one that cannot be read. With
    `next_versions`, those stand in the place of their pages (docs/decisions/0193); else nothing is read of them.
    What is `kept` of a file that says what it said is not read again. `watched` sees how far the reading is.
    """
    read_entry = guarded_entry if guarded else entry_reading
    files, problems = content_files(content)
    chosen, others = _versions(files, is_next=next_versions)
    kept.keep_only({file.source for file in chosen})
    register, register_problems = read_register(content / "consent.yml", source=_register(content), zone=zone)
    consenting = Consenting(register, now, zone)
    readings = [
        (file, _in_its_place(read_entry(file, kind, consenting, kept), file))
        for file, kind in watched([(file, file.kind) for file in chosen if file.kind in ENTRY_KINDS])
    ]
    findings = [*problems, *register_problems, *(problem for _, reading in readings for problem in reading.problems)]
    entries = [reading.entry for _, reading in readings if reading.entry]
    partial = [(reading.partial, reading.gaps) for _, reading in readings if reading.partial]
    unread = [file for file, reading in readings if not reading.entry]
    used = {consent for _, reading in readings for consent in reading.consents}
    left_out_quotes = [(words, file.source) for file, reading in readings for words in reading.left_out_quotes]
    unshared = [(words, file.source) for file, reading in readings for words in reading.unshared_quotes]
    handed_out = {f"{posixpath.dirname(each.source)}/{file}" for each in entries for file in material_files(each.post)}
    findings = [each for each in findings if each.code != "not-plain-text" or each.source not in handed_out]
    shown, duplicates = without_duplicates(entries, unclear=pictures_named_in(unread))
    findings.extend(duplicates)
    findings.extend(unequal_blurs(shown))
    findings.extend(quote_leaks(left_out_quotes, shown))
    findings.extend(_shared(Diary(shown)))
    texts = tuple(map(UnreadPost.of, (*unread, *others)))
    used |= {consent for consent in register.consents if any(post.may_need(consent) for post in texts)}
    findings.extend(register.unused(used, source=_register(content)))
    drafts = {file.page: file.source for file in chosen if file.page}
    return Contents(
        shown, tuple(unread), tuple(findings), tuple(partial), next_versions=drafts, unshared_quotes=tuple(unshared)
    )


def _versions(
    files: Sequence[ContentFile], *, is_next: bool
) -> tuple[tuple[ContentFile, ...], tuple[ContentFile, ...]]:
    """The files that are read, each page or its next version, and the others."""
    pages = {source_key(file.page) for file in files if file.page}
    if not pages:
        return tuple(files), ()
    others = {file.source for file in files if (source_key(file.source) in pages if is_next else file.page)}
    chosen, rest = ([file for file in files if (file.source in others) is of_rest] for of_rest in (False, True))
    return tuple(chosen), tuple(rest)


def _in_its_place(reading: EntryReading, file: ContentFile) -> EntryReading:
    """A next version under the name of its page, to which links and references lead."""
    if not file.page:
        return reading
    entry, part = (each and replace(each, source=file.page, is_next=True) for each in (reading.entry, reading.partial))
    return replace(reading, entry=entry, partial=part)


def _shared(diary: Diary, gaps: Mapping[str, tuple[FieldPath, ...]] = _NO_GAPS) -> Iterator[Problem]:
    """Addresses and ids that two posts have."""
    for entry, finding, other in (*shared_addresses(diary), *reused_addresses(diary), *repeated_ideas(diary)):
        for each in certain((finding,), entry.tree, gaps.get(entry.source, ())):
            yield replace(entry.problem_at(*each), also=other.source)


def _register(content: Path) -> str:
    return f"{content.name}/consent.yml"
