"""The two lines of three hyphens, between which the front matter stands."""

import re
from dataclasses import dataclass

from plugins.problems import Problem

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\u00ad_*=]{1,}\s*")
_FENCE = re.compile(r"---[ \t]*")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*")


@dataclass(frozen=True, slots=True)
class Halves:
    """A file cut at its fences; lines count from 1 in the file."""

    front_matter: str
    front_matter_line: int
    story: str
    story_line: int


def cut(text: str, source: str) -> tuple[Halves | None, Problem | None]:
    """The front matter and the story of a file."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None:
        message = "this file is empty; begin it with a line ---, then “title: …”, then another line ---"
        return None, Problem(source, 0, "", message)
    if not _FENCE.fullmatch(lines[first]):
        return None, Problem(source, first + 1, "", _bad_opening(lines[first]))
    last = next((index for index in range(first + 1, len(lines)) if _CLOSING.fullmatch(lines[index])), None)
    if last is None:
        return None, _unclosed(lines, first, source)
    halves = Halves(
        front_matter="\n".join(lines[first + 1 : last]) + "\n",
        front_matter_line=first + 2,
        story="\n".join(lines[last + 1 :]),
        story_line=last + 2,
    )
    return halves, None


def _bad_opening(line: str) -> str:
    if line.strip() == "---":
        return "there are spaces before the three hyphens; begin the line with them"
    if _DASHES.fullmatch(line):
        return (
            f'found "{line.strip()}" where three hyphens must stand; type --- '
            "(some programs turn hyphens into a long dash by themselves: undo that with Ctrl+Z)"
        )
    return "a post begins with a line of three hyphens (---), and this one does not; put that line above this one"


def _unclosed(lines: list[str], first: int, source: str) -> Problem:
    for index in range(first + 1, len(lines)):
        if lines[index].strip() and len(lines[index].strip()) < 9 and _DASHES.fullmatch(lines[index]):
            found = lines[index].strip()
            message = f'found "{found}" where three hyphens must stand to end the front matter; type ---'
            return Problem(source, index + 1, "", message)
    message = (
        "the front matter that begins here is not ended; put a line of three hyphens (---) between it and the story"
    )
    return Problem(source, first + 1, "", message)
