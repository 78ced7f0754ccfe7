"""Words that need explaining, marked where a story uses them first.

Headings, links, code and quotations are left as they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from plugins.story.parts import Element, Part, Parts, Term, Text, UsedTerm, every

_WORD = re.compile(r"\w+")
_LEFT_ALONE = frozenset({"a", "blockquote", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})


class FirstWords:
    """Which of many terms a story can use at all: looked up by the words that stand in it, however many are explained.

    A term is found by its first word, with or without the letter of a plural.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._places: dict[str, list[int]] = {}
        for place, term in enumerate(terms):
            first = _WORD.search(_key(term))
            self._places.setdefault(first[0] if first else "", []).append(place)

    def used_in(self, parts: Parts) -> list[int]:
        """The places of those terms, in their order."""
        if not self._places:
            return []
        texts = (part.html for part in every(parts) if isinstance(part, Text))
        words = {word for text in texts for word in _WORD.findall(text.lower())}
        looked_for = {"", *words, *(word[:-1] for word in words)}
        return sorted(place for word in looked_for for place in self._places.get(word, ()))


def with_terms(parts: Parts, terms: Sequence[Term]) -> Parts:
    """The story with the first use of every term marked."""
    by_word = {_key(term.term): term for term in terms}
    return _Marking(by_word).over(parts) if by_word else parts


class _Marking:
    """One reading of a story; `terms` are those that it has not come upon yet."""

    def __init__(self, terms: dict[str, Term]) -> None:
        self._left = terms
        self._pattern = _pattern(terms)

    def over(self, parts: Parts) -> Parts:
        return tuple(marked for part in parts for marked in self._part(part))

    def _part(self, part: Part) -> Iterable[Part]:
        if isinstance(part, Text):
            return self._letters(part.html)
        if isinstance(part, Element) and part.tag not in _LEFT_ALONE:
            return (Element(part.tag, part.attributes, self.over(part.parts)),)
        return (part,)

    def _letters(self, letters: str) -> Iterator[Part]:
        end = 0
        for found in self._pattern.finditer(letters):
            if term := self._left.pop(found["term"].lower(), None):
                yield from (Text(letters[end : found.start()]), _kept_together(found, term))
                end = found.end()
        yield Text(letters[end:])


def _kept_together(found: re.Match[str], term: Term) -> Part:
    """The word, and the quotation marks or brackets around it: at the end of a line none of them is left alone."""
    used, before, after = UsedTerm(found["used"], term), found["before"], found["after"]
    if not (before or after):
        return used
    return Element("span", (("class", "term-whole"),), (Text(before), used, Text(after or "")))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    word = rf"(?P<used>(?P<term>{'|'.join(map(re.escape, longest_first))})s?(?!\w))"
    return re.compile(
        rf"(?<![\w&])(?<!&#)(?P<before>[“‘(\[]*){word}(?P<after>[”’)\]]+(?!\w)[.,;:!?…]*)?", re.IGNORECASE
    )


def _key(word: str) -> str:
    """A term as it is found in letters."""
    return escape(word.replace("'", "’"), quote=False).lower()
