"""Words for somebody who cannot see a picture: what could be said better."""

import posixpath
import re

from plugins.patterns import lazy_pattern

_NEEDLESS = lazy_pattern(
    r"(?:(?:an?|the|this)\s+|this\s+is\s+an?\s+)?(?:image|photo|photograph|picture|pic|screenshot)s?\s+(?:of|showing|shows)\b",
    re.IGNORECASE,
)
_FILE_NAME = lazy_pattern(r"\S+\.(?:jpe?g|png|webp|avif|gif|tiff?|hei[cf])", re.IGNORECASE)
_MACHINE_NAME = lazy_pattern(r"[\w-]*\d[\w-]*|\w+[_-][\w-]+")


def advice(alt: str, file: str) -> str | None:
    """What is wrong with the words for the picture in `file`; None when nothing is."""
    words = alt.strip()
    stem = posixpath.splitext(posixpath.basename(file))[0]
    if _FILE_NAME.fullmatch(words) or (words.casefold() == stem.casefold() and _MACHINE_NAME.fullmatch(words)):
        return f"“{words[:80]}” is the name of a file; say what the picture shows"
    found = _NEEDLESS.match(words)
    if found:
        return f"“{found[0]}” is heard with every picture already; begin with what it shows"
    return None
