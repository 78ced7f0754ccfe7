"""Text with all that does not count taken off: capitals, accents, punctuation, what cannot be seen.

What is left is bytes: letters and digits, a blank for everything else, and line ends, so that lines can be counted.
"""

import re
from collections.abc import Iterator

from plugins.unicode import folded

DIGITS = b"0123456789"
_SIGNS = re.compile(r"[^\w\x00-\x7f]+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[a-zß-ÿ].)")
_WORD = re.compile(r"[^\W_]*")
_KEPT = b"\n" + DIGITS + bytes(range(ord("a"), ord("z") + 1)) + bytes(range(0x80, 0x100))
_TO_BLANKS = bytes(byte if byte in _KEPT else 0x20 for byte in range(0x100))


def plain(text: str) -> bytes:
    """`Siân O’Neill-Jones` as `sian o neill jones`."""
    return _SIGNS.sub(" ", folded(text)).encode("utf-8", "replace").translate(_TO_BLANKS)


def humps(text: str) -> str:
    """The words that are written together with capitals in them, taken apart: `#JohnSmith` as `John Smith`."""
    return " ".join(_HUMP.sub(" ", word) for word in dict.fromkeys(_humped(text)))


def _humped(text: str) -> Iterator[str]:
    """Every word with a capital in it. Capitals are looked for first: nearly all words have none."""
    end = 0
    for capital in _INNER_CAPITAL.finditer(text):
        if capital.start() >= end:
            start = capital.start()
            while start > end and text[start - 1].isalnum():
                start -= 1
            end = next(_WORD.finditer(text, start)).end()
            yield text[start:end]


def words_of(plain_text: bytes) -> set[bytes]:
    """The words of a plain text, those with a small number at their ends without it too: `john2`.

    A long number is no number of a photo but a part of an address that was made out of a file's bytes.
    """
    words = set(plain_text.split())
    bare = ((word, word.strip(DIGITS)) for word in words)
    return words | {stripped for word, stripped in bare if len(word) - len(stripped) <= 4}
