"""An archive as JSON text: the same archive always gives the same bytes."""

import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from plugins.comments.archive.record import VERSION, Archive


def archive_text(archive: Archive) -> str:
    """The archive as it is kept; `archive.schema.json` describes it, and names every field that it may have."""
    return json.dumps({"version": VERSION, **_plain(archive)}, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    """A moment as `2026-11-24T18:00:00Z`; a record by its fields."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return {field.name: getattr(value, field.name) for field in fields(value)}
