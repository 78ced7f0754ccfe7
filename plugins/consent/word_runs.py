"""Runs of words: how it is told whether words of one text stand in another, whatever their markup.

A single word proves nothing; five in a row that no published text has are no accident.
"""

import html
import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product

from plugins.patterns import lazy_pattern
from plugins.unicode import folded, readings

RUN = 5
_FEW = 4
_WORD = lazy_pattern(r"[^\W_]+")
_HYPHEN = lazy_pattern(r"(?<=[^\W_])[-\u2010](?=[^\W_])")
_TAG = lazy_pattern(r"<[^<>]*>")
_LINK_TARGET = lazy_pattern(r"\]\([^)]*\)")
_PIECE = lazy_pattern(r"(<[^<>]*>)")
_TAG_NAME = lazy_pattern(r"</?([A-Za-z][A-Za-z0-9]*)")
_VALUE = lazy_pattern(r"""=\s*["']?([^"'>]*)""")
_IN_TEXT = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s small span strong sub sup time u wbr".split()  # noqa: SIM905 - a list of words
)
"""Elements within a line of text; all others begin a unit of their own."""
_FOLDED = lazy_pattern(r"\r?\n[ \t]")

Run = tuple[str, ...]


def runs(text: str, length: int = RUN) -> frozenset[Run]:
    """Every run of `length` words of a text; punctuation, capitals, accents and Markdown do not count."""
    return frozenset(
        run for reading in readings(text) for words in spellings(reading) for run in _in_a_row(words, length)
    )


def distinctive_runs(text: str, *, shortest: int) -> frozenset[Run]:
    """The runs by which a text is known again: of a short one, all its words; of one that is shorter still, none."""
    spelt = (words for reading in readings(text) for words in spellings(reading, mixed=True))
    return frozenset(run for words in spelt if len(words) >= shortest for run in _in_a_row(words, min(len(words), RUN)))


def runs_in(units: Iterable[str], lengths: Collection[int]) -> frozenset[Run]:
    """What units say: every run of RUN words in them, and of a shorter length those that are all that a unit says.

    So is what stands behind a label and a colon. A few words in the midst of others are no trace, and neither are
    words that a list or a table only brings together.
    """
    found: set[Run] = set()
    for text in (reading for unit in units for reading in readings(unit)):
        spelt = spellings(text)
        if RUN in lengths:
            found.update(run for words in spelt for run in _in_a_row(words, RUN))
        found.update(whole for whole in (*spelt, *spellings(text.partition(": ")[2])) if len(whole) in lengths)
    return frozenset(found)


def words_of(text: str) -> list[str]:
    """The words of a text, in the letters in which they are looked for."""
    return _WORD.findall(folded(text))


def spellings(text: str, *, mixed: bool = False) -> tuple[Run, ...]:
    """The words of a text that may be Markdown, without where its links lead: `co-operative` as two and as one.

    With `mixed`, each of a few hyphens by itself.
    """
    said = folded(_LINK_TARGET.sub(" ", text))
    hyphens = len(_HYPHEN.findall(said))
    if not hyphens:
        return (tuple(_WORD.findall(said)),)
    choices = product(" \0", repeat=hyphens) if mixed and hyphens <= _FEW else (" " * hyphens, "\0" * hyphens)
    parts = _HYPHEN.split(said)
    return tuple(
        tuple(_WORD.findall("".join(chain.from_iterable(zip(parts, (*chosen, "\0"), strict=True))).replace("\0", "")))
        for chosen in choices
    )


def _in_a_row(words: Run, length: int) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(length)), strict=False)


def words_in_file(path: str, text: str) -> Iterator[str]:
    """What a file of a site says, unwrapped: entities, tags, the escapes of JSON, the folded lines of a calendar.

    It comes in units: a paragraph, a cell, a heading, the value of an attribute, a text in JSON, a line.
    """
    if path.endswith(".json"):
        for each in _strings(json.loads(text)):
            yield from words_in_markup(each)
    elif path.endswith(".ics"):
        for line in _FOLDED.sub("", text).splitlines():
            yield from line.partition(":")[2].replace("\\n", "\n").replace("\\", "").splitlines()
    else:
        yield from words_in_markup(text)
        yield from text.splitlines() if path.endswith((".csv", ".txt")) else ()


def words_in_markup(markup: str) -> Iterator[str]:
    """The units of markup, and of markup that is packed into it as text, as feeds do it."""
    pieces, blocks = [""], [""]
    for piece in _PIECE.split(markup):
        tag = _TAG_NAME.match(piece)
        if not piece.startswith("<") or not piece.endswith(">"):
            pieces[-1] += piece
            blocks[-1] += piece
            continue
        pieces.append("")
        if tag and tag[1].lower() in _IN_TEXT:
            blocks[-1] += " "
        else:
            blocks.append("")
        yield from map(html.unescape, _VALUE.findall(piece) if tag else [piece])
    for each in dict.fromkeys((*pieces, *blocks)):
        yield from _unpacked(each)


def _unpacked(piece: str) -> Iterator[str]:
    text = html.unescape(piece)
    if _TAG.search(text):
        yield from words_in_markup(text)
    elif text.lstrip().startswith(("{", "[")):
        yield from _in_json(text)
    elif text.strip():
        yield text


def _in_json(text: str) -> Iterable[str]:
    """The texts of a JSON that stands in a page; what only looks like one is a text itself."""
    try:
        return _strings(json.loads(text))
    except ValueError:
        return (text,)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        return [each for pair in value.items() for inner in pair for each in _strings(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in _strings(inner)]
    return [value] if isinstance(value, str) else []
