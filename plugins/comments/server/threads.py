"""Which posts take comments: the list that a build of the diary leaves at `comments/threads.json`.

What the service cannot read it does not guess: it goes on with the last list that it understood, also over a restart,
and takes no comments at all before it has seen one.
"""

import json
import logging
import urllib.request
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from plugins.files import write_file
from plugins.records import dataclass

VERSION = 1
LONGEST_LIST = 4 * 1024 * 1024
_FRESH_SECONDS = 60.0
_PATIENCE_SECONDS = 5.0

_log = logging.getLogger(__name__)


class ThreadListError(ValueError):
    """The list cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One post that readers may answer: below the site's root, `key` is its first address, `address` that of today."""

    key: str
    address: str
    title: str
    is_open: bool
    closes: datetime | None = None

    def takes_comments(self, now: datetime) -> bool:
        return self.is_open and (self.closes is None or now < self.closes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadList:
    """The site, and its posts by their keys."""

    site: str
    address: str
    language: str
    threads: Mapping[str, Thread] = field(default_factory=dict)


def thread_list(text: str | bytes) -> ThreadList:
    """Read `threads.json`; raises ThreadListError."""
    try:
        document = json.loads(text)
        if document["version"] != VERSION:
            raise ThreadListError(
                f"the list of posts has version {document['version']}, and this service reads {VERSION}"
            )
        site = document["site"]
        threads = [_thread(entry) for entry in document["threads"]]
        return ThreadList(
            site=str(site["name"]),
            address=str(site["address"]),
            language=str(site["language"]),
            threads={thread.key: thread for thread in threads},
        )
    except (KeyError, TypeError, ValueError) as wrong:
        if isinstance(wrong, ThreadListError):
            raise
        raise ThreadListError(f"the list of posts is not as a build writes it ({wrong!r})") from wrong


def _thread(entry: Mapping[str, Any]) -> Thread:
    closes = datetime.fromisoformat(entry["closes"]) if entry.get("closes") else None
    if closes is not None and closes.tzinfo is None:
        raise ThreadListError(f"{entry['thread']} closes at {entry['closes']}, which names no time zone")
    key = str(entry["thread"])
    return Thread(
        key=key,
        address=str(entry.get("address", key)),
        title=str(entry["title"]),
        is_open=entry["open"] is True,
        closes=closes,
    )


class ThreadSource:
    """The newest list, from a file or an address; may be asked by many threads at once."""

    def __init__(self, where: str, kept: Path) -> None:
        self._where = where
        self._kept = kept
        self._lock = Lock()
        self._list: ThreadList | None = None
        self._stamp: object = None
        self._complaint = ""

    def current(self, now: float) -> ThreadList | None:
        """The list, not older than a minute; the last good one if there is no newer; None if there never was one.

        While one reader's question looks for a newer one, the others are answered with what there is.
        """
        if not self._lock.acquire(blocking=self._list is None):
            return self._list
        try:
            self._look(now)
        except (OSError, ThreadListError) as wrong:
            self._complain(str(wrong))
            self._list = self._list or self._last_good()
        finally:
            self._lock.release()
        return self._list

    def _look(self, now: float) -> None:
        is_address = self._where.startswith(("http://", "https://"))
        stamp = now // _FRESH_SECONDS if is_address else _file_stamp(Path(self._where))
        if stamp == self._stamp:
            return
        if is_address:
            self._stamp = stamp  # A site that is down is asked again in a minute, not at every reader's cost.
        text = _fetched(self._where) if is_address else Path(self._where).read_bytes()
        self._list = thread_list(text)
        self._stamp = stamp
        self._complaint = ""
        write_file(self._kept, text, below=self._kept.parent, private=True)

    def _last_good(self) -> ThreadList | None:
        try:
            return thread_list(self._kept.read_bytes())
        except (OSError, ThreadListError):
            return None

    def _complain(self, complaint: str) -> None:
        """Once for each trouble, not once for each reader."""
        if complaint != self._complaint:
            self._complaint = complaint
            _log.warning("The list of posts at %s could not be read: %s", self._where, complaint)


def _file_stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


def _fetched(address: str) -> bytes:
    request = urllib.request.Request(address, headers={"Accept": "application/json"})  # noqa: S310 - http(s) alone gets here
    with urllib.request.urlopen(request, timeout=_PATIENCE_SECONDS) as response:  # noqa: S310 - the same request
        text: bytes = response.read(LONGEST_LIST + 1)
    if len(text) > LONGEST_LIST:
        raise ThreadListError("the list of posts is longer than this service reads")
    return text
