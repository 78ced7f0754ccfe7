"""The very same picture beside two posts: when one may not be shown, the other may not either.

Whoever copied it may not have known whose face it shows, or have forgotten the consent.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from plugins.frontmatter import line_of
from plugins.problems import Problem
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.intake.consented import without_photos
from plugins.workshops.intake.pruning import without_photos_in

LeftOut: TypeAlias = Mapping[int, Sequence[tuple[Path, str]]]


def without_twins(entries: Sequence[DiaryEntry]) -> tuple[tuple[DiaryEntry, ...], tuple[Problem, ...]]:
    """The entries without photos whose file is, byte for byte, one that was left out elsewhere; and notices of them."""
    left_out = _left_out(entries)
    if not left_out:
        return tuple(entries), ()
    parted: list[DiaryEntry] = []
    notices: list[Problem] = []
    for entry in entries:
        twins = dict(_twins(entry, left_out))
        notices.extend(_notice(entry, file, other) for file, other in twins.items())
        parted.append(_without(entry, frozenset(twins)) if twins else entry)
    return tuple(parted), tuple(notices)


def _left_out(entries: Sequence[DiaryEntry]) -> LeftOut:
    """Every file that is left out and still lies there, by its length: most pictures are told apart by that."""
    found: dict[int, list[tuple[Path, str]]] = defaultdict(list)
    for entry in entries:
        for file in sorted(entry.left_out):
            if lies_beside(entry.folder, file):
                place = entry.folder / file
                found[place.stat().st_size].append((place, f"{file} in {entry.source}"))
    return found


def _twins(entry: DiaryEntry, left_out: LeftOut) -> Iterator[tuple[str, str]]:
    for photo in entry.post.photos:
        place = entry.folder / photo.file
        alike = left_out.get(place.stat().st_size, ()) if lies_beside(entry.folder, photo.file) else ()
        for other, told in alike:
            if other.read_bytes() == place.read_bytes():
                yield photo.file, told
                break


def _notice(entry: DiaryEntry, file: str, other: str) -> Problem:
    number = next(index for index, photo in enumerate(entry.post.photos) if photo.file == file)
    message = f"{file} is the same picture as {other}, which is left out; so this one is left out too"
    return Problem(entry.source, line_of(entry.tree, ("photos", number)), "photos", message, stops=False)


def _without(entry: DiaryEntry, lost: frozenset[str]) -> DiaryEntry:
    return replace(
        entry,
        post=without_photos(entry.post, lost),
        tree=without_photos_in(entry.tree, entry.post, lost),
        left_out=entry.left_out | lost,
    )
