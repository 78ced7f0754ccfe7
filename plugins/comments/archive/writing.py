"""An archive as JSON text: the same archive always gives the same bytes."""

import json
from datetime import UTC, datetime

from plugins.comments.archive.record import VERSION, Archive, ArchivedComment


def archive_text(archive: Archive) -> str:
    """The archive as it is kept; `docs/comments-archive.schema.json` describes it."""
    written = {
        "version": VERSION,
        "exported": moment_text(archive.exported),
        "threads": [
            {"thread": thread.thread, "closed": thread.closed, "comments": list(map(_comment, thread.comments))}
            for thread in archive.threads
        ],
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _comment(comment: ArchivedComment) -> dict[str, object]:
    return {
        "id": comment.id,
        "parent": comment.parent,
        "name": comment.name,
        "created": moment_text(comment.created),
        "edited": moment_text(comment.edited) if comment.edited else None,
        "html": comment.html,
    }


def moment_text(moment: datetime) -> str:
    """`2026-11-24T18:00:00Z`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
