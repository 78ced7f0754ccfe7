"""What a page says, apart from its style sheets: where that stays the same, these alone are exchanged."""

import re
from hashlib import sha256

from plugins.records import dataclass

_SHEET = re.compile(rb'(<link rel="stylesheet" href=")([^"]*)')


@dataclass(frozen=True, slots=True)
class PageState:
    """A digest of all that a page says, and the addresses of its style sheets."""

    digest: str = ""
    sheets: tuple[str, ...] = ()


def page_state(content: bytes, advice: object) -> PageState:
    """The state of a page with the advice that stands on it."""
    sheets = tuple(sheet.decode() for _, sheet in _SHEET.findall(content))
    return PageState(sha256(_SHEET.sub(rb"\1", content) + repr(advice).encode()).hexdigest()[:16], sheets)
