"""An archive out of its text, or every reason why it is none, in plain words."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from plugins.comments.archive.record import VERSION, Archive, ArchivedComment, ArchivedThread, by_time

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
THREAD = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)+")
LONGEST_NAME = 200
LONGEST_HTML = 200_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_EARLIEST, _LATEST = 1970, 9998
"""Years that every clock of the world can show; at the ends of the calendar a zone would lead out of it."""
_MOST_FINDINGS = 10

Finding = tuple[str, str]
Rule = tuple[Callable[[Any], bool], str]


class ArchiveError(Exception):
    """A text that is no archive; `findings` are places in it and what is wrong there."""

    def __init__(self, *findings: Finding) -> None:
        more = len(findings) - _MOST_FINDINGS
        lines = [f"{place}: {message}" if place else message for place, message in findings[:_MOST_FINDINGS]]
        super().__init__("; ".join([*lines, *([f"and {more} more"] if more > 0 else [])]))
        self.findings = findings


def read_archive(text: str | bytes) -> Archive:
    """The archive in a JSON text; raises ArchiveError with what is wrong in it."""
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        raise ArchiveError(("", "it is not JSON, or was cut short")) from None
    findings = tuple(_faults(written))
    if findings:
        raise ArchiveError(*findings)
    return Archive(exported=_moment(written["exported"]), threads=tuple(map(_thread, written["threads"])))


def _thread(written: Mapping[str, Any]) -> ArchivedThread:
    comments = sorted(map(_comment, written["comments"]), key=by_time)
    return ArchivedThread(thread=written["thread"], closed=written["closed"], comments=tuple(comments))


def _comment(written: Mapping[str, Any]) -> ArchivedComment:
    edited = written["edited"]
    return ArchivedComment(
        id=written["id"],
        parent=written["parent"],
        name=written["name"],
        created=_moment(written["created"]),
        edited=_moment(edited) if edited else None,
        html=written["html"],
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _is_moment(value: object) -> bool:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return False
    try:
        return _EARLIEST <= _moment(value).year <= _LATEST
    except ValueError:
        return False


def _is_text(longest: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and len(value) <= longest


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(ID.fullmatch(value))


_A_MOMENT: Rule = (_is_moment, "write a moment such as 2026-11-24T18:00:00Z")
_ARCHIVE: Mapping[str, Rule] = {
    "version": (
        lambda value: value == VERSION and isinstance(value, int) and not isinstance(value, bool),
        f"this software reads version {VERSION}",
    ),
    "exported": _A_MOMENT,
    "threads": (lambda value: isinstance(value, list), "write a list of threads"),
}
_THREAD: Mapping[str, Rule] = {
    "thread": (
        lambda value: isinstance(value, str) and bool(THREAD.fullmatch(value)),
        "write the address of a page below the site's root, such as posts/welcome/",
    ),
    "closed": (lambda value: isinstance(value, bool), "write true or false"),
    "comments": (lambda value: isinstance(value, list), "write a list of comments"),
}
_COMMENT: Mapping[str, Rule] = {
    "id": (_is_id, "write letters, digits and hyphens as text, such as “17”"),
    "parent": (lambda value: value is None or _is_id(value), "write the id of another comment of this thread, or null"),
    "name": (_is_text(LONGEST_NAME), f"write text of at most {LONGEST_NAME} characters; leave it empty for nobody"),
    "created": _A_MOMENT,
    "edited": (lambda value: value is None or _is_moment(value), f"{_A_MOMENT[1]}, or null"),
    "html": (_is_text(LONGEST_HTML), f"write text of at most {LONGEST_HTML} characters"),
}


def _faults(written: Any) -> Iterator[Finding]:
    faults = list(_of_fields(written, "", _ARCHIVE))
    yield from faults
    if faults:
        return
    seen: set[str] = set()
    for index, thread in enumerate(written["threads"]):
        place = f"threads[{index}]"
        faults = list(_of_fields(thread, place, _THREAD))
        yield from faults
        if not faults:
            if thread["thread"] in seen:
                yield f"{place}.thread", f"{thread['thread']} is there twice"
            seen.add(thread["thread"])
            yield from _of_comments(thread["comments"], f"{place}.comments")


def _of_comments(written: list[Any], place: str) -> Iterator[Finding]:
    parents: dict[str, str | None] = {}
    for index, comment in enumerate(written):
        faults = list(_of_fields(comment, f"{place}[{index}]", _COMMENT))
        yield from faults
        if not faults:
            if comment["id"] in parents:
                yield f"{place}[{index}].id", f"{comment['id']} is there twice"
            parents[comment["id"]] = comment["parent"]
    for comment_id, parent in parents.items():
        if parent is not None and parent not in parents:
            yield place, f"{comment_id} answers {parent}, which is not in this thread"
    yield from ((place, f"{comment_id} answers itself in the end") for comment_id in _in_circles(parents))


def _in_circles(parents: Mapping[str, str | None]) -> list[str]:
    """The comments from which the way up never ends."""
    ending: set[str] = set()
    endless: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in way and here not in ending and here not in endless:
            way[here] = None
            here = parents.get(here)
        (endless if here in way or here in endless else ending).update(way)
    return [comment_id for comment_id in parents if comment_id in endless]


def _of_fields(written: Any, place: str, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    if not isinstance(written, dict):
        yield place, "write an object with " + ", ".join(rules)
        return
    dot = f"{place}." if place else ""
    yield from ((f"{dot}{name}", "is missing") for name in rules if name not in written)
    yield from ((f"{dot}{name}", "is no field of an archive") for name in sorted(set(written) - set(rules)))
    for name, (holds, message) in rules.items():
        if name in written and not holds(written[name]):
            yield f"{dot}{name}", message
