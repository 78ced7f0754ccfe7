"""Archives for tests: what is not said is usual."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from plugins.comments.archive import ArchivedComment

BEGAN = datetime(2031, 3, 4, 18, tzinfo=UTC)


def comment(number: str, parent: str | None = None, **more: Any) -> ArchivedComment:
    """A comment, each a minute after the one with the number before."""
    minutes = int("".join(filter(str.isdigit, number)) or 0)
    usual = {"name": "Mo", "created": BEGAN + timedelta(minutes=minutes), "edited": None, "html": "<p>Words.</p>"}
    return ArchivedComment(**{"id": number, "parent": parent, **usual, **more})


def written(*threads: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An archive as it is written."""
    return {"version": 1, "exported": "2031-03-04T18:00:00Z", "threads": list(threads), **more}


def thread(*comments: dict[str, Any], key: str = "posts/hello/", closed: bool = False) -> dict[str, Any]:
    """A thread as it is written."""
    return {"thread": key, "closed": closed, "comments": list(comments)}


def said(number: str, **more: Any) -> dict[str, Any]:
    """A comment as it is written."""
    usual = {"parent": None, "name": "Mo", "created": "2031-03-04T18:00:00Z", "edited": None, "html": "<p>Words.</p>"}
    return {"id": number, **usual, **more}


def text(*threads: dict[str, Any], **more: Any) -> bytes:
    """The same as bytes."""
    return json.dumps(written(*threads, **more)).encode()
