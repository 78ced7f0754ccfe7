"""What kind of file an address leads to, and how long a browser may keep it.

A file with a hash of its content in its address never changes: a browser may keep it for ever. All else is asked for
again after five minutes, photographs too, so that what is withdrawn is gone within the hour wherever it was kept.
"""

import re
from collections.abc import Mapping

MEDIA_TYPES: Mapping[str, str] = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
UNKNOWN_TYPE = "application/octet-stream"

FOR_EVER = "public, max-age=31536000, immutable"
FOR_MINUTES = "public, max-age=300, must-revalidate"
HASHED_FOLDER = "static"
"""Where the theme's files lie under addresses that name their content; photographs never lie there."""

_HASHED = re.compile(rf"{HASHED_FOLDER}/.+\.[0-9a-f]{{8,}}\.\w+")


def media_type(path: str) -> str:
    """The media type of a file of the site."""
    return MEDIA_TYPES.get(path.rpartition("/")[2].rpartition(".")[2], UNKNOWN_TYPE)


def lifetime(path: str) -> str:
    """The Cache-Control of a file of the site, by its path below the root."""
    return FOR_EVER if _HASHED.fullmatch(path) else FOR_MINUTES
