"""One post read: its entry, and every finding of its own file."""

from dataclasses import replace
from functools import partial

from plugins.contract.partial import read_as_far_as_fit
from plugins.contract.shape import field_names
from plugins.contract.values import FilePath
from plugins.contract.walk import written_values
from plugins.frontmatter import ContentFile, Halves, LateTree, cut, problem_at
from plugins.frontmatter.recovery import recovered
from plugins.problems import FieldPath, Problem
from plugins.records import dataclass
from plugins.workshops.checks import ADVICE, CHECKS
from plugins.workshops.checks.files import missing_files, with_files_found
from plugins.workshops.checks.photos import blurs_left_blank
from plugins.workshops.checks.places import misplaced
from plugins.workshops.checks.votes import counted_votes
from plugins.workshops.diary import DiaryEntry, EntryKind
from plugins.workshops.intake.certain import certain
from plugins.workshops.intake.consented import NOTHING, Consenting, bound_to_consent
from plugins.workshops.intake.kept_records import KeptRecords, Letters
from plugins.workshops.intake.pruning import pruned
from plugins.workshops.record.post import Post

_FILES = frozenset({FilePath})


@dataclass(frozen=True, slots=True)
class EntryReading:
    """One file read: the ids of consents in it count even for what is left out; its quotes are words."""

    entry: DiaryEntry | None
    problems: tuple[Problem, ...]
    partial: DiaryEntry | None = None
    gaps: tuple[FieldPath, ...] = ()
    consents: frozenset[str] = frozenset()
    left_out_quotes: tuple[str, ...] = ()
    unshared_quotes: tuple[str, ...] = ()


def entry_reading(file: ContentFile, kind: EntryKind, consenting: Consenting, kept: KeptRecords) -> EntryReading:
    letters = kept.letters(file)
    if known := kept.known(file, letters, consenting.zone):
        reading: EntryReading = known
        return reading
    halves = None if letters.text is None or letters.problems else cut(letters.text, file.source)
    if not isinstance(halves, Halves):
        return _reading(file, kind, consenting, kept, letters)
    late = LateTree(halves.front_matter, halves.front_matter_line)
    if post := kept.posts.post(file.source, late.text, consenting.zone):
        entry = DiaryEntry(
            post=post,
            votes=counted_votes(post)[0],
            kind=kind,
            slug=post.slug or file.slug,
            source=file.source,
            folder=file.folder,
            story=halves.story,
            story_line=halves.story_line,
            front_matter=late,
        )
        return EntryReading(entry, ())
    reading = _reading(file, kind, consenting, kept, letters)
    if not reading.entry or reading.consents:
        return reading
    entry = replace(reading.entry, front_matter=late)
    reading = replace(reading, entry=entry)
    if not any(written_values(entry.post, of=_FILES)):
        kept.learn(file, letters, consenting.zone, reading)
        if not reading.problems:
            kept.posts.learn(file.source, late.text, consenting.zone, entry.post)
    return reading


def _reading(
    file: ContentFile, kind: EntryKind, consenting: Consenting, kept: KeptRecords, letters: Letters
) -> EntryReading:
    document, problems = kept.document(letters, file.source)
    lost: tuple[FieldPath, ...] = ()
    if document is None:
        part = recovered(file.path, file.source, names=field_names(Post), needed="title")
        if part is None:
            return EntryReading(None, problems)
        document, problems, lost = part.document, part.problems, part.gaps
    written = document.front_matter
    post, answered = kept.record(written, file.source, consenting.zone)
    gaps = lost
    if post is None:
        fitting = read_as_far_as_fit(Post, written, zone=consenting.zone)
        if fitting is None:  # pragma: no cover - a title can be stood in for; were it not so, this would be told
            return EntryReading(None, (*problems, *answered))
        post, written, gaps = fitting.record, fitting.tree, (*lost, *fitting.gaps)
    post = with_files_found(post, file.folder)
    votes, wrong_votes = counted_votes(post)
    entry = DiaryEntry(
        post=consenting.publishable(post),
        votes=votes,
        kind=kind,
        slug=post.slug or file.slug,
        source=file.source,
        folder=file.folder,
        story=document.story,
        story_line=document.story_line,
        front_matter=pruned(written, post, consenting),
        left_out=consenting.left_out(post),
        shareable=consenting.shareable(post),
        last_answers=kept.last_answers,
    )
    problem = partial(problem_at, source=file.source, tree=written)
    asked = (
        problem(*finding, stops=asks.stops)
        for asks in consenting.findings(post)
        for finding in certain(((asks.path, asks.message, asks.code),), written, gaps)
    )
    wrong = (*wrong_votes, *(finding for check in CHECKS for finding in check(post)))
    checked = (problem(*finding) for finding in certain(wrong, written, gaps))
    pieces = (advice for advise in ADVICE for advice in advise(post))
    advised = (problem(*advice, stops=False) for advice in certain(pieces, written, gaps))
    places = (*misplaced(entry), *missing_files(entry), *blurs_left_blank(entry))
    placed = (entry.problem_at(*finding) for finding in certain(places, entry.tree, gaps))
    consents = frozenset(bound.consent_id for bound in bound_to_consent(post)) or NOTHING
    findings = (*problems, *answered, *asked, *placed, *checked, *advised)
    reading = EntryReading(
        entry,
        findings,
        consents=consents,
        left_out_quotes=consenting.left_out_quotes(post),
        unshared_quotes=consenting.unshared_quotes(post),
    )
    return replace(reading, entry=None, partial=entry, gaps=gaps) if answered or problems else reading


def guarded_entry(file: ContentFile, kind: EntryKind, consenting: Consenting, kept: KeptRecords) -> EntryReading:
    try:
        return entry_reading(file, kind, consenting, kept)
    except Exception as fault:  # noqa: BLE001 - docs/decisions/0100
        message = f"the software stumbles over this file ({type(fault).__name__}); “build” shows where"
        return EntryReading(None, (Problem(file.source, 0, "", message, "software-fault"),))
