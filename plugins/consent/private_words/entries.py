"""What a list of private words holds: one a line; a line that begins with # is a remark."""

import re
from collections.abc import Iterator, Sequence

from plugins.consent.private_words.plain import WITHIN, parted, plain
from plugins.records import dataclass
from plugins.unicode import without_unseen

_SHORTEST_NUMBER = 6
_SHORT_NUMBER = 9
_NUMBER = re.compile(r"[\d\s+()./–-]+", re.ASCII)
_INSIDE = rb"(?:\x01\n*)?"
_ONE_DIGIT_COUNTRIES = ("1", "7")
_WITH_TWO_DIGITS = (
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
    "81 82 84 86 90 91 92 93 94 95 98"
)
_TWO_DIGIT_COUNTRIES = frozenset(_WITH_TWO_DIGITS.split())


class UnfitEntry(Exception):
    """A line of the list that cannot be searched for; the message says why, and not what it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name, place or number.

    `line` is where it stands in the list. `needle` stands without blanks in every text that holds it; `pattern` says
    for certain whether it is there, and is None where the words of the text say it (a single word).
    """

    line: int
    needle: bytes
    pattern: re.Pattern[bytes] | None = None


def entries(text: str) -> Iterator[Entry]:
    """Every entry of a list; raises UnfitEntry."""
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.strip().lstrip("\ufeff")
        if written and not written.startswith("#"):
            yield _entry(written, number)


def _entry(written: str, line: int) -> Entry:
    digits = "".join(filter(str.isdigit, written))
    if _NUMBER.fullmatch(written) and len(digits) >= _SHORTEST_NUMBER:
        return _number(written, digits, line)
    words = plain(parted(without_unseen(written))).replace(WITHIN, b" ").split()
    needle = b"".join(words)
    if len(needle) < 2:
        raise UnfitEntry(f"line {line} is too short to be searched for; write at least two letters")
    return Entry(line, needle, spelling(words) if len(words) > 1 else None)


def spelling(words: Sequence[bytes]) -> re.Pattern[bytes]:
    """What is written where these words stand: anything may part them, and what stands within words each of them."""
    before, after = (rb"(?<!%b)" % _kind(words[0][:1])), (rb"(?!%b)" % _kind(words[-1][-1:]))
    within = (_INSIDE.join(re.escape(bytes([byte])) for byte in word) for word in words)
    return re.compile(before + rb"[ \n\x01]*".join(within) + after)


def _kind(sign: bytes) -> bytes:
    """What may not stand beside the edge of an entry: another digit beside a digit, a letter beside a letter."""
    return rb"[0-9]" if sign.isdigit() else rb"[a-z\x80-\xff]"


def _number(written: str, digits: str, line: int) -> Entry:
    """A phone number: what its country code, its leading nought and its gaps are does not count."""
    own = _own_digits(written, digits).encode()
    gap, before = (rb"[ \n\x01]{0,8}", b"") if len(own) >= _SHORT_NUMBER else (rb"[ \n\x01]{0,4}", rb"(?<![0-9])0?")
    return Entry(line, own, re.compile(before + gap.join(own[at : at + 1] for at in range(len(own))) + rb"(?![0-9])"))


def _own_digits(written: str, written_digits: str) -> str:
    """The digits that stand in every spelling of a number: `7700900123` of `+44 (0) 7700 900123`."""
    digits = written_digits
    if written.startswith("+"):
        digits = _without_country(digits)
    elif digits.startswith("00"):
        digits = _without_country(digits[2:])
    own = digits.lstrip("0")
    return own if len(own) >= _SHORTEST_NUMBER else written_digits


def _without_country(digits: str) -> str:
    """Without the country code [ITU-T E.164]."""
    if digits.startswith(_ONE_DIGIT_COUNTRIES):
        return digits[1:]
    return digits[2:] if digits[:2] in _TWO_DIGIT_COUNTRIES else digits[3:]
