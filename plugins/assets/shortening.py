"""A style sheet in fewer bytes, to the same effect.

Only comments, and blanks that can never mean anything, are taken. What a cleverer tool would gain on top, compression
gains as well; one blank too many taken changes what a selector selects.
"""

from collections.abc import Iterable

from plugins.assets.scanning import Token

_NO_BLANK_AFTER = "{}(;:,[>"  # Not ")" and "]": `:is(a) .b` is not `:is(a).b`.
_NO_BLANK_BEFORE = "{});,]>"  # Not ":", "(" and "[": `a :hover` is not `a:hover`, `and (…)` is no function.
_MAY_PART_TWO_NAMES = "/**/"


def shortened(tokens: Iterable[Token]) -> str:
    """The tokens as text, without comments, spare blanks and the last semicolon of a block."""
    texts: list[str] = []
    before, gap = "{", ""
    for kind, text, _ in tokens:
        if kind == "comment":
            gap = gap or _MAY_PART_TWO_NAMES
        elif kind == "blank":
            gap = " "
        else:
            sign = text if kind == "sign" or text == ">" else ""
            if gap and not _is_spare(gap, before, sign):
                texts.append(gap)
            if sign == "}" and before == ";":
                texts.pop()
            texts.append(text)
            before, gap = sign, ""
    return "".join(texts)


def _is_spare(gap: str, before: str, after: str) -> bool:
    """Whether nothing is lost without the gap; `before` and `after` are the signs beside it, empty for other tokens."""
    if gap == _MAY_PART_TWO_NAMES:
        return bool(before or after)
    return bool((before and before in _NO_BLANK_AFTER) or (after and after in _NO_BLANK_BEFORE))
