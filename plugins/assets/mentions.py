"""What a style sheet mentions by a relative path, and which file that is."""

import posixpath
import re

from plugins.assets.errors import AssetError

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*(?P<quote>[\"']?)(?P<mention>.*?)(?P=quote)\s*\)", re.IGNORECASE | re.DOTALL)


def mention_in(address: str) -> str | None:
    """What `url(…)` mentions; None for what needs no file: data that stands there, or a part of the page itself."""
    match = _ADDRESS.fullmatch(address)
    mention = match["mention"] if match else ""
    return None if mention.lower().startswith(("data:", "#")) else mention


def mentioned(mention: str, sheet: str, where: str) -> str:
    """The path below the static folder of what `sheet` mentions; raises AssetError when it is not there to be found.

    No page may fetch anything from another host, so an address with a host is refused.
    """
    if _ELSEWHERE.match(mention):
        raise AssetError(f"{where}: {mention} is not in the theme; write a path from this style sheet")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), mention))
    if path.startswith(".."):
        raise AssetError(f"{where}: {mention} leads out of the theme's static folder")
    return path
