"""A style sheet in fewer bytes, to the same effect.

Only comments, and blanks that can never mean anything, are taken. What a cleverer tool would gain on top, compression
gains as well; one blank too many taken changes what a selector selects.
"""

from collections.abc import Iterable, Iterator

from plugins.assets.scanning import Token

_NO_BLANK_AFTER = "{}(;:,["  # Not ")" and "]": `:is(a) .b` is not `:is(a).b`.
_NO_BLANK_BEFORE = "{});,]"  # Not ":", "(" and "[": `a :hover` is not `a:hover`, `and (…)` is no function.
_MAY_PART_TWO_NAMES = "/**/"


def shortened(tokens: Iterable[Token]) -> str:
    """The tokens as text, without comments, spare blanks and the last semicolon of a block."""
    return "".join(_without_last_semicolons(_without_gaps(tokens)))


def _without_gaps(tokens: Iterable[Token]) -> Iterator[str]:
    before, gap = "{", ""
    for token in tokens:
        if token.kind == "comment":
            gap = gap or _MAY_PART_TWO_NAMES
        elif token.kind == "blank":
            gap = " "
        else:
            sign = token.text if token.kind == "sign" else ""
            if gap and not _is_spare(gap, before, sign):
                yield gap
            yield token.text
            before, gap = sign, ""


def _is_spare(gap: str, before: str, after: str) -> bool:
    """Whether nothing is lost without the gap; `before` and `after` are the signs beside it, empty for other tokens."""
    if gap == _MAY_PART_TWO_NAMES:
        return bool(before or after)
    return bool((before and before in _NO_BLANK_AFTER) or (after and after in _NO_BLANK_BEFORE))


def _without_last_semicolons(texts: Iterable[str]) -> Iterator[str]:
    semicolon = ""
    for text in texts:
        if text != "}":
            yield semicolon
        semicolon = text if text == ";" else ""
        if not semicolon:
            yield text
    yield semicolon
