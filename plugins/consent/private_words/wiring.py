"""Looks through the whole new site for private words, just before it becomes the site."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.consent.private_words import PrivateWordsRefused, given_words
from plugins.consent.private_words.findings import found_in_files
from plugins.engine.signals import all_written
from plugins.problems import report
from plugins.problems.console import say
from plugins.problems.wiring import BuildStopped

SOFTWARE = Path(__file__).resolve().parents[3]


def register() -> None:
    """Connect to the engine."""
    # Every byte is there by then, of whatever room, and nothing of it is published yet.
    all_written.connect(look_through)


def look_through(pelican: Any, *, folder: Path) -> None:
    """Raise BuildStopped when a private word is in the new site. The preview, which nobody else sees, is let be."""
    if pelican.settings.get("DIARY_PREVIEW"):
        return
    try:
        words = given_words(os.environ, published=(SOFTWARE, Path(pelican.path)))
    except PrivateWordsRefused:
        if pelican.settings.get("DIARY_LEAVE_OUT"):
            return  # No post is in this site, and every one is told as left out for this very reason.
        raise
    if words is None:
        return
    problems = found_in_files(words, _files(folder))
    if problems:
        say(report(problems), sys.stderr)
        raise BuildStopped(1, problems)
    say(f"None of your {len(words.entries)} private words is in the new site.", sys.stdout)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the site. What was packed beside a file holds the same as the file."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not (path.suffix in (".gz", ".br") and path.with_suffix("").exists()):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
