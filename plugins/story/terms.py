"""Words that need explaining, marked where a story uses them first.

Headings, links, code and quotations are left as they are.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.story.parts import Parts, name_of
from plugins.words import jargon

_WORD = re.compile(r"\w+")
_LEFT_ALONE = frozenset({"a", "blockquote", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means, and the link to where all such words are explained.

    The attributes say in which language the explanation is, and the words of the link, where it is not the story's.
    """

    term: str
    anchor: str
    means: Html
    href: str
    attributes: str = ""
    more_attributes: str = ""


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
        words = set(_WORD.findall("\n".join(parts.pieces[::2]).lower()))
        looked_for = {"", *words, *(word[:-1] for word in words)}
        return sorted(place for word in looked_for for place in self._places.get(word, ()))


def with_terms(parts: Parts, terms: Sequence[Term]) -> Parts:
    """The story with the first use of every term marked."""
    return _Marking(terms).over(parts) if terms else parts


def terms_in(parts: Parts, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Those of the terms that a story would have marked."""
    marking = _Marking(terms)
    marking.over(parts)
    return marking.used


class _Marking:
    """One reading of a story."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._left = {_key(term.term): term for term in terms}
        self._pattern = _pattern(self._left)
        self.used: tuple[Term, ...] = ()

    def over(self, parts: Parts) -> Parts:
        marked = self._letters(parts.pieces[0])
        left_alone = 0
        for tag, letters in zip(parts.pieces[1::2], parts.pieces[2::2], strict=True):
            if name_of(tag) in _LEFT_ALONE:
                left_alone += -1 if tag.startswith("</") else 1
            marked += (tag, *([letters] if left_alone else self._letters(letters)))
        return Parts(tuple(marked), parts.figures)

    def _letters(self, letters: str) -> list[str]:
        pieces, end = [""], 0
        for found in self._pattern.finditer(letters):
            if term := self._left.pop(found["term"].lower(), None):
                self.used += (term,)
                pieces[-1] += letters[end : found.start()]
                pieces += _kept_together(found, term)
                end = found.end()
        pieces[-1] += letters[end:]
        return pieces


def _kept_together(found: re.Match[str], term: Term) -> tuple[str, ...]:
    """The word, and the quotation marks or brackets around it: at the end of a line none of them is left alone."""
    before, after = found["before"], found["after"]
    begin, end = _explanation(term)
    used = (begin, found["used"], end)
    if not (before or after):
        return (*used, "")
    return ('<span class="term-whole">', before, *used, after or "", "</span>", "")


def _explanation(term: Term) -> tuple[str, str]:
    """What stands around a word: a button that opens the explanation [HTML popover], without a script.

    The brackets are for paper, and for text browsers, which show the explanation where it stands.
    """
    begin = f'<button type="button" class="term" popovertarget="term-{term.anchor}">'
    end = (
        f'</button><span class="term-means" id="term-{term.anchor}" popover{term.attributes}>'
        f'<span class="term-means__bracket"> (</span><span class="term-means__word">{escape(term.term)}: </span>'
        f'{term.means}<span class="term-means__more"{term.more_attributes}> '
        f'<a href="{escape(term.href)}">{jargon.MORE}</a> <button type="button" class="term-means__close" '
        f'popovertarget="term-{term.anchor}" popovertargetaction="hide">{jargon.CLOSE}</button></span>'
        '<span class="term-means__bracket">)</span></span>'
    )
    return begin, end


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    word = rf"(?P<used>(?P<term>{'|'.join(map(re.escape, longest_first))})s?(?!\w))"
    return re.compile(
        rf"(?<![\w&])(?<!&#)(?P<before>[“‘(\[]*){word}(?P<after>[”’)\]]+(?!\w)[.,;:!?…]*)?", re.IGNORECASE
    )


def _key(word: str) -> str:
    """A term as it is found in letters."""
    return escape(word.replace("'", "’"), quote=False).lower()
