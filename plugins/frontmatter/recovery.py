"""What can be read of a post whose front matter is not all YAML: without the fields in which something is wrong.

So what is to be mended elsewhere in the file is told at once. Nothing of it is ever published.
"""

import re
from dataclasses import replace
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.fence import cut
from plugins.frontmatter.source import read_text
from plugins.frontmatter.tree import Entry, Mapping, Scalar
from plugins.frontmatter.yaml_events import tree
from plugins.problems import FieldPath, Problem
from plugins.records import dataclass

_MOST_ROUNDS = 20
_FIELD = re.compile(r"\s*(?:- +)*([\w-]+)")
_GOES_ON = re.compile(r"[\s#\]}-]|$")
"""How a line begins that belongs to the field above it."""
_MAY_GO_ON = re.compile("quote that opens|bracket")
"""Where a mistake is one of these, nobody can tell how far it reaches."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The document, every mistake in its front matter, and the fields that are missing from it."""

    document: Document
    problems: tuple[Problem, ...]
    gaps: tuple[FieldPath, ...]


def recovered(file: Path, source: str, *, names: frozenset[str], needed: str) -> Recovered | None:
    """What can be read; None where that is nothing. The field `needed` is stood in for where it is missing."""
    text, problems = read_text(file, source)
    halves = cut(text, source) if text is not None else None
    if halves is None or isinstance(halves, Problem):
        return None
    first, lines = halves.front_matter_line, halves.front_matter.split("\n")
    gaps: dict[str, None] = {}
    for _ in range(_MOST_ROUNDS):
        mapping, mistakes = tree("\n".join(lines), source=source, first_line=first, names=names)
        problems = (*problems, *mistakes)
        if mapping is not None and not mapping.entries:
            return None
        if mapping is not None:
            known = _with_needed(mapping, needed) if needed in gaps and not mapping.get(needed) else mapping
            document = Document(source, known, halves.story, halves.story_line)
            told = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))
            return Recovered(document, told, tuple((gap,) for gap in gaps))
        for mistake in mistakes:
            _take_out(lines, mistake.line - first, gaps, all_below=bool(_MAY_GO_ON.search(mistake.message)))
    return None


def _take_out(lines: list[str], at: int, gaps: dict[str, None], *, all_below: bool) -> None:
    """Empty the lines of the field in which line `at` stands, and name all that begins there among the gaps."""
    begin = next((number for number in range(min(at, len(lines) - 1), 0, -1) if not _GOES_ON.match(lines[number])), 0)
    for number in range(begin, len(lines)):
        begins_another = number > begin and not _GOES_ON.match(lines[number])
        if begins_another and not all_below:
            return
        if found := _FIELD.match(lines[number]):
            gaps[found[1]] = None
        lines[number] = ""


def _with_needed(mapping: Mapping, name: str) -> Mapping:
    return replace(mapping, entries=(*mapping.entries, Entry(name, mapping.line, Scalar("unread", mapping.line))))
