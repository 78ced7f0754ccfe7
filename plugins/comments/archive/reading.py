"""An archive out of its text, or every reason why it is none, in plain words.

Its shape is what `archive.schema.json` says, which other tools can read too (docs/decisions/0134). What no schema can
say is looked for here: what is there twice, and who answers whom.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.comments.archive.record import VERSION, Archive, ArchivedComment, ArchivedThread, by_time

if TYPE_CHECKING:
    import jsonschema_rs

LONGEST_NAME, LONGEST_HTML = 200, 200_000
_MOST_FINDINGS = 10

_A_MOMENT = "write a moment such as 2026-11-24T18:00:00Z"
_TO_WRITE: Mapping[str, str] = {
    "": "write an object with version, exported, threads",
    "version": f"this software reads version {VERSION}",
    "exported": _A_MOMENT,
    "threads": "write a list of threads",
    "threads[]": "write an object with thread, closed, comments",
    "thread": "write the address of a page below the site's root, such as posts/welcome/",
    "closed": "write true or false",
    "comments": "write a list of comments",
    "comments[]": "write an object with id, parent, name, created, edited, html",
    "id": "write letters, digits and hyphens as text, such as “17”",
    "parent": "write the id of another comment of this thread, or null",
    "name": f"write text of at most {LONGEST_NAME} characters; leave it empty for nobody",
    "created": _A_MOMENT,
    "edited": f"{_A_MOMENT}, or null",
    "html": f"write text of at most {LONGEST_HTML} characters",
}

Finding = tuple[str, str]


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
        findings = [finding for error in _shape().iter_errors(written) for finding in _of_shape(error)]
    except (ValueError, RecursionError):
        raise ArchiveError(("", "it is not JSON, or was cut short")) from None
    findings = findings or list(_of_threads(written["threads"]))
    if findings:
        raise ArchiveError(*dict.fromkeys(findings))
    return Archive(exported=_moment(written["exported"]), threads=tuple(map(_thread, written["threads"])))


def _shape() -> "jsonschema_rs.Validator":
    import jsonschema_rs  # Late: most builds read no archive.

    schema = json.loads(Path(__file__).with_name("archive.schema.json").read_text("utf-8"))
    return jsonschema_rs.validator_for(schema, validate_formats=True)


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


def _of_shape(error: "jsonschema_rs.ValidationError") -> Iterator[Finding]:
    from jsonschema_rs import ValidationErrorKind

    path = error.instance_path
    match error.kind:
        case ValidationErrorKind.Required(name):
            yield _place(*path, name), "is missing"
        case ValidationErrorKind.AdditionalProperties(names):
            yield from ((_place(*path, name), "is no field of an archive") for name in names)
        case _:
            *_, around, field = ("", "", *path)
            yield _place(*path), _TO_WRITE[f"{around}[]" if isinstance(field, int) else field]


def _place(*path: str | int) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _of_threads(threads: list[Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, thread in enumerate(threads):
        if thread["thread"] in seen:
            yield f"threads[{index}].thread", f"{thread['thread']} is there twice"
        seen.add(thread["thread"])
        yield from _of_comments(thread["comments"], f"threads[{index}].comments")


def _of_comments(written: list[Any], place: str) -> Iterator[Finding]:
    parents: dict[str, str | None] = {}
    for index, comment in enumerate(written):
        if comment["id"] in parents:
            yield f"{place}[{index}].id", f"{comment['id']} is there twice"
        parents[comment["id"]] = comment["parent"]
    for comment_id, parent in parents.items():
        if parent is not None and parent not in parents:
            yield place, f"{comment_id} answers {parent}, which is not in this thread"
    try:
        TopologicalSorter({comment_id: [parent] for comment_id, parent in parents.items() if parent}).prepare()
    except CycleError as ring:
        yield place, f"{', '.join(sorted(set(ring.args[1])))} answer one another in a ring"
