"""Where a post lies says what it is and what address it has; both must make sense."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.files.names import post_name, unfit_slug
from plugins.frontmatter import source_key
from plugins.problems import FieldPath, Finding
from plugins.workshops.diary import Diary, DiaryEntry

TAKEN = frozenset(
    {"404", "blog", "comments", "easy-read", "feed", "ideas", "jargon", "page", "pages", "posts", "search"}
    | {"static", "tags", "timeline", "workshops", "you-said-we-did"}
)


def misplaced(entry: DiaryEntry) -> Iterator[Finding]:
    """What is missing, or too much, for the folder that a post lies in."""
    yield from _wrong_kind(entry)
    yield from _missing_date(entry)
    if not entry.slug:
        message = "the name of the file or folder becomes the page's address; write it with letters or numbers"
        yield (), f"{message}, such as our-first-workshop", "unusable-address"
    elif unfit := unfit_slug(entry.slug):
        yield (), f"“{entry.slug}” becomes the page's address: {unfit}", "unusable-address"
    if entry.kind == "page" and entry.slug in TAKEN:
        yield (
            (),
            f"the address /{entry.slug}/ belongs to one of the diary's own pages; give this page another name",
            "address-taken",
        )


def _wrong_kind(entry: DiaryEntry) -> Iterator[Finding]:
    if entry.kind == "workshop" and entry.post.workshop is None:
        missing = "this post lies in the folder of workshops but has no “workshop:”"
        yield (), f"{missing}; add it, or move the post to content/posts", "wrong-place"
    if entry.kind != "workshop" and entry.post.workshop is not None:
        folder = f"content/workshops/{entry.slug}/index.md"
        message = f"a workshop has a folder of its own; move this file to {folder}, or take “workshop:” out"
        yield ("workshop",), message, "wrong-place"


def _missing_date(entry: DiaryEntry) -> Iterator[Finding]:
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
            "missing-field",
        )


def shared_addresses(diary: Diary) -> Iterator[tuple[DiaryEntry, Finding, DiaryEntry]]:
    """Posts whose slug another (the last) has too, each of them; a slug is unique over workshops, posts and pages."""
    by_slug: dict[str, list[DiaryEntry]] = {}
    for entry in diary.entries:
        by_slug.setdefault(entry.slug, []).append(entry)
    for entry in diary.entries:
        if len(by_slug[entry.slug]) == 1:
            continue
        here = source_key(entry.source)  # Of files with one name the folder's walk tells.
        other = next((other for other in by_slug[entry.slug] if source_key(other.source) != here), None)
        if other is not None:
            path: FieldPath = ("slug",) if entry.post.slug else ()
            message = f"“{entry.slug}” is the name of {other.source} too; give one of the two another name"
            yield entry, (path, message, "address-taken"), other


def addresses_of_names(entry: DiaryEntry) -> Iterator[Finding]:
    """At which address a post stands whose file or folder is not called as its address."""
    file = PurePosixPath(entry.source)
    name = file.parent.name if post_name(file.name) == "index.md" else file.stem
    if entry.post.slug is None and name != entry.slug:
        message = f"the name “{name}” makes the address /{entry.address}; for another write “slug:”"
        yield (), message, "address-of-name"


def reused_addresses(diary: Diary) -> Iterator[tuple[DiaryEntry, Finding, DiaryEntry]]:
    """Former addresses at which another post (the last) stands, or stood too: nobody could be led on from there."""
    moved = [entry for entry in diary.entries if entry.post.formerly]
    standing = {_alike(entry.address): entry for entry in diary.entries} if moved else {}
    stood: dict[str, list[DiaryEntry]] = {}
    for entry in moved:
        for address in dict.fromkeys(map(_alike, entry.post.formerly)):
            stood.setdefault(address, []).append(entry)
    for entry in moved:
        for number, address in enumerate(entry.post.formerly):
            path: FieldPath = ("formerly", number)
            here = standing.get(_alike(address), entry)
            if here is not entry:
                mend = "give that post another name, or take this line out"
                message = f'found "/{address}", where {here.source} stands now; {mend}'
                yield entry, (path, message, "address-taken"), entry
            for other in stood[_alike(address)]:
                if other is not entry:
                    message = (
                        f'found "/{address}", which is under “formerly” in {other.source} too; keep one of the two'
                    )
                    yield entry, (path, message, "address-taken"), other


def _alike(address: str) -> str:
    """The same for addresses that some computers take for one."""
    return address.casefold()
