"""Runs of words: how it is told whether words of one text stand in another, whatever their markup.

A single word proves nothing; five in a row that no published text has are no accident.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator

RUN = 5
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_FOLDED = re.compile(r"\r?\n[ \t]")

Run = tuple[str, ...]


def runs(text: str, length: int = RUN) -> frozenset[Run]:
    """Every run of `length` words of a text; punctuation, capitals and Markdown do not count."""
    words = _WORD.findall(_LINK_TARGET.sub(" ", text).casefold())
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def telling_runs(text: str, *, shortest: int) -> frozenset[Run]:
    """The runs by which a text is known again: of a short one, all its words; of one that is shorter still, none."""
    count = len(_WORD.findall(_LINK_TARGET.sub(" ", text)))
    return runs(text, min(count, RUN)) if count >= shortest else frozenset()


def words_in_file(path: str, text: str) -> Iterator[str]:
    """What a file of a site says, unwrapped: entities, tags, the escapes of JSON, the folded lines of a calendar."""
    if path.endswith(".json"):
        yield " \n".join(_strings(json.loads(text)))
    elif path.endswith(".ics"):
        yield _FOLDED.sub("", text).replace("\\n", " ").replace("\\", "")
    else:
        once = html.unescape(text)
        yield once
        yield _TAG.sub(" ", text)
        yield _TAG.sub(" ", html.unescape(once))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        return [each for pair in value.items() for inner in pair for each in _strings(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in _strings(inner)]
    return [value] if isinstance(value, str) else []
