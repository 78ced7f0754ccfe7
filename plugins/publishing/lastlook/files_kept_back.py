"""Files that must not go out, known by their fingerprints, whatever they are called on the site."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from plugins.frontmatter import content_files

_PICTURES = frozenset((".avif", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"))


def files_kept_back(content: Path, hidden: set[Path]) -> Iterator[tuple[str, str]]:
    """The fingerprints of photos as they were taken and of what lies in `hidden` folders, each with the reason."""
    for file in content_files(content)[0]:
        if file.path.suffix.casefold() in _PICTURES:
            yield fingerprint(file.path.read_bytes()), f"found {file.source} as it came from the camera"
        elif any(file.path.is_relative_to(folder) for folder in hidden):
            yield fingerprint(file.path.read_bytes()), f"found {file.source}, which lies beside a post that is not out"


def fingerprint(content: bytes) -> str:
    """By which a file is known."""
    return hashlib.sha256(content).hexdigest()
