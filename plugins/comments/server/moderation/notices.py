"""What has just been done, and what the log says of it."""

from collections.abc import Mapping

from plugins.comments.server.answer_page import way_to
from plugins.comments.server.ledger import Entry
from plugins.comments.server.threads import ThreadList

_NOTICES: Mapping[str, str] = {
    "approve": "Approved. It appears with the next build of the diary, usually within minutes.",
    "keep": "The changes are saved.",
    "take-back": "Taken back. It leaves the page with the next build of the diary.",
    "delete": "Deleted for good. It leaves the page with the next build of the diary.",
    "set-aside": "Kept aside. Pass it on now: it can be neither published nor changed nor deleted before that.",
    "pass-on": "Noted that it has been passed on. It can be deleted now.",
    "close": "Closed. Readers can write nothing more below that post.",
    "reopen": "Open again.",
}


def notice(deed: str) -> str:
    """The sentence after a deed; nothing for what is none."""
    return _NOTICES.get(deed, "")


def log_line(entry: Entry, told: ThreadList | None) -> str:
    """`Approved comment 17 below We met`, `Closed We met`."""
    deed = entry.deed.capitalize()
    title = way_to(entry.thread, told).label if told and entry.thread in told.threads else entry.thread
    if entry.comment is not None:
        return f"{deed}: comment {entry.comment} below {title}"
    return f"{deed}: {title}" if title else deed
