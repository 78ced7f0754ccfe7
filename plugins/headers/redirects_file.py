"""`_redirects`, which Netlify and Cloudflare Pages read: an earlier address and the one that it has now, a line each.

The build writes it into the site. What nginx needs is made of it.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

NAME = "_redirects"
_MOVED = "301"


def written_redirects(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The file for pairs of an earlier path and the one of today."""
    return "".join(line for pair in pairs for line in _lines(*map(quote, pair))).encode()


def _lines(before: str, now: str) -> Iterator[str]:
    # Netlify leads away from a page that is there only with the mark; Cloudflare passes that line over.
    yield f"{before} {now} {_MOVED}!\n"
    yield f"{before} {now} {_MOVED}\n"


def read_redirects(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs that such a file holds; the one of today stays as an address, with its signs by their numbers."""
    lines = (line.split() for line in text.splitlines())
    return tuple((unquote(before), now) for before, now, status in lines if status == _MOVED)
