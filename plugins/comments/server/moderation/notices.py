"""What has just been done, and what the log says of it."""

from collections.abc import Mapping

from plugins.comments.server.audit_log import LogEntry
from plugins.comments.server.submission_page import link_to_post
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


def notice(action: str) -> str:
    """The sentence after an action; nothing for what is none."""
    return _NOTICES.get(action, "")


def log_line(entry: LogEntry, thread_list: ThreadList | None) -> str:
    """`Approved comment 17 below We met`, `Closed We met`."""
    action = entry.action.capitalize()
    title = (
        link_to_post(entry.thread, thread_list).label
        if thread_list and entry.thread in thread_list.threads
        else entry.thread
    )
    if entry.comment is not None:
        return f"{action}: comment {entry.comment} below {title}"
    return f"{action}: {title}" if title else action
