"""Where YAML could not be read, and why, in words that say what to type.

The parser notices many mistakes only on the line after, and knows them by other names than an author does. So the
lines that can have caused the failure are looked at one by one.
"""

from collections.abc import Iterator

from plugins.frontmatter.line import Line, taken_apart
from plugins.frontmatter.yaml_hints import BACKSLASH, forgotten_colon, hint_for_line, not_closed, unclosed_quote
from plugins.patterns import lazy_pattern
from plugins.problems import Code
from plugins.records import dataclass

_FARTHEST = 200
_STORY = "this line is no field; if the story begins here, put a line of three hyphens (---) above it"
_PROSE = lazy_pattern(r"[^\W\d_].*(?:(?:\s\S+){3,}|[.!?…]$)")
_LIST = "a list stands under a name that ends with its colon, such as “tags:”; write that name in the line above"
_BROAD = lazy_pattern("block (?:mapping|collection|sequence)|block node")


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """Where a parser gave up, as PyYAML tells it: what it was reading, what it met there; lines count from 0."""

    context: str
    context_line: int
    problem: str
    problem_line: int


@dataclass(frozen=True, slots=True)
class Hint:
    """A line (from 0), and the sentence that says what to type in it."""

    line: int
    sentence: str
    code: Code = "unreadable-line"


def hint_for_failure(lines: list[str], failure: ParseFailure, *, first_line: int, names: frozenset[str]) -> Hint:
    """What the author probably mistyped; `first_line` is the number of `lines[0]` in the file."""
    here = _last_written(lines, failure.problem_line)
    if "escape" in failure.problem or "hexdecimal" in failure.problem:
        return Hint(here, BACKSLASH)
    began = here if _BROAD.search(failure.context) else min(failure.context_line, here)
    if "quoted" in failure.context:
        mark = "'" if "single" in failure.context or _opens_with_apostrophe(lines[began]) else '"'
        return Hint(began, not_closed(mark))
    for index in dict.fromkeys((began, here)):
        if sentence := hint_for_line(taken_apart(lines[index]), names):
            return Hint(index, sentence)
    if hint := _colon_above(lines, here, names):
        return hint
    if sentence := _indentation(lines, here, first_line):
        return Hint(here, sentence)
    return _earlier(lines, here) or Hint(here, _unsure(lines[here], failure))


def _last_written(lines: list[str], index: int) -> int:
    """The line itself, or the nearest one above with something in it: a parser may give up behind the end."""
    index = min(index, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    return index


def _above(lines: list[str], index: int) -> Iterator[tuple[int, Line]]:
    """The lines above that say something, the nearest first."""
    for number in range(index - 1, max(index - _FARTHEST, 0) - 1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            yield number, taken_apart(lines[number])


def _colon_above(lines: list[str], index: int, names: frozenset[str]) -> Hint | None:
    """A line right above that would be a field beside this one, or hold it, had it a colon."""
    here = taken_apart(lines[index])
    for number, line in _above(lines, index):
        is_name_alone = line.text.casefold() in names and not line.hyphens
        if here.key and (here.indent == line.column or (is_name_alone and here.indent > line.indent)):
            sentence = forgotten_colon(line, names)
            return Hint(number, sentence) if sentence else None
        return None
    return None


def _earlier(lines: list[str], index: int) -> Hint | None:
    above = list(_above(lines, index))
    for number, line in above[:1]:
        if sentence := hint_for_line(line) or (_STORY if _is_prose(line) else None):
            return Hint(number, sentence)
    for number, line in above[1:]:
        if sentence := unclosed_quote(line):
            return Hint(number, sentence)
    return None


def _indentation(lines: list[str], index: int, first_line: int) -> str | None:
    """A line that stands under none of the names and hyphens above it that it could stand under."""
    here = taken_apart(lines[index])
    if not here.key and not here.hyphens:
        return None
    columns = _open_columns(lines, index, with_hyphens=bool(here.hyphens))
    nearest_line = next((line for _, line in _above(lines, index)), None)
    goes_deeper = nearest_line is not None and not nearest_line.value and here.indent > nearest_line.column
    if not columns or here.indent in columns or goes_deeper:
        return None
    column = min(columns, key=lambda column: (abs(column - here.indent), -column))
    number, what = columns[column]
    return (
        f"this line begins with {_spaces(here.indent)}; begin it with {_spaces(column)}, "
        f"so that it stands under {what} of line {number + first_line}"
    )


def _open_columns(lines: list[str], index: int, *, with_hyphens: bool) -> dict[int, tuple[int, str]]:
    """The columns at which a line may begin, each with the line and the name or hyphen that stands there."""
    columns: dict[int, tuple[int, str]] = {}
    edge = len(lines[index]) + _FARTHEST
    for number, line in _above(lines, index):
        if line.key and line.column < edge:
            columns.setdefault(line.column, (number, f"“{line.key}”"))
        if line.hyphens and line.indent < edge and with_hyphens:
            columns.setdefault(line.indent, (number, "the hyphen"))
        if line.key or line.hyphens:
            edge = min(edge, line.indent)
    return columns


def _spaces(count: int) -> str:
    return "no space" if count == 0 else "1 space" if count == 1 else f"{count} spaces"


def _unsure(line: str, failure: ParseFailure) -> str:
    if "flow" in failure.context:
        return (
            "between brackets, put a comma between two parts, put text with a colon or a comma in straight quotes, "
            "and close each bracket"
        )
    if _is_prose(taken_apart(line)):
        return _STORY
    if taken_apart(line).hyphens:
        return _LIST
    return (
        "this line cannot be read; see that it begins as far to the right as its neighbours, "
        "and that text with a colon in it stands in straight quotes"
    )


def _is_prose(line: Line) -> bool:
    return not line.key and not line.hyphens and bool(_PROSE.match(line.text))


def _opens_with_apostrophe(line: str) -> bool:
    return taken_apart(line).value.startswith("'")
