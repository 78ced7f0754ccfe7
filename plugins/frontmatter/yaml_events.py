"""YAML read event by event into our own tree: nothing is constructed, followed or guessed.

Of YAML we take fields, lists and texts. Aliases, anchors, tags, directives and second documents are answered with a
finding: none of them is of use to somebody who writes about a workshop, and each can hide or build what nobody sees.
"""

import sys
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import CSafeLoader

from plugins.frontmatter.line import taken_apart
from plugins.frontmatter.parse_failure import ParseFailure, hint_for_failure
from plugins.frontmatter.smart_quotes import normalised, unquoted
from plugins.frontmatter.source import UNSEEN
from plugins.frontmatter.spaces import strange_name
from plugins.frontmatter.tree import Entry, Mapping, Node, Scalar, Sequence
from plugins.frontmatter.yaml_hints import cut_by_hash, hash_at_block_mark, hint_for_line, list_under_text, not_closed
from plugins.patterns import lazy_pattern
from plugins.problems import Code, Problem

PARSER = CSafeLoader
"""The one parser, which is libyaml's: see docs/decisions/0153-one-parser-reads-yaml.md."""

_DEEPEST = 20
_NOTHING = ("", "~", "null", "Null", "NULL")
_COMMENT = lazy_pattern(r"#[^\s,\]}]{0,20}")
_IS_MEANT = lazy_pattern(r"#(?:[#!]|$)")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")


def tree(
    text: str, *, source: str, first_line: int, names: frozenset[str] = frozenset()
) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The tree of `text`, whose first line is line `first_line` of its file; None when it is no set of fields.

    `names` are those of the fields that may stand there.
    """
    text = normalised(text)
    builder = _TreeBuilder([*text.split("\n"), ""], source=source, first_line=first_line, names=names)
    root: Node | None = None
    try:
        root = builder.document(yaml.parse(text, Loader=PARSER))
    except yaml.MarkedYAMLError as error:
        builder.unreadable(_parse_failure(error))
    except (yaml.YAMLError, ValueError, OverflowError):
        # A character, or the code of one, that no text holds.
        builder.unreadable(ParseFailure("", builder.last, "escape", builder.last))
    except _TooDeep as error:
        builder.refuse(
            error.line,
            f"this is nested more than {_DEEPEST} levels deep; take spaces, hyphens or brackets away",
            "too-large",
        )
    if builder.problems or not isinstance(root, Mapping):
        return None, tuple(sorted(dict.fromkeys(builder.problems), key=lambda problem: problem.line))
    return root, ()


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _parse_failure(error: yaml.MarkedYAMLError) -> ParseFailure:
    """Where the parser gave up; libyaml marks some of its complaints only once."""
    marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
    return ParseFailure(error.context or "", min(marks, default=0), error.problem or "", max(marks, default=0))


class _TreeBuilder:
    """A tree built out of a parser's events, and the findings on the way."""

    def __init__(self, lines: list[str], *, source: str, first_line: int, names: frozenset[str]) -> None:
        self.lines = lines
        self.names = names
        self.source = source
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.last = 0
        self.read_up_to = (0, 0)

    def refuse(self, line: int, message: str, code: Code) -> None:
        self.problems.append(Problem(self.source, line, "", message, code))

    def unreadable(self, failure: ParseFailure) -> None:
        """Answer where the parser gave up with what was probably typed; once for a line, and for the one below it."""
        hint = hint_for_failure(self.lines, failure, first_line=self.first_line, names=self.names)
        line = hint.line + self.first_line
        if all(problem.line not in (line - 1, line) for problem in self.problems):
            self.refuse(line, hint.sentence, hint.code)

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        seen = self.with_comments_seen(events)
        for event in seen:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                start: Any = event.start_mark
                where = start.line + self.first_line
                if event.version or event.tags:
                    self.refuse(where, "take the line that begins with % out", "yaml-shorthand")
                if documents > 1:
                    self.refuse(where, "a second set of fields begins here; put all in one", "yaml-shorthand")
                    return root
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                root = self.node(event, seen, 0)
        return self.only_fields(root)

    def with_comments_seen(self, events: Iterator[Any]) -> Iterator[Any]:
        """The events; on the way, what stands between one and the next, where a `#` always begins a comment."""
        for event in events:
            self.see_comments(event.start_mark.line, event.start_mark.column)
            self.read_up_to = max(self.read_up_to, (event.end_mark.line, event.end_mark.column))
            yield event

    def see_comments(self, line: int, column: int) -> None:
        """A comment that has no space behind its `#`, or before it, beside text: it was meant as a part of that."""
        first, begin = self.read_up_to
        for index in range(first, line + 1):
            text = self.lines[index]
            found = _COMMENT.search(text, begin if index == first else 0, column if index == line else len(text))
            before = text[: found.start()] if found else ""
            if found and before.strip() and not (before[-1].isspace() and _IS_MEANT.match(found[0])):
                self.refuse(index + self.first_line, cut_by_hash(before, found[0]), "lost-behind-hash")

    def only_fields(self, root: Node | None) -> Node | None:
        if root is None or (isinstance(root, Scalar) and not root.text and not root.quoted):
            return Mapping((), self.first_line)
        if isinstance(root, Mapping):
            return root
        if isinstance(root, Sequence):
            self.refuse(
                root.line, "found a list; take the hyphen away and write fields, such as “title: …”", "wrong-shape"
            )
        else:
            first = root.text.split("\n")[0]
            sentence = None if root.quoted else hint_for_line(taken_apart(first), self.names)
            found = f'found "{first[:40]}"; write fields with a colon and a space, such as “title: …”'
            self.refuse(root.line, sentence or found, "unreadable-line")
        return None

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self.last = event.start_mark.line
        line = self.last + self.first_line
        if depth > _DEEPEST:
            raise _TooDeep(line)
        if isinstance(event, yaml.AliasEvent):
            message = f"found *{event.anchor}, which stands for something else; write it out, or put it in quotes"
            self.refuse(line, message, "yaml-shorthand")
            return Scalar("", line)
        if event.anchor is not None:
            message = f"found &{event.anchor}, a name for something else; take it out, or put the text in quotes"
            self.refuse(line, message, "yaml-shorthand")
        if event.tag is not None:
            self.refuse(
                line,
                "found a word that begins with an exclamation mark; put the text in straight quotes",
                "yaml-shorthand",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(events, depth + 1)), line)
        return Mapping(tuple(self.entries(events, depth + 1)), line)

    def scalar(self, event: Any, line: int) -> Scalar:
        if event.style:
            self.see_unseen(event.value, line)
            self.see_block_mark(event, line)
            self.see_fields_in_quotes(event, line)
            return Scalar(event.value, line, quoted=event.style in ("'", '"'))
        self.see_what_is_lost(event)
        within_quotes = unquoted(event.value)
        if within_quotes is not None:
            return Scalar(within_quotes, line, quoted=True)
        return Scalar("" if event.value in _NOTHING else event.value, line)

    def see_unseen(self, text: str, line: int) -> None:
        """Straight double quotes can spell characters that a file must not hold, such as a NUL."""
        found = UNSEEN.search(text) or _SURROGATE.search(text)
        if found:
            message = f"this text spells a character (U+{ord(found[0]):04X}) that cannot be seen; take it out"
            self.refuse(line, message, "unseen-character")

    def see_block_mark(self, event: Any, line: int) -> None:
        sentence = hash_at_block_mark(self.lines[event.start_mark.line][event.start_mark.column :])
        if event.style in ("|", ">") and sentence:
            self.refuse(line, sentence, "unreadable-line")

    def see_fields_in_quotes(self, event: Any, line: int) -> None:
        """A quote that is not closed takes in the fields below it, up to the next quote."""
        mark = event.style
        if mark not in ("'", '"'):
            return
        column = taken_apart(self.lines[event.start_mark.line]).column
        for below in map(taken_apart, self.lines[event.start_mark.line + 1 : event.end_mark.line + 1]):
            if below.key in self.names and below.indent <= column:
                self.refuse(line, not_closed(mark), "unreadable-line")
                return

    def see_what_is_lost(self, event: Any) -> None:
        """Text without quotes swallows lines that were meant as a list, and loses what stands behind a `#`."""
        start, end = event.start_mark, event.end_mark
        stands_alone = not self.lines[start.line][: start.column].strip()
        for index in range(start.line + (not stands_alone), end.line + 1):
            sentence = list_under_text(self.lines[index].strip(), self.names)
            if sentence:
                self.refuse(index + self.first_line, sentence, "unreadable-line")
                return

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
                self.refuse(key.line, "write a name before the colon, such as “title: …”", "unreadable-line")
            elif sentence := strange_name(key.text):
                self.refuse(key.line, sentence, "unreadable-line")
            elif key.text == "<<":
                self.refuse(key.line, "found <<; write the fields themselves here", "yaml-shorthand")
            elif key.text in lines:
                message = f"“{key.text}” stands here a second time (first in line {lines[key.text]}); keep one"
                if all(problem.line != key.line for problem in self.problems):
                    self.refuse(key.line, message, "used-twice")
            else:
                lines[key.text] = key.line
                yield Entry(sys.intern(key.text), key.line, value)  # A thousand posts have the same few names.
