"""One field changed in a file that somebody wrote by hand; every other byte stays as it is.

The new text is read again before it is handed out: unless it says what the old one said, and the new field, nothing is
changed at all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from plugins.frontmatter.fence import Halves, cut
from plugins.frontmatter.spans import Fields, Part, fields_at
from plugins.frontmatter.tree import Mapping, Node, Scalar, Sequence
from plugins.frontmatter.yaml_events import tree
from plugins.problems import FieldPath

Value: TypeAlias = str | tuple[str, ...]
"""YAML of one line, or a list of such; an empty list takes the field out."""

_BOM = "\ufeff"
_FURTHER_ENTRY = re.compile(rb"[^\s#}\]]")
"""At the beginning of a line: something that is no part of the entry above."""


class CannotEdit(Exception):
    """The file is written in a way that is not changed by a program; the message says so to its author."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands between two letters becomes `text`."""

    start: int
    end: int
    text: str


def with_field(data: bytes, path: FieldPath, name: str, value: Value, *, is_post: bool) -> bytes:
    """The file with a field of the mapping at `path` set, added, or taken out; raises CannotEdit."""
    try:
        written = data.decode()
    except UnicodeDecodeError:
        raise CannotEdit("this file is not saved as UTF-8") from None
    plain = written.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    first, text = _front_matter(plain) if is_post else _register(plain)
    change = _change(text, path, name, value)
    changed = text[: change.start] + change.text + text[change.end :]
    _compare(text, changed, path, name, value)
    place = _place_in(written)
    new = change.text.replace("\n", "\r\n") if "\r\n" in written else change.text
    return (written[: place(first + change.start)] + new + written[place(first + change.end) :]).encode()


def with_field_in_entry(data: bytes, entry: str, name: str, value: Value) -> tuple[bytes, int]:
    """A register that cannot be read as a whole with a field of one entry added, and the line where that entry is.

    Only the entry's own lines are read and changed; raises CannotEdit unless they stand there once and can be.
    """
    lines = data.split(b"\n")
    begins = [number for number, line in enumerate(lines) if _begins(line, entry)]
    if len(begins) != 1:
        raise CannotEdit(f"{entry} stands there {'more than once' if begins else 'in no line of its own'}")
    start = begins[0]
    further = (number for number in range(start + 1, len(lines)) if _FURTHER_ENTRY.match(lines[number]))
    end = next(further, len(lines))
    own = b"\n".join(lines[start:end])
    if name.encode() in own:
        raise CannotEdit(f"{entry} has “{name}” already, and the file cannot be read")
    changed = with_field(own, (entry,), name, value, is_post=False)
    return b"\n".join([*lines[:start], changed, *lines[end:]]), start + 1


def _begins(line: bytes, entry: str) -> bool:
    """Whether an entry of a register begins in this line."""
    key, mark, _ = line.removeprefix(_BOM.encode()).partition(b":")
    return bool(mark) and key.strip(b" \t\"'") == entry.encode() and not line[:1].isspace()


def _front_matter(text: str) -> tuple[int, str]:
    halves = cut(text, "")
    if not isinstance(halves, Halves):
        raise CannotEdit("the front matter of this file cannot be told from its story")
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: halves.front_matter_line - 1]), halves.front_matter


def _register(text: str) -> tuple[int, str]:
    fence = len("---\n") if text.startswith("---\n") else 0
    return fence, text[fence:]


def _place_in(written: str) -> Callable[[int], int]:
    """From a place in the text with plain line ends to the place in the text as it was saved."""
    mark = len(_BOM) if written.startswith(_BOM) else 0
    breaks: list[int] = []
    place = written.find("\r\n")
    while place >= 0:
        breaks.append(place - mark - len(breaks))
        place = written.find("\r\n", place + 2)
    return lambda plain: plain + mark + sum(end < plain for end in breaks)


def _change(text: str, path: FieldPath, name: str, value: Value) -> _Change:
    if tree(text, source="", first_line=1)[0] is None:
        raise CannotEdit("there is something to mend in this file first")
    fields = fields_at(text, path)
    if fields is None:
        raise CannotEdit("what is to be changed is not there any more")
    part = fields.part(name)
    if value == ():
        return _taken_out(text, fields, part) if part else _Change(0, 0, "")
    return _replaced(text, part, value) if part else _added(text, fields, name, value)


def _replaced(text: str, part: Part, value: Value) -> _Change:
    """The value in the manner in which it was written before: in lines, or in one."""
    if part.is_list_of_lines and isinstance(value, tuple):
        column = part.value - (text.rfind("\n", 0, part.value) + 1)
        return _Change(part.value, part.end, f"\n{' ' * column}".join(f"- {item}" for item in value))
    space = "" if text[: part.value].endswith((" ", "\n")) else " "
    return _Change(part.value, part.end, space + _in_line(value))


def _added(text: str, fields: Fields, name: str, value: Value) -> _Change:
    if not fields.parts:
        return _Change(fields.start + 1, fields.start + 1, f"{name}: {_in_line(value)}")
    end = fields.parts[-1].end
    if fields.in_braces:
        return _Change(end, end, f", {name}: {_in_line(value)}")
    line_end = text.find("\n", end)
    indent = "\n" + " " * fields.column
    if isinstance(value, tuple):
        written = f"{indent}{name}:" + "".join(f"{indent}  - {item}" for item in value)
    else:
        written = f"{indent}{name}: {value}"
    return _Change(line_end, line_end, written) if line_end >= 0 else _Change(len(text), len(text), written)


def _taken_out(text: str, fields: Fields, part: Part) -> _Change:
    index = fields.parts.index(part)
    if index == 0:
        end = fields.parts[1].start if fields.parts[1:] else part.end
        return _Change(part.start, end, "")
    if fields.in_braces:
        return _Change(fields.parts[index - 1].end, part.end, "")
    line, line_end = text.rfind("\n", 0, part.start) + 1, text.find("\n", part.end)
    return _Change(line, line_end + 1 if line_end >= 0 else len(text), "")


def _in_line(value: Value) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


def _compare(old: str, new: str, path: FieldPath, name: str, value: Value) -> None:
    """Raise CannotEdit unless the new text says the same, but for the one field."""
    before, after = tree(old, source="", first_line=1)[0], tree(new, source="", first_line=1)[0]
    wanted = tree(f"{name}: {_in_line(value)}", source="", first_line=1)[0] if value else None
    if before is None or after is None or _said(after, (), {}) != _said(before, path, {name: wanted}):
        raise CannotEdit("this place is written in a way that only its author can change")


def _said(node: Node, path: FieldPath, field: dict[str, Mapping | None]) -> object:
    """What a tree says, without its lines; at `path` with the field as it is wanted."""
    at_end = not path and field
    if path and path[0] == 0 and not isinstance(node, Sequence):
        return _said(node, path[1:], field)
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(item, *_further(path, index, field)) for index, item in enumerate(node.items)]
    said = [(entry.key, _said(entry.node, *_further(path, entry.key, field))) for entry in node.entries]
    if not at_end:
        return sorted(said, key=lambda pair: pair[0])
    [(name, wanted)] = field.items()
    kept = [pair for pair in said if pair[0] != name]
    put = [(name, _said(entry.node, (), {})) for entry in wanted.entries] if wanted else []
    return sorted([*kept, *put], key=lambda pair: pair[0])


def _further(
    path: FieldPath, step: str | int, field: dict[str, Mapping | None]
) -> tuple[FieldPath, dict[str, Mapping | None]]:
    """The rest of the path for what it leads to; nothing to change for all else."""
    return (path[1:], field) if path and path[0] == step else ((), {})
