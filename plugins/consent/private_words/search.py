"""The search itself: a file's path and bytes in, the places of private words out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from urllib.parse import unquote

from plugins.consent.private_words.entries import Entry, spelling
from plugins.consent.private_words.plain import GAPS, humps, hyphenated, plain, spelt_out, words_of
from plugins.consent.private_words.texts import is_code, texts
from plugins.records import dataclass
from plugins.unicode import readings

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One private word found: in which line of the text (0: in the file's own name, or nobody knows), and which."""

    line: int
    entry: int


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """A list of words that must not be published, ready to be searched for."""

    entries: tuple[Entry, ...]
    _single: dict[bytes, int] = field(init=False, default_factory=dict)
    _several: tuple[Entry, ...] = field(init=False, default=())
    _longest: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        for entry in reversed(self.entries):
            if entry.pattern is None:
                self._single[entry.needle] = entry.line
        object.__setattr__(self, "_several", tuple(entry for entry in self.entries if entry.pattern))
        object.__setattr__(self, "_longest", max(map(len, self._single), default=0))

    def in_file(self, path: str, content: bytes) -> tuple[Hit, ...]:
        """Every private word in a file that is about to be published, once each, and those in its path."""
        single_too = not is_code(path)
        found = {hit.entry: hit for hit in self.in_name(path)}
        for text in texts(path, content):
            for hit in self._in_text(text, single_too=single_too):
                found.setdefault(hit.entry, hit)
        return tuple(sorted(found.values()))

    def in_name(self, path: str) -> tuple[Hit, ...]:
        """Every private word in a path or an address."""
        return tuple(Hit(0, hit.entry) for text in {path, unquote(path)} for hit in self._in_text(text))

    def in_text(self, text: str) -> tuple[Hit, ...]:
        """Every private word in a text as it stands, with the line of the first time; the first line is 1."""
        found: dict[int, Hit] = {}
        for hit in self._in_text(text):
            found.setdefault(hit.entry, hit)
        return tuple(sorted(found.values()))

    def shown(self, path: str) -> str:
        """A path that may be printed: parts that hold a private word are blanked out, all when none does alone."""
        if not self.in_name(path):
            return path
        parts = ["***" if self.in_name(part) else part for part in path.split("/")]
        return "/".join(parts) if "***" in parts else "***"

    def unquoted(self, message: str) -> str:
        """A message that may be printed: what it quotes is blanked out where a private word stands in it."""
        return _QUOTED.sub(lambda quoted: "“***”" if self.in_name(quoted[0]) else quoted[0], message)

    def _in_text(self, text: str, *, single_too: bool = True) -> Iterator[Hit]:
        for reading in readings(hyphenated(text)):
            part = plain(reading)
            for entry, place in self._places(part, single_too=single_too):
                yield Hit(part.count(b"\n", 0, place) + 1, entry)
            for otherwise in filter(None, (plain(humps(reading)), spelt_out(part))):
                for entry, _ in self._places(otherwise, single_too=single_too):
                    yield Hit(0, entry)

    def _places(self, part: bytes, *, single_too: bool) -> Iterable[tuple[int, int]]:
        if single_too and self._single:
            for word in self._single.keys() & words_of(part, longest=self._longest):
                yield self._single[word], _place(part, word)
        if self._several:
            close = part.translate(None, GAPS)
            for entry in self._several:
                if entry.needle in close and entry.pattern and (found := entry.pattern.search(part)):
                    yield entry.line, found.start()


def _place(part: bytes, word: bytes) -> int:
    """Where a word stands among the others, and not inside of one."""
    found = spelling([word]).search(part)
    return found.start() if found else 0
