"""Files whose names mean one file somewhere, and posts that a computer copied beside the one that is meant."""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator

from plugins.files.names import name_key, post_name
from plugins.patterns import lazy_pattern
from plugins.problems import Problem

_COPY = lazy_pattern(
    r"copy (?:\(\d+\) )?of (.+)|(.+?)(?: - copy| copy)(?: ?\(?\d+\)?)?|(.+?) ?\((?:\d+|[^()]*conflicted copy[^()]*)\)",
    re.IGNORECASE,
)
"""What Windows, Macs and services that keep folders alike make of a name."""


def alike_names(sources: Iterable[str]) -> Iterator[Problem]:
    """Names that differ by case, Unicode form or how they end alone: one file on some machines, two on others."""
    first: dict[str, str] = {}
    for source in sources:
        earlier = first.setdefault(source_key(source), source)
        if earlier is not source:
            message = (
                f"the name of this file is that of {earlier}, but for capitals, accents or the way it ends; "
                "change one of them"
            )
            yield Problem(source, 0, "", message, "wrong-name", also=earlier)


def source_key(source: str) -> str:
    """The same for the names of two files that some machines take for one, or both of which would be one post."""
    return unicodedata.normalize("NFC", post_name(source)).casefold()


def copied_posts(posts: Iterable[str]) -> Iterator[Problem]:
    """Posts that a computer copied beside the one that is meant: two of them would be published."""
    names = {source: _post_name(source) for source in posts}
    by_name = {(folder, name_key(name)): source for source, (folder, name) in names.items()}
    for source in by_name.values():
        folder, name = names[source]
        copy = _COPY.fullmatch(name)
        original = by_name.get((folder, name_key(next(filter(None, copy.groups()))))) if copy else None
        if original:
            message = f"this is named as a copy of {original}; take it away, or give it a name of its own"
            yield Problem(source, 0, "", message, "wrong-name")


def _post_name(source: str) -> tuple[str, str]:
    """The folder in which a post lies, and what it is called there."""
    folder, name = posixpath.split(source)
    return posixpath.split(folder) if post_name(name) == "index.md" else (folder, posixpath.splitext(name)[0])
