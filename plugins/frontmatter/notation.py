"""How a value is written as YAML: as plainly as it may be, and so that it is read as what it says.

No rule of YAML is known here by heart: each way of writing is read again, and the first that says the same is taken.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from plugins.frontmatter.tree import Mapping as Tree
from plugins.frontmatter.tree import Node, Scalar
from plugins.frontmatter.tree import Sequence as List
from plugins.frontmatter.yaml_events import tree

Plain: TypeAlias = str | Sequence["Plain"] | Mapping[str, "Plain"]
"""A value without any place in a file."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_SHORT_WORD = re.compile(r"[\w./#-]{1,40}")
_MOST_ON_A_LINE = 72


class CannotWrite(Exception):
    """A text that YAML cannot hold; the message says what is in it."""


def in_lines(value: Plain, column: int) -> str:
    """What stands behind `name:` in this column: a space and a value, or lines below; without the last line end."""
    if isinstance(value, str):
        return f" {text_of(value, column=column)}"
    if is_short(value):
        return f" {in_brackets(value)}"
    indent = " " * (column + 2)
    if isinstance(value, Mapping):
        return "".join(f"\n{indent}{line}" for line in _field_lines(value, column + 2))
    return "".join(f"\n{indent}{item_in_lines(item, column + 2)}" for item in value)


def item_in_lines(value: Plain, column: int) -> str:
    """An item of a list whose hyphen stands in this column."""
    if isinstance(value, Mapping) and not is_short(value):
        indent = "\n" + " " * (column + 2)
        return f"- {indent.join(_field_lines(value, column + 2))}"
    return f"-{in_lines(value, column)}"


def field_in_lines(name: str, value: Plain, column: int) -> str:
    return f"{text_of(name, inside=True)}:{in_lines(value, column)}"


def in_brackets(value: Plain) -> str:
    """The value on one line, as it stands inside brackets."""
    if isinstance(value, str):
        return text_of(value, inside=True)
    if isinstance(value, Mapping):
        pairs = (f"{text_of(name, inside=True)}: {in_brackets(each)}" for name, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return f"[{', '.join(map(in_brackets, value))}]"


def is_short(value: Sequence[Plain] | Mapping[str, Plain]) -> bool:
    """Whether a list or a set of fields is read most easily on one line: numbers, or words that need no quotes."""
    if isinstance(value, Mapping):
        held = all(isinstance(each, str) and _NUMBER.fullmatch(each) for each in value.values())
    else:
        held = all(isinstance(each, str) and _SHORT_WORD.fullmatch(each) for each in value)
    return not value or (held and len(in_brackets(value)) <= _MOST_ON_A_LINE)


def text_of(text: str, *, inside: bool = False, style: str = "", column: int = 0) -> str:
    """A text as YAML; `inside` brackets, in the style that it had where that can be; raises CannotWrite."""
    for written in _ways(text, inside=inside, style=style, column=column):
        if _is_read(written, text, inside=inside, column=column):
            return written
    raise CannotWrite("this text holds a character that cannot be seen; type it anew")


def _ways(text: str, *, inside: bool, style: str, column: int) -> Iterator[str]:
    doubled = text.replace("'", "''")
    quoted = {"'": f"'{doubled}'", '"': json.dumps(text, ensure_ascii=False)}
    if "\n" not in text:
        if style in quoted:
            yield quoted[style]
        yield text
        yield quoted["'"]
    elif not inside:
        indent = "\n" + " " * (column + 2)
        yield "|" + "".join(indent + line if line else "\n" for line in text.rstrip("\n").split("\n"))
    yield quoted['"']
    yield json.dumps(text)


def _is_read(written: str, text: str, *, inside: bool, column: int) -> bool:
    """Whether it is read as this text, as the value of a field and as an item of a list."""
    indent = " " * column
    value, item = f"{indent}a: {written}\n", f"{indent}a:\n{indent}- {written}\n"
    if inside:
        value, item = f"a: {{b: {written}, c: d}}\n", f"a: [{written}, b]\n"
    return all(_first(each) == text.rstrip("\n") for each in (value, item))


def _first(yaml: str) -> str | None:
    """The first text in a piece of YAML, or None."""
    node: Node | None = tree(yaml, source="", first_line=1)[0]
    while isinstance(node, Tree | List):
        held = node.items if isinstance(node, List) else tuple(entry.node for entry in node.entries)
        node = held[0] if held else None
    return node.text.rstrip("\n") if isinstance(node, Scalar) else None


def _field_lines(value: Mapping[str, Plain], column: int) -> list[str]:
    return [field_in_lines(name, each, column) for name, each in value.items()]
