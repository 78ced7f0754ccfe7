"""What stands before an item of a list: Markdown's markers, and those that Word, Outlook and phones leave in a text."""

import re
from collections.abc import Iterable

from plugins.patterns import lazy_pattern
from plugins.story.blocks.block import Marker

_BULLET = re.compile(r"[-*+](?=[ \t\u00a0]|$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t\u00a0]|$)")
_OFFICE_BULLET = lazy_pattern(
    "([•‣◦⁃●○■▪▫◆➢\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0fc])(?=[ \t\u00a0]*[^\\s•‣◦⁃●○■▪▫◆➢])"
    "|([·§])(?=[\t\u00a0 ]+\\S)|([o–—✓✔Øv])(?=\t\\s*\\S)"
)
_BOX = lazy_pattern(r"[☐□☑☒✅](?=[ \t\u00a0]+\S)")
_LETTER = lazy_pattern(r"\(?([a-z]|[ivx]{2,5}|\d{1,3})([.)])(?=\t\s*\S)", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_DONE = "☑☒✅"


def marker_at(words: str, above: Iterable[Marker] = ()) -> Marker | None:
    """The marker with which a line begins; `above` are those before it in the lists that are open."""
    if found := _BULLET.match(words):
        return Marker(found[0], 1, nested="bullets" if words[1:2] == "\t" else "")
    if found := _NUMBER.match(words):
        tab = "numbers" if words[found.end() : found.end() + 1] == "\t" else ""
        return Marker(f"1{found[2]}", found.end(), int(found[1]), nests=tab, nested=tab)
    if words[:1].isascii() and (found := _LETTER.match(words)):
        return _lettered(found, above)
    if found := _OFFICE_BULLET.match(words):
        return Marker(found[0], 1, nests="bullets", nested="bullets")
    return Marker("☐", 1) if _BOX.match(words) else None


def box(words: str) -> str:
    """A box that is ticked or not, as Markdown writes it; empty when the line begins with none."""
    return "" if words[:1] not in "☐□☑☒✅" else "[x]" if words[0] in _DONE else "[ ]"


def _lettered(found: re.Match[str], above: Iterable[Marker]) -> Marker:
    """`a)`, `(a)`, `iv.` before a tab. An `i` is the letter behind `h`, and the number one elsewhere."""
    said, end = found[1], found[2]
    letter = "a" if said.islower() else "A"
    number = ord(said.lower()[0]) - ord("a") + 1
    if said.isdigit():
        counting, number = "1", int(said)
    elif len(said) > 1 or (said.lower() in _ROMAN and not _follows(f"{letter}{end}", number, above)):
        counting, number = ("i" if said.islower() else "I"), _roman(said.lower())
    else:
        counting = letter
    return Marker(f"{counting}{end}", found.end(), number, nests="numbers", nested="numbers")


def _follows(kind: str, number: int, above: Iterable[Marker]) -> bool:
    return any(marker.kind == kind and marker.number == number - 1 for marker in above)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
