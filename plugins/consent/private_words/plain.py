"""Text with all that does not count taken off: capitals, accents, punctuation, what cannot be seen.

What is left is bytes: letters and digits, line ends, so that lines can be counted, WITHIN for what stands in the middle
of a word (the apostrophe of `O'Dell`, a hyphen where a line ends), and a blank for everything else.
"""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern
from plugins.unicode import folded

DIGITS = b"0123456789"
WITHIN = b"\x01"
GAPS = b" \n" + WITHIN
_SOFT_END = lazy_pattern("[\u00ad\ufffe](?=\\s)")
_BROKEN = lazy_pattern(r"[-\u058a\u2010-\u2015\u2212](?<=[^\W_].)\s+(?=[^\W_])")
_INNER = r"[-'.*_`~^!$\u00a1-\u00bf\u02b9-\u02cf\u058a\u05be\u2010-\u206f\u2190-\u2bff\u3001-\u303f\u30fb]"
_JOINT = lazy_pattern(rf"{_INNER}(?<=[^\W_].){_INNER}{{0,5}}(?=[^\W_])")
"""What stands within a word as one reads it; what parts addresses and lists (`/`, `:`, `,`) does not."""
_SIGNS = lazy_pattern(r"[^\w\x00-\x7f]+|[\u02b9-\u02cf]+")
_HUMP = lazy_pattern(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_INNER_CAPITAL = lazy_pattern(r"[A-Z](?<=[a-zß-ÿ].)")
_WORD = lazy_pattern(r"[^\W_]*")
_LINE_WITHIN = lazy_pattern(WITHIN + rb"\n+")
_LETTER = rb"(?:[a-z0-9]|[\xc2-\xf4][\x80-\xbf]+)"
_SINGLE_LETTERS = lazy_pattern(rb"(?<![^ \n\x01])%b(?:[ \n\x01]{1,2}%b){2,}(?![^ \n\x01])" % (_LETTER, _LETTER))
_WIDE_GAP = lazy_pattern(rb"[ \n\x01]{2}")
_KEPT = b"\n" + WITHIN + DIGITS + bytes(range(ord("a"), ord("z") + 1)) + bytes(range(0x80, 0x100))
_TO_BLANKS = bytes(byte if byte in _KEPT else 0x20 for byte in range(0x100))


def hyphenated(text: str) -> str:
    """The text with a hyphen where a word is broken at the end of a line by a hyphen that is seen only there."""
    return _SOFT_END.sub("-", text)


def plain(text: str) -> bytes:
    """`Siân O’Neill-Jones` as `sian o·neill·jones`, with WITHIN for the dots."""
    text = _JOINT.sub("\x01", _BROKEN.sub(_rejoined, folded(text)))
    if not text.isascii():
        text = _SIGNS.sub(" ", text)
    return text.encode("utf-8", "replace").translate(_TO_BLANKS)


def _rejoined(broken: re.Match[str]) -> str:
    return "\x01" + "\n" * broken[0].count("\n")


def humps(text: str) -> str:
    """The words that are written together with capitals in them, taken apart: `#JohnSmith` as `John Smith`."""
    return " ".join(parted(word) for word in dict.fromkeys(_humped(text)))


def parted(word: str) -> str:
    """A word with a blank before each capital that begins another in it."""
    return _HUMP.sub(" ", word)


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


def words_of(plain_text: bytes, *, longest: int) -> set[bytes]:
    """The words of a plain text, each part of those that have something within, and what parts beside each other spell.

    Those with a small number at their ends are there without it too: `john2`. A long number is no number of a photo but
    a part of an address that was made out of a file's bytes. What would be longer than `longest` is left out.
    """
    words = set(_LINE_WITHIN.sub(WITHIN, plain_text).split())
    for compound in [word for word in words if WITHIN in word]:
        words.update(_spelt_by(compound.split(WITHIN), longest + 4))
    bare = ((word, word.strip(DIGITS)) for word in words)
    return words | {stripped for word, stripped in bare if len(word) - len(stripped) <= 4}


def _spelt_by(parts: list[bytes], longest: int) -> Iterator[bytes]:
    for start in range(len(parts)):
        spelt = b""
        for part in parts[start:]:
            spelt += part
            if len(spelt) > longest:
                break
            yield spelt


def spelt_out(plain_text: bytes) -> bytes:
    """The text with its single letters put together, `s i a n  q u i l l`; empty where there are none."""
    text, runs = _SINGLE_LETTERS.subn(_together, plain_text)
    return text if runs else b""


def _together(run: re.Match[bytes]) -> bytes:
    words = [word.translate(None, GAPS) for word in _WIDE_GAP.split(run[0])]
    return b" ".join(words if len(words) == 1 else (b"".join(words), *words))
