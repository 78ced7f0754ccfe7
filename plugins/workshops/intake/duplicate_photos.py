"""The very same picture in two places: left out in one it is left out in both, and blurred in one in both.

Whoever copied it may not have known whose face it shows, or have forgotten the consent.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from plugins.files.names import name_key
from plugins.frontmatter import ContentFile
from plugins.problems import Problem
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.intake.consented import without_photos
from plugins.workshops.intake.pruning import without_photos_in
from plugins.workshops.record.photo import Photo

LeftOut: TypeAlias = Mapping[int, Sequence[tuple[Path, str]]]
Placed: TypeAlias = tuple[DiaryEntry, int, Photo]


def without_duplicates(
    entries: Sequence[DiaryEntry], *, unclear: Iterable[tuple[Path, str]] = ()
) -> tuple[tuple[DiaryEntry, ...], tuple[Problem, ...]]:
    """The entries without photos whose file is, byte for byte, one that was left out elsewhere; and notices of them.

    `unclear` are files of which nobody can say now whether they are agreed to, and where each lies; they count as
    left out.
    """
    left_out = _left_out(entries, unclear)
    if not left_out:
        return tuple(entries), ()
    kept: list[DiaryEntry] = []
    notices: list[Problem] = []
    for entry in entries:
        duplicates = dict(_duplicates(entry, left_out))
        notices.extend(_notice(entry, file, other) for file, other in duplicates.items())
        kept.append(_without(entry, frozenset(duplicates)) if duplicates else entry)
    return tuple(kept), tuple(notices)


def unequal_blurs(entries: Sequence[DiaryEntry]) -> Iterator[Problem]:
    """A finding for each photo that shows what is blurred in the same picture elsewhere."""
    for alike in _alike(entries):
        most, *others = sorted(alike, key=lambda placed: -len(placed[2].blur))
        for entry, number, photo in others:
            if frozenset(photo.blur) != frozenset(most[2].blur):
                place = f"{most[2].file} in {most[0].source}"
                message = f"{photo.file} is the same picture as {place}, where other parts are blurred; blur the same"
                also = "" if set(photo.blur) < set(most[2].blur) else most[0].source
                yield replace(entry.problem_at(("photos", number, "blur"), message, "same-picture"), also=also)


def _alike(entries: Sequence[DiaryEntry]) -> Iterator[list[Placed]]:
    """Photos that are one picture, blurred in at least one place. Only files that share their length are read."""
    by_length: dict[int, list[Placed]] = defaultdict(list)
    for entry in entries:
        for number, photo in enumerate(entry.post.photos):
            if lies_beside(entry.folder, photo.file):
                by_length[(entry.folder / photo.file).stat().st_size].append((entry, number, photo))
    for placed in by_length.values():
        if len(placed) > 1 and any(photo.blur for _, _, photo in placed):
            by_content: dict[bytes | None, list[Placed]] = defaultdict(list)
            for each in placed:
                by_content[_content(each[0].folder / each[2].file)].append(each)
            yield from (alike for content, alike in by_content.items() if content)


def pictures_named_in(unread: Sequence[ContentFile]) -> Iterator[tuple[Path, str]]:
    """The files beside posts that could not be read, as far as such a post names them.

    What it says of consent to them is not known. One that cannot be opened may name any of them.
    """
    for post in unread:
        text = _raw_text(post)
        for folder, _, names in os.walk(post.folder):
            for name in sorted(names):
                place = Path(folder) / name
                if place != post.path and (text is None or name_key(name) in text) and not place.is_symlink():
                    yield place, f"{place.relative_to(post.folder).as_posix()} in {post.source}"


def _raw_text(post: ContentFile) -> str | None:
    content = _content(post.path)
    return None if content is None else name_key(content.decode("utf-8", "replace"))


def _content(place: Path) -> bytes | None:
    """What is in a file; None when it cannot be opened, which another finding tells."""
    try:
        return place.read_bytes()
    except OSError:
        return None


def _left_out(entries: Sequence[DiaryEntry], unclear: Iterable[tuple[Path, str]]) -> LeftOut:
    """Every file that is left out and still lies there, by its length: most pictures are told apart by that."""
    by_length: dict[int, list[tuple[Path, str]]] = defaultdict(list)
    for place, name in unclear:
        by_length[place.stat().st_size].append((place, name))
    for entry in entries:
        for file in sorted(entry.left_out):
            if lies_beside(entry.folder, file):
                path = entry.folder / file
                by_length[path.stat().st_size].append((path, f"{file} in {entry.source}"))
    return by_length


def _duplicates(entry: DiaryEntry, left_out: LeftOut) -> Iterator[tuple[str, str]]:
    for photo in entry.post.photos:
        path = entry.folder / photo.file
        alike = left_out.get(path.stat().st_size, ()) if lies_beside(entry.folder, photo.file) else ()
        for other, description in alike:
            content = _content(path)
            if content is not None and content == _content(other):
                yield photo.file, description
                break


def _notice(entry: DiaryEntry, file: str, other: str) -> Problem:
    number = next(index for index, photo in enumerate(entry.post.photos) if photo.file == file)
    message = f"{file} is the same picture as {other}, which is left out; so this one is left out too"
    return replace(entry.problem_at(("photos", number), message, "same-picture", stops=False), place="Photos")


def _without(entry: DiaryEntry, lost: frozenset[str]) -> DiaryEntry:
    return replace(
        entry,
        post=without_photos(entry.post, lost),
        front_matter=without_photos_in(entry.tree, entry.post, lost),
        left_out=entry.left_out | lost,
    )
