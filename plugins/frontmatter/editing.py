"""A file that somebody wrote by hand with some values changed; every other byte stays as it is.

The new text is read again before it is handed out: unless it says what the old one said, and what was wanted, nothing
is changed at all.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping

from plugins.frontmatter.changes import KEPT, Change, Item, Renamed, Wanted, changed, said
from plugins.frontmatter.fence import Halves, cut
from plugins.frontmatter.notation import CannotWrite, Plain
from plugins.frontmatter.pieces import Region, Splice, flattened
from plugins.frontmatter.spans import spans
from plugins.frontmatter.splices import Splicing
from plugins.frontmatter.tree import Mapping as Tree
from plugins.frontmatter.tree import Node, Sequence
from plugins.frontmatter.yaml_events import tree
from plugins.problems import FieldPath

_BOM = "\ufeff"
_NOT_THERE = "what is to be changed is not there any more"
_FURTHER_ENTRY = re.compile(rb"[^\s#}\]]")
"""At the beginning of a line: something that is no part of the entry above."""


class CannotEdit(Exception):
    """The file is written in a way that is not changed by a program; the message says so to its author."""


def with_values(data: bytes, wanted: Change, *, is_post: bool, story: str | None = None) -> bytes:
    """The file with the fields of its front matter, or of a register or of settings, as wanted; raises CannotEdit.

    `story` is what stands below the front matter of a post then; None leaves it as it is.
    """
    plain, first, text = _yaml(data, is_post=is_post)
    pieces: list[str | tuple[int, int]] = [(0, first)]
    pieces += [each if isinstance(each, str) else (each[0] + first, each[1] + first) for each in _pieces(text, wanted)]
    return _joined(data, [*pieces, *_story(plain, first + len(text), story)])


def with_name(data: bytes, path: FieldPath, name: str, new: str, *, is_post: bool) -> bytes:
    """The file with one field of the mapping at `path` called otherwise; raises CannotEdit."""
    named = with_fields(data, path, {name: Renamed(new)}, is_post=is_post)
    if named == data:
        raise CannotEdit(_NOT_THERE)
    return named


def _joined(data: bytes, pieces: Iterable[str | tuple[int, int]]) -> bytes:
    """New texts, and parts of the file by their places in its text with plain line ends; all as the file is written."""
    written = data.decode()
    line_end = "\r\n" if "\r\n" in written else "\n"
    place = _place_in(written)
    new = (
        each.replace("\n", line_end) if isinstance(each, str) else written[place(each[0]) : place(each[1])]
        for each in pieces
    )
    return (_BOM * written.startswith(_BOM) + "".join(new)).encode()


def front_matter_of(data: bytes) -> Node | None:
    """What a post's front matter says; None where it cannot be read. Raises CannotEdit."""
    return tree(_yaml(data, is_post=True)[2], source="", first_line=1)[0]


def with_fields(data: bytes, path: FieldPath, wanted: Change, *, is_post: bool) -> bytes:
    """The file with fields of the mapping at `path` set, added, or taken out; raises CannotEdit."""
    node = tree(_yaml(data, is_post=is_post)[2], source="", first_line=1)[0]
    return with_values(data, _at(node, path, wanted) if node else wanted, is_post=is_post)


def rewritten(data: bytes, rule: Callable[[Tree], Change], *, is_post: bool) -> bytes:
    """The file as a rule wants it that has read what it says; raises CannotEdit."""
    node = tree(_yaml(data, is_post=is_post)[2], source="", first_line=1)[0]
    if node is None:
        raise CannotEdit("there is something to mend in this file first")
    wanted = rule(node)
    return with_values(data, wanted, is_post=is_post) if wanted else data


def with_field_in_entry(data: bytes, entry: str, name: str, value: str) -> tuple[bytes, int]:
    """A register that cannot be read as a whole with a field of one entry added, and the line where that entry is.

    Only the entry's own lines are read and changed; raises CannotEdit unless they stand there once and can be.
    """
    lines = data.splitlines(keepends=True)
    begins = [number for number, line in enumerate(lines) if _begins(line, entry)]
    if len(begins) != 1:
        raise CannotEdit(f"{entry} stands there {'more than once' if begins else 'in no line of its own'}")
    start = begins[0]
    further = (number for number in range(start + 1, len(lines)) if _FURTHER_ENTRY.match(lines[number]))
    end = next(further, len(lines))
    own = b"".join(lines[start:end])
    if name.encode() in own:
        raise CannotEdit(f"{entry} has “{name}” already, and the file cannot be read")
    changed_lines = with_fields(own, (entry,), {name: value}, is_post=False)
    return b"".join([*lines[:start], changed_lines, *lines[end:]]), start + 1


def _begins(line: bytes, entry: str) -> bool:
    """Whether an entry of a register begins in this line."""
    key, mark, _ = line.removeprefix(_BOM.encode()).partition(b":")
    return bool(mark) and key.strip(b" \t\"'") == entry.encode() and not line[:1].isspace()


def _yaml(data: bytes, *, is_post: bool) -> tuple[str, int, str]:
    """The file's text with plain line ends, and the part of it that is YAML, with where it begins."""
    try:
        written = data.decode()
    except UnicodeDecodeError:
        raise CannotEdit("this file is not saved as UTF-8") from None
    plain = written.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if not is_post:
        fence = len("---\n") if plain.startswith("---\n") else 0
        return plain, fence, plain[fence:]
    halves = cut(plain, "")
    if not isinstance(halves, Halves):
        raise CannotEdit("the front matter of this file cannot be told from its story")
    before = plain.split("\n")[: halves.front_matter_line - 1]
    is_empty = halves.story_line == halves.front_matter_line + 1
    return plain, sum(len(line) + 1 for line in before), "" if is_empty else halves.front_matter


def _story(plain: str, end: int, story: str | None) -> list[str | tuple[int, int]]:
    """What stands from the end of the front matter on. Empty lines above the story stay."""
    if story is None:
        return [(end, len(plain))]
    fence = plain.find("\n", end) + 1 or len(plain)
    begins = fence + len(plain[fence:]) - len(plain[fence:].lstrip("\n"))
    return [(end, begins), "" if plain[:begins].endswith("\n") else "\n", story.strip("\n") + "\n"]


def _place_in(written: str) -> Callable[[int], int]:
    """From a place in the text with plain line ends to the place in the text as it was saved."""
    mark = len(_BOM) if written.startswith(_BOM) else 0
    breaks: list[int] = []
    place = written.find("\r\n")
    while place >= 0:
        breaks.append(place - mark - len(breaks))
        place = written.find("\r\n", place + 2)
    return lambda plain: plain + mark + bisect_left(breaks, plain)


def _pieces(text: str, wanted: Change) -> list[str | tuple[int, int]]:
    """The new text; raises CannotEdit unless it says what it should."""
    node = tree(text, source="", first_line=1)[0]
    if node is None:
        raise CannotEdit("there is something to mend in this file first")
    value = said(node)
    goal = changed(value, wanted)
    ended = text if not text or text.endswith("\n") else text + "\n"
    for splices in (_within, _anew):
        try:
            pieces = _unended(flattened(Region(0, len(ended), splices(ended, value, wanted))), text)
        except CannotWrite as reason:
            raise CannotEdit(str(reason)) from None
        new = "".join(each if isinstance(each, str) else text[each[0] : each[1]] for each in pieces)
        after = tree(new, source="", first_line=1)[0]
        if after is not None and said(after) == goal:
            return pieces
    raise CannotEdit("this place is written in a way that only its author can change")


def _within(text: str, value: Plain, wanted: Change) -> list[Splice]:
    return Splicing(text).within(spans(text), value, wanted)


def _anew(text: str, value: Plain, wanted: Change) -> list[Splice]:
    """Whole fields written anew, where no remark is lost by that: for layouts that nobody expects."""
    fields, goal = spans(text), changed(value, wanted)
    splices: list[Splice] = []
    for part in fields.parts:
        has_remark = "#" in text[part.start : part.end]
        if isinstance(goal, Mapping) and isinstance(wanted.get(part.name), str | tuple | Mapping) and not has_remark:
            splices += Splicing(text).anew(part, goal[part.name], fields.column)
    return splices


def _unended(pieces: Iterable[str | tuple[int, int]], text: str) -> list[str | tuple[int, int]]:
    """Without the line end that the text does not have, where nothing was put behind it."""
    own: list[str | tuple[int, int]] = []
    for each in pieces:
        if isinstance(each, str) or each[1] <= len(text):
            own.append(each)
        else:
            own += [(each[0], len(text)), "\n"]
    if text and not text.endswith("\n") and own and isinstance(own[-1], str):
        own[-1] = own[-1].removesuffix("\n")
    return own


def _at(node: Node | None, path: FieldPath, fields: Change) -> Change:
    """The change of a mapping inside another as a change of that one; raises CannotEdit where there is none."""
    inside = _wanted_at(node, path, fields)
    return inside if isinstance(inside, Mapping) else {}


def _wanted_at(node: Node | None, path: FieldPath, fields: Change) -> Wanted:
    if not path and isinstance(node, Tree):
        return fields
    step = path[0] if path else None
    if isinstance(node, Tree) and isinstance(step, str) and node.get(step) is not None:
        return {step: _wanted_at(node.get(step), path[1:], fields)}
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        inside = _wanted_at(node.items[step], path[1:], fields)
        return tuple(Item(inside if index == step else KEPT, index) for index in range(len(node.items)))
    if step == 0 and not isinstance(node, Sequence):
        return _wanted_at(node, path[1:], fields)
    raise CannotEdit(_NOT_THERE)
