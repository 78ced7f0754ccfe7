"""Lists of private words for tests. Whoever is named here is invented."""

from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.entries import entries


def listed(*lines: str) -> PrivateWords:
    """The list with these lines."""
    return PrivateWords(tuple(entries("\n".join(lines))))


def lines_found(path: str, content: str | bytes, *lines: str) -> list[int]:
    """Which lines of the list stand in a file."""
    data = content.encode() if isinstance(content, str) else content
    return sorted(hit.entry for hit in listed(*lines).in_file(path, data))
