"""Which earlier sites stay on the computer that serves the newest one, and what is taken out of them.

None is kept unless somebody asks: an earlier site may hold what has been withdrawn since. In one that is kept, only
pages stay, and what the newest site has as it is there, byte by byte: a PDF, a table, a feed or a piece of the search
keeps its name when a quote is taken out of it. Words of pages cannot be told apart so, which is why a roll-back says
that it may bring withdrawn words back.
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
_PAGES = frozenset({"html", "css", "js", "svg", "webmanifest"})
"""Kinds of the pages and of what draws them; every other kind is a picture, or something that others keep or copy."""
_OURS = frozenset({"robots.txt", "_headers"})


def expired_releases(releases: Iterable[int], keep: int) -> tuple[int, ...]:
    """The releases to remove when so many may be kept: the oldest."""
    oldest_first = sorted(releases)
    return tuple(oldest_first[: len(oldest_first) - keep] if keep < len(oldest_first) else ())


def files_to_scrub(release: Mapping[str, str], newest: Mapping[str, str]) -> tuple[str, ...]:
    """The files that an earlier release may not keep: those that are no page and are not published as they are there.

    Both are digests by path.
    """
    return tuple(path for path, digest in release.items() if newest.get(path) != digest and not _is_of_pages(path))


def _is_of_pages(path: str) -> bool:
    name = path.removesuffix(".gz").removesuffix(".br").rpartition("/")[2]
    return name in _OURS or name.rpartition(".")[2] in _PAGES
