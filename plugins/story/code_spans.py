"""Where a text shows code between backticks, as CommonMark pairs them. Whoever must leave code alone asks here."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|`+")
_RUN = re.compile(r"`+")


def code_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Beginning, end and code of each span; a run of backticks ends at the next that is as long."""
    if "`" not in text:
        return
    runs: dict[int, list[int]] = defaultdict(list)
    for run in _RUN.finditer(text):
        runs[len(run[0])].append(run.start())
    position = 0
    while found := _SIGN.search(text, position):
        position = found.end()
        if text[found.start()] != "`":
            continue
        equal = runs[len(found[0])]
        place = bisect_left(equal, found.end())
        if place < len(equal):
            position = equal[place] + len(found[0])
            yield found.start(), position, text[found.end() : equal[place]]


def without_code_spans(text: str) -> str:
    """The text with its code blanked out, of the same length and lines."""
    shown: list[str] = []
    position = 0
    for start, end, _ in code_spans(text):
        shown += [text[position:start], re.sub(r"[^\n]", " ", text[start:end])]
        position = end
    return "".join([*shown, text[position:]]) if shown else text
