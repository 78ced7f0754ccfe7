"""A file read as front matter and story, or as YAML alone."""

from pathlib import Path

from plugins.frontmatter.fence import cut
from plugins.frontmatter.source import read_text
from plugins.frontmatter.tree import Mapping
from plugins.frontmatter.yaml_events import tree
from plugins.problems import Problem
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A post: its front matter as a tree, its story as Markdown that begins at `story_line` of the file."""

    source: str
    front_matter: Mapping
    story: str
    story_line: int


def read_document(
    file: Path, source: str, *, names: frozenset[str] = frozenset()
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `file`, and its findings; None when no tree could be had.

    By the `names` of fields a line is known whose colon is forgotten.
    """
    text, problems = read_text(file, source)
    return (None, problems) if text is None else document_in(text, problems, source, names=names)


def document_in(
    text: str, problems: tuple[Problem, ...], source: str, *, names: frozenset[str] = frozenset()
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The same of a text that was read; `problems` are those of its letters."""
    halves = cut(text, source)
    if isinstance(halves, Problem):
        return None, (*problems, halves)
    mapping, mistakes = tree(halves.front_matter, source=source, first_line=halves.front_matter_line, names=names)
    if mapping is None or problems:
        return None, tuple(sorted(problems + mistakes, key=_line))
    return Document(source, mapping, halves.story, halves.story_line), ()


def read_yaml(file: Path, source: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """A file that is YAML from its first line to its last, such as the register of consents."""
    text, problems = read_text(file, source)
    if text is None:
        return None, problems
    first_line = 2 if text.startswith("---\n") else 1
    mapping, mistakes = tree(text.removeprefix("---\n"), source=source, first_line=first_line)
    return None if problems else mapping, tuple(sorted(problems + mistakes, key=_line))


def _line(problem: Problem) -> int:
    return problem.line
