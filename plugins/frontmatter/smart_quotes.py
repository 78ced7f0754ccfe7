"""Smart quotes and odd spaces, which word processors, phones and web pages put in place of YAML's own, as YAML's own.

Every letter keeps its place, so that what is found later is told where the author sees it. Inside a block of text
(`summary: |`) quotes are left alone: there they can only be the author's own.
"""

import re
from collections.abc import Iterator

from plugins.frontmatter.line import taken_apart
from plugins.frontmatter.spaces import plain_spaces
from plugins.patterns import lazy_pattern

_DOUBLE, _SINGLE = "“”„‟«»″〝〞＂", "‘’‚‛‹›′＇"
CURLY = _DOUBLE + _SINGLE
_IN_DOUBLE = rf'(?:[{_DOUBLE}][^"\\{_DOUBLE}]*[{_DOUBLE}"]|"[^"\\{_DOUBLE}]*[{_DOUBLE}])'
_IN_SINGLE = rf"(?:[‘‚‛‹›′＇][^'‘‚‛‹›′＇]*[{_SINGLE}']|'[^'{_SINGLE}]*[{_SINGLE}])"
_QUOTED = rf"(?P<quoted>{_IN_DOUBLE}|{_IN_SINGLE})"
_NAME = lazy_pattern(rf"(?P<before>\A *(?:- +)*){_QUOTED}(?= *:(?: |$))")
_VALUE = lazy_pattern(
    rf"(?P<before>\A *(?:(?:- +)+|(?:- +)*(?:[^\W\d][\w -]*|\"[^\"]*\"|'[^']*') *: +)){_QUOTED}(?= *$| +#)"
)
_BETWEEN_BRACKETS = lazy_pattern(rf"(?P<before>(?:^|[\[{{,]|: ) *){_QUOTED}(?= *(?:[,\]}}]|:(?: |$)|$))")
_WHOLE = lazy_pattern(rf"[{_DOUBLE}]([^{_DOUBLE}]*)[{_DOUBLE}]|[‘‚‛‹›′＇]([^‘‚‛‹›′＇]*)[{_SINGLE}]")
_OPENS_BLOCK = lazy_pattern(r"[|>][-+0-9]{0,2}(?: +#.*)?")


def normalised(text: str) -> str:
    """The text with straight quotes and plain spaces where YAML needs them."""
    if text.isascii() and "\t" not in text:
        return text
    return "\n".join(_normalised(map(plain_spaces, text.split("\n"))))


def unquoted(text: str) -> str | None:
    """What stands in the one pair of curly quotes that encloses all of a text; None when there is no such pair."""
    found = _WHOLE.fullmatch(text)
    return (found[1] or found[2] or "").strip() if found else None


def _normalised(lines: Iterator[str]) -> Iterator[str]:
    block: int | None = None
    open_brackets = 0
    for line in lines:
        apart = taken_apart(line)
        if block is not None and (not apart.text or apart.indent > block):
            yield line
            continue
        block = None
        if _OPENS_BLOCK.fullmatch(apart.value):
            block = apart.column if apart.key else apart.indent
        if open_brackets or apart.value.startswith(("[", "{")):
            straight = _BETWEEN_BRACKETS.sub(_straight, line)
            open_brackets = max(0, open_brackets + _balance(straight))
            yield straight
        else:
            yield _VALUE.sub(_straight, _NAME.sub(_straight, line))


def _balance(line: str) -> int:
    return sum(line.count(sign) for sign in "[{") - sum(line.count(sign) for sign in "]}")


def _straight(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    mark = '"' if {quoted[0], quoted[-1]} & {*_DOUBLE, '"'} else "'"
    return f"{found['before']}{mark}{quoted[1:-1]}{mark}"
