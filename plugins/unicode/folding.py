"""A text in the letters in which it is looked for."""

import unicodedata

from plugins.patterns import lazy_pattern
from plugins.unicode.unseen import UNSEEN, without, without_unseen

_CONTROL = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f]")
_DROPPED = lazy_pattern(f"[{UNSEEN}\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""What is unseen, and marks above, below and around letters [Unicode, blocks of combining marks]."""
_ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def folded(text: str) -> str:
    """A text as it is looked for, line ends and punctuation where they were: `Siân Ó Neıll` as `sian o neill`.

    Capitals, accents and letters that nobody sees do not count, nor does the form of a letter: full-width, in a circle,
    mathematical, joined with the next. Both sides are folded, the words that are looked for and the text. Where an
    unseen letter may stand between words, fold each of the text's `readings`.
    """
    if text.isascii():
        return without(_CONTROL, text).lower()
    # Compatibility forms give way first, so that small letters and marks are those of plain letters.
    forms = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", without_unseen(text)).casefold())
    letters = without(_DROPPED, forms)
    return letters if _ALIKE.keys().isdisjoint(map(ord, set(letters))) else letters.translate(_ALIKE)
