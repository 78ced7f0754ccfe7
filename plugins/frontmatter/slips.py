"""What an author probably typed where YAML cannot be read, in words that say what to type."""

import re
from collections.abc import Callable

_CURLY = "“”„‟‘’‚‛«»"
_KEY_WITHOUT_SPACE = re.compile(r"[ ]*(?:- +)?([A-Za-z_]+):([^\s/:].*)")
_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s:\"'#][^:\"'#]*: +|- +)(?P<value>\S.*)")
_LEADING_TAB = re.compile(r"[ ]*(?:- *)?\t")
_BULLET = re.compile(r"[ ]*[•–—·*] ")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"[ ]*-[^\s-]")


def slip(lines: list[str], *, first: int, last: int) -> tuple[int, str]:
    """The line (from 0) and the sentence for what went wrong between the lines `first` and `last`.

    The parser notices some slips only on the line after, or where a quote should have closed: so every line between
    is looked at, the last first, and the kinds of slip in the order of how sure they are.
    """
    last = min(last, len(lines) - 1)
    span = [index for index in range(max(last, 0), max(min(first, last), 0) - 1, -1) if lines[index].strip()]
    before = [index for index in range(min(first, last) - 1, -1, -1) if lines[index].strip()][:1]
    for look in _LOOKS:
        for index in (*span, *before):
            sentence = look(lines[index])
            if sentence:
                return index, sentence
    where = span[0] if span else max(last, 0)
    return where, (
        "this line cannot be read; see that it begins as far to the right as its neighbours, "
        "and that text with a colon in it stands in straight quotes"
    )


def _tab(line: str) -> str | None:
    return "this line begins with a tab; use spaces instead" if _LEADING_TAB.match(line) else None


def _curly(line: str) -> str | None:
    value = _value(line)
    if value[:1] in _CURLY and value:
        return f'the quotes around {value[:40]} are curly; type straight ones: "'
    return None


def _unclosed(line: str) -> str | None:
    value = _value(line)
    mark = value[:1]
    if mark in ("'", '"') and value:
        closed = re.search(r"(?<!\\)\"" if mark == '"' else "'(?!')", value[1:])
        if not closed:
            return f"the quote that opens here is not closed; put {mark} at the end of the text"
        rest = value[1 + closed.end() :].strip()
        if rest and rest[0] not in "#,]}:":
            return "there is text after the closing quote; put all of it inside the quotes"
        if mark == '"' and "\\" in value:
            return "a backslash in straight double quotes means something else; use single quotes: '"
    return None


def _space_after_colon(line: str) -> str | None:
    match = _KEY_WITHOUT_SPACE.match(line)
    return f"put a space after the colon: “{match[1]}: {match[2].strip()[:40]}”" if match else None


def _colon_inside(line: str) -> str | None:
    value = _value(line)
    if value[:1] not in ("'", '"', "[", "{", "|", ">") and (": " in value or value.endswith(":")):
        return f'this text has a colon in it; put it in straight quotes: "{value[:60]}"'
    return None


def _sign_in_front(line: str) -> str | None:
    value = _value(line)
    if value[:1] in ("@", "`", "%", "*", "&", "!", "|", ">", "?", ",", "]", "}") and value not in (
        "|",
        ">",
        ">-",
        "|-",
    ):
        return f'text cannot begin with {value[0]} here; put it in straight quotes: "{value[:60]}"'
    return None


def _bullet(line: str) -> str | None:
    if _BULLET.match(line):
        return "a list is written with hyphens: begin the line with - and a space"
    if _NO_SPACE_AFTER_HYPHEN.match(line):
        return "put a space after the hyphen"
    return None


def _bracket(line: str) -> str | None:
    for opening, closing in (("[", "]"), ("{", "}")):
        if line.count(opening) > line.count(closing):
            return f"the bracket {opening} that opens here is not closed; put {closing} at its end"
    return None


def _colon_missing(line: str) -> str | None:
    text = line.strip()
    if re.fullmatch(r"[a-z_]+ .*", text) and ":" not in text:
        word, rest = text.split(" ", 1)
        return f"put a colon after the name of the field: “{word}: {rest[:40]}”"
    return None


def _value(line: str) -> str:
    match = _VALUE.match(line)
    return match["value"].strip() if match else ""


_LOOKS: tuple[Callable[[str], str | None], ...] = (
    _tab,
    _curly,
    _unclosed,
    _bracket,
    _space_after_colon,
    _colon_inside,
    _sign_in_front,
    _bullet,
    _colon_missing,
)
