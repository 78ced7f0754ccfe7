"""A finding that says itself what to write instead: one change, made in the file for the author.

What the finding quotes must stand there once, else nothing is changed.
"""

import re

from plugins.author.documents import OpenFile
from plugins.frontmatter import Mapping, Node, Scalar, Sequence
from plugins.frontmatter.changes import KEPT, Item, Wanted
from plugins.frontmatter.editing import CannotEdit, with_name, with_values
from plugins.problems import FieldPath, Problem
from plugins.records import dataclass

_NAME = re.compile(r"there is no field “(?P<old>[^”]+)” here; did you mean “(?P<new>[^”]+)”\?")
_VALUE = re.compile(
    r'found "(?P<old>[^"]+)"[;:,].*?'
    r"(?:did you mean “(?P<meant>[^”]+)”\?"
    r"|write (?P<plain>\d{4}[-\d: ]*|https?://\S+|not-kept)|write “(?P<quoted>[^”]+)”)",
    re.DOTALL,
)
_MOVED = re.compile(r"“(?P<old>[^”]+)” is now “(?P<new>[^”]+)”; write that")
_OF_A_POST = re.compile(r"no post (?:called|lies there)")


@dataclass(frozen=True, slots=True)
class Mend:
    """What a finding wants changed: a text, or the name of a field."""

    old: str
    new: str
    is_name: bool = False

    def __str__(self) -> str:
        return f"“{self.old}” becomes “{self.new}”"


def mend_of(problem: Problem) -> Mend | None:
    """The one change that a finding asks for; None where it asks for something that a person must think about."""
    if found := _NAME.fullmatch(problem.message):
        return Mend(found["old"], found["new"], is_name=True)
    if found := _VALUE.fullmatch(problem.message):
        meant = found["meant"]
        new = _whole(found["old"], meant, problem.message) if meant else (found["plain"] or found["quoted"]).rstrip()
        return Mend(found["old"], new)
    if found := _MOVED.search(problem.message):
        return Mend(found["old"], found["new"])
    return None


def _whole(old: str, meant: str, message: str) -> str:
    """What is meant in place of `old`: of an address with a place in it, only the part that is in doubt is told."""
    page, mark, place = old.partition("#")
    if meant.startswith("#"):
        return f"{page}{meant}"
    if not mark or "#" in meant:
        return meant
    return f"{meant}#{place}" if _OF_A_POST.search(message) else f"{page}#{meant}"


def mended(post: OpenFile, problem: Problem) -> bytes | None:
    """The file with the change that a finding asks for; None where there is none, or it cannot be made."""
    mend = mend_of(problem)
    if mend is None or post.front_matter is None:
        return None
    try:
        if mend.is_name:
            return with_name(post.data, problem.path, mend.old, mend.new, is_post=post.is_post)
        if post.is_post and post.story_line <= problem.line:
            return _in_line(post.data, problem.line, mend)
        wanted = _wanted(post.front_matter, problem.path, mend)
        return with_values(post.data, wanted, is_post=post.is_post) if isinstance(wanted, dict) else None
    except CannotEdit:
        return None


def _in_line(data: bytes, line: int, mend: Mend) -> bytes | None:
    """The file with a text changed in one line, where it stands once."""
    lines = data.splitlines(keepends=True)
    if line > len(lines) or lines[line - 1].count(mend.old.encode()) != 1:
        return None
    lines[line - 1] = lines[line - 1].replace(mend.old.encode(), mend.new.encode())
    return b"".join(lines)


def _wanted(node: Node, path: FieldPath, mend: Mend) -> Wanted | None:
    """The change of the value at `path` that holds the text once; None where it does not."""
    if isinstance(node, Mapping) and path:
        inside = node.get(str(path[0]))
        wanted = None if inside is None else _wanted(inside, path[1:], mend)
        return None if wanted is None else {str(path[0]): wanted}
    if isinstance(node, Sequence) and path and isinstance(path[0], int) and path[0] < len(node.items):
        wanted = _wanted(node.items[path[0]], path[1:], mend)
        items = range(len(node.items))
        return None if wanted is None else tuple(Item(wanted if each == path[0] else KEPT, each) for each in items)
    if isinstance(node, Scalar) and node.text.count(mend.old) == 1:
        return node.text.replace(mend.old, mend.new)
    return None
