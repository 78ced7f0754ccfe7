"""Where a post lies says what it is and what address it has; both must make sense."""

import re
from collections.abc import Iterator

from plugins.engine.paths import is_kept_by_windows
from plugins.problems import FieldPath
from plugins.workshops.diary import Diary, DiaryEntry

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
TAKEN = frozenset(
    {"404", "blog", "comments", "easy-read", "feed", "ideas", "jargon", "page", "pages", "posts", "search"}
    | {"static", "tags", "timeline", "workshops", "you-said-we-did"}
)


def misplaced(entry: DiaryEntry) -> Iterator[tuple[FieldPath, str]]:
    """What is missing, or too much, for the folder that a post lies in."""
    yield from _wrong_kind(entry)
    yield from _missing_date(entry)
    if not _SLUG.fullmatch(entry.slug):
        yield (
            (),
            (
                f"“{entry.slug}” becomes part of the page's address; name the file or folder with lower-case letters, "
                f"numbers and hyphens{_such_as(entry.slug)}"
            ),
        )
    yield from _kept_by_windows(entry)
    if entry.kind == "page" and entry.slug in TAKEN:
        yield (
            (),
            f"the address /{entry.slug}/ belongs to one of the diary's own pages; give this page another name",
        )


def _kept_by_windows(entry: DiaryEntry) -> Iterator[tuple[FieldPath, str]]:
    """What becomes a folder of the site, and can be none on a computer with Windows."""
    named: list[tuple[FieldPath, str]] = [(("slug",) if entry.post.slug else (), entry.slug)]
    named += [(("ideas", number, "id"), idea.id) for number, idea in enumerate(entry.post.ideas)]
    named += [(("tags", number), tag) for number, tag in enumerate(entry.post.tags)]
    for path, name in named:
        if is_kept_by_windows(name.strip()):
            yield path, f"“{name}” becomes a folder's name, and Windows keeps this one for itself; write another"


def _wrong_kind(entry: DiaryEntry) -> Iterator[tuple[FieldPath, str]]:
    if entry.kind == "workshop" and entry.post.workshop is None:
        yield (
            (),
            (
                "this post lies in the folder of workshops but has no “workshop:”; "
                "add it, or move the post to content/posts"
            ),
        )
    if entry.kind != "workshop" and entry.post.workshop is not None:
        yield (
            ("workshop",),
            (
                "a workshop has a folder of its own; "
                f"move this file to content/workshops/{entry.slug}/index.md, or take “workshop:” out"
            ),
        )


def _missing_date(entry: DiaryEntry) -> Iterator[tuple[FieldPath, str]]:
    post = entry.post
    planned = post.workshop is not None and post.workshop.status in ("planned", "postponed", "cancelled")
    if post.date is None and post.status != "draft" and entry.kind != "page" and not planned:
        unless = "; a workshop that is still to come needs “status: planned” under “workshop:” instead"
        yield (
            ("date",),
            (
                "this is missing; write the day on which the post is published, such as 2016-10-10, "
                "or 2016-10 when only the month is known" + (unless if entry.kind == "workshop" else "")
            ),
        )


def _such_as(slug: str) -> str:
    suggestion = "-".join(re.findall("[a-z0-9]+", slug.lower()))
    return f", such as {suggestion}" if suggestion else ", such as our-first-workshop"


def shared_addresses(diary: Diary) -> Iterator[tuple[DiaryEntry, FieldPath, str, DiaryEntry]]:
    """Posts whose slug another (the last) has already; a slug is unique over workshops, posts and pages."""
    first: dict[str, DiaryEntry] = {}
    for entry in diary.entries:
        earlier = first.setdefault(entry.slug.casefold(), entry)
        if earlier is not entry:
            path: FieldPath = ("slug",) if entry.post.slug else ()
            yield (
                entry,
                path,
                f"“{entry.slug}” is the name of {earlier.source} already; give this one another name",
                earlier,
            )
