"""Which page of the diary a comment of an earlier website belongs below.

First an address that somebody wrote down, then the same path, then a path that ends in the page's own name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import unquote, urlsplit

from plugins.comments.archive import Archive, ArchivedComment, ArchivedThread
from plugins.comments.archive.reading import LONGEST_HTML, LONGEST_NAME
from plugins.comments.archive.record import by_time
from plugins.comments.imports.export import Export, ExportedComment
from plugins.records import dataclass

_SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$")
SITE_LETTERS = 8
_EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The archive that an export makes, and the old addresses that found no page, with how many comments each."""

    archive: Archive
    lost: Mapping[str, int]


def matched(
    export: Export,
    threads: Mapping[str, str],
    *,
    prefix: str,
    addresses: Mapping[str, str] | None = None,
    names: bool = True,
) -> Matching:
    """Hang the comments of an export below the pages of the diary.

    `threads` are the diary's keys by each address that their pages have or had, `prefix` begins the ids (`w`, `d`),
    `addresses` are old ones by hand, with the one that each means now. Without `names` nobody is named.
    """
    found: dict[str, list[ExportedComment]] = defaultdict(list)
    lost: Counter[str] = Counter()
    by_path = {_path(address): key for address, key in threads.items()}
    by_hand = {old: threads.get(address, address) for old, address in (addresses or {}).items()}
    for comment in export.taken:
        old = export.pages.get(comment.page, "")
        key = by_hand.get(old) or _key(old, by_path)
        if key is None:
            lost[old or "(a page without an address)"] += 1
        else:
            found[key].append(comment)
    made = tuple(_thread(key, comments, prefix, names) for key, comments in sorted(found.items()))
    newest = max((comment.created for thread in made for comment in thread.comments), default=_EPOCH)
    return Matching(archive=Archive(exported=newest, threads=made), lost=dict(sorted(lost.items())))


def _key(old: str, by_path: Mapping[str, str]) -> str | None:
    path = _path(urlsplit(old).path)
    if path in by_path:
        return by_path[path]
    slug = path.rpartition("/")[2]
    ends = {key for each, key in by_path.items() if each.rpartition("/")[2] == slug}
    return ends.pop() if len(ends) == 1 else None


def _path(address: str) -> str:
    """An address as all websites would write it."""
    return _SUFFIX.sub("", unquote(address).strip("/").lower())


def _thread(key: str, comments: list[ExportedComment], prefix: str, names: bool) -> ArchivedThread:
    ids = {(comment.site, comment.id): _id(comment, prefix) for comment in comments}
    made = [_comment(comment, ids, names) for comment in comments]
    return ArchivedThread(thread=key, closed=False, comments=tuple(sorted(made, key=by_time)))


def _id(comment: ExportedComment, prefix: str) -> str:
    """The number that its website gave a comment, and a word for that website: others gave the same number."""
    site = f"{sha256(comment.site.encode()).hexdigest()[:SITE_LETTERS]}-" if comment.site else ""
    return f"{prefix}{site}{comment.id}"


def _comment(comment: ExportedComment, ids: Mapping[tuple[str, str], str], names: bool) -> ArchivedComment:
    return ArchivedComment(
        id=ids[comment.site, comment.id],
        parent=ids.get((comment.site, comment.parent)),
        name=comment.name[:LONGEST_NAME] if names else "",
        created=comment.created or _EPOCH,
        edited=None,
        html=comment.html[:LONGEST_HTML],
    )
