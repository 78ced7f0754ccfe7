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
_LINK = re.compile(
    r'found "(?P<old>!?\[\[[^"]*\]\]|\[[^"]*\))", (?:a link of Obsidian|which is no link); '
    r"write (?P<new>\[.*?\]\(.+?\))(?: without the blank between)?"
)
_PICTURE = re.compile(
    r'found "(?P<old>!\[\[[^"]*\]\])", a picture of Obsidian; write !\[what it shows\](?P<new>\(.+\))'
)
_MARKED = re.compile(r'found "(?P<old>==(?P<words>[^"]+)==)", which is meant for another program, .*')
_TAKEN_OUT = re.compile(r'found "(?P<old>[^"]{1,59})", which is meant for another program, [^;]*; take it out')
_BOX = re.compile(
    r'found "(?P<old>[^"]+)", which is meant for another program, .*; write (?P<new>\*\*Note:\*\*) in its place'
)
_HEADING = re.compile(
    r"“(?P<words>.+)” (?:is as large as the title|skips a level of heading); write (?P<signs>#+) before it", re.DOTALL
)
_SIGNS = re.compile(rb"^([ >]*)#{1,6}(?=[ \t])")
_OF_A_POST = re.compile(r"no post (?:called|lies there)")


@dataclass(frozen=True, slots=True)
class Mend:
    """What a finding wants changed: a text, the name of a field, or the signs before the words of a heading."""

    old: str
    new: str
    is_name: bool = False
    is_heading: bool = False

    def __str__(self) -> str:
        return f"“{self.old}” becomes “{self.new}”" if self.new else f"“{self.old}” is taken out"


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
    return _mend_of_story(problem.message)


def _mend_of_story(message: str) -> Mend | None:
    """The same for what is found in a story: signs of another program, and the levels of headings."""
    if found := _LINK.fullmatch(message) or _BOX.fullmatch(message):
        return Mend(found["old"], found["new"])
    if found := _PICTURE.fullmatch(message):
        return Mend(found["old"], f"![]{found['new']}")  # What it shows is asked for where the photo is named.
    if found := _MARKED.fullmatch(message):
        return Mend(found["old"], f"**{found['words']}**")
    if found := _TAKEN_OUT.fullmatch(message):
        return Mend(found["old"], "")
    if found := _HEADING.fullmatch(message):
        return Mend(found["words"], f"{found['signs']} {found['words']}", is_heading=True)
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
    """The file with a text changed in one line, where it stands once; a heading that has signs has others."""
    lines = data.splitlines(keepends=True)
    if line > len(lines):
        return None
    old, new = mend.old.encode(), mend.new.encode()
    before = lines[line - 1]
    if mend.is_heading:
        signs = mend.new.partition(" ")[0].encode()
        lines[line - 1] = _SIGNS.sub(lambda found: found[1] + signs, before, count=1)
    elif before.count(old) == 1:
        lines[line - 1] = before.replace(old, new)
    return b"".join(lines) if lines[line - 1] != before else None


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
