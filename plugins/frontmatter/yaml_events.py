"""YAML read event by event into our own tree: nothing is constructed, followed or guessed.

Of YAML we take fields, lists and texts. Aliases, anchors, tags, directives and second documents are answered with a
finding: none of them is of use to somebody who writes about a workshop, and each can hide or build what nobody sees.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.frontmatter.slips import slip
from plugins.frontmatter.tree import Entry, Mapping, Node, Scalar, Sequence
from plugins.problems import Problem

_DEEPEST = 20
_NOTHING = ("", "~", "null", "Null", "NULL")
PARSERS: tuple[Any, ...] = tuple(getattr(yaml, name) for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name))


def tree(
    text: str, *, source: str, first_line: int, parser: Any = PARSERS[0]
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The tree of `text`, whose first line is line `first_line` of its file; None when it is no set of fields.

    `parser` is PyYAML's quick parser where its C library is there, else the one in Python; both read the same.
    """
    growth = _Growth(source, first_line)
    try:
        root = growth.document(yaml.parse(text, Loader=parser))
    except yaml.MarkedYAMLError as error:
        growth.unreadable(text, error)
        return None, tuple(growth.problems)
    except _TooDeep as error:
        growth.refuse(error.line, f"this is nested more than {_DEEPEST} levels deep; move it to the left")
        return None, tuple(growth.problems)
    if growth.problems or not isinstance(root, Mapping):
        return None, tuple(growth.problems)
    return root, ()


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class _Growth:
    source: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.source, line, "", message))

    def line(self, mark: Any) -> int:
        return int(mark.line) + self.first_line

    def unreadable(self, text: str, error: yaml.MarkedYAMLError) -> None:
        """Answer what the parser stumbled over with what the author probably typed."""
        marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
        index, message = slip(text.split("\n"), first=min(marks, default=0), last=max(marks, default=0))
        self.refuse(index + self.first_line, message)

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self.refuse(self.line(event.start_mark), "take the line that begins with % out")
                if documents > 1:
                    self.refuse(self.line(event.start_mark), "a second set of fields begins here; put all in one")
                    return root
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                root = self.node(event, events, 0)
        return self.only_fields(root)

    def only_fields(self, root: Node | None) -> Node | None:
        if root is None or (isinstance(root, Scalar) and not root.text and not root.quoted):
            return Mapping((), self.first_line)
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Sequence):
            self.refuse(root.line, "found a list; take the hyphen away and write fields, such as “title: …”")
        else:
            first = root.text.split("\n")[0][:40]
            self.refuse(root.line, f'found "{first}"; write fields with a colon and a space, such as “title: …”')
        return None

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        line = self.line(event.start_mark)
        if depth > _DEEPEST:
            raise _TooDeep(line)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                line, f"found *{event.anchor}, which stands for something else; write it out, or put it in quotes"
            )
            return Scalar("", line)
        if event.anchor is not None:
            self.refuse(
                line, f"found &{event.anchor}, a name for something else; take it out, or put the text in quotes"
            )
        if event.tag is not None:
            self.refuse(line, "found a word that begins with an exclamation mark; put the text in straight quotes")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(events, depth + 1)), line)
        return Mapping(tuple(self.entries(events, depth + 1)), line)

    def scalar(self, event: Any, line: int) -> Scalar:
        plain = not event.style
        text = "" if plain and event.value in _NOTHING else event.value
        return Scalar(text, line, quoted=event.style in ("'", '"'))

    def items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, events, depth)

    def entries(self, events: Iterator[Any], depth: int) -> Iterator[Entry]:
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self.node(event, events, depth)
            value = self.node(next(events), events, depth)
            if not isinstance(key, Scalar) or not key.text:
                self.refuse(key.line, "write a name before the colon, such as “title: …”")
            elif key.text == "<<":
                self.refuse(key.line, "found <<; write the fields themselves here")
            elif key.text in lines:
                message = f"“{key.text}” stands here a second time (first in line {lines[key.text]}); keep one"
                self.refuse(key.line, message)
            else:
                lines[key.text] = key.line
                yield Entry(key.text, key.line, value)
