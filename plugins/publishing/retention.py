"""Which earlier sites stay on the computer that serves the newest one, and what is taken out of them.

None is kept unless somebody asks: an earlier site may hold what has been withdrawn since. In one that is kept, every
picture and hand-out goes that the newest site does not have, byte by byte: a PDF or a book keeps its name when a
quote is taken out of it. Words of pages cannot be told apart so, which is why a roll-back says that it may bring
withdrawn words back.
"""

from collections.abc import Iterable, Mapping

NO_EARLIER = (
    "No earlier site was kept there, so there is nothing to go back to. Build the diary as it was and publish that; "
    "or publish with --keep 1 from now on."
)
NO_WAY_BACK = (
    "No earlier site is kept there, so that nothing withdrawn stays. Build the diary as it was (git revert, or an "
    "older commit) and publish that: it is looked at like every other, with today's consents."
)
_WORDS = frozenset({"html", "css", "js", "xml", "json", "ics", "svg", "webmanifest"})
"""Kinds of the pages and of what goes with them; every other kind is a picture, or something that readers keep."""
_OURS = frozenset({"robots.txt", "_headers"})


def expired_releases(releases: Iterable[int], keep: int) -> tuple[int, ...]:
    """The releases to remove when so many may be kept: the oldest."""
    oldest_first = sorted(releases)
    return tuple(oldest_first[: len(oldest_first) - keep] if keep < len(oldest_first) else ())


def files_to_scrub(release: Mapping[str, str], newest: Mapping[str, str]) -> tuple[str, ...]:
    """The files that an earlier release may not keep: those that are no words and are not published as they are there.

    Both are digests by path.
    """
    return tuple(path for path, digest in release.items() if newest.get(path) != digest and not _is_words(path))


def _is_words(path: str) -> bool:
    name = path.removesuffix(".gz").removesuffix(".br").rpartition("/")[2]
    return name in _OURS or name.rpartition(".")[2] in _WORDS
