"""Words that need explaining, marked where a story uses them first.

Each becomes a button that opens its explanation [HTML popover]: by touch, mouse and keyboard, without a script.
Headings, links, code and quotations are left as they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from plugins.story.html import Html
from plugins.words import jargon

_PIECE = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_LEFT_ALONE = frozenset({"a", "blockquote", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"})


@dataclass(frozen=True, slots=True)
class Term:
    """A word, what it means, and the link to where all such words are explained."""

    term: str
    anchor: str
    means: Html
    href: str


def with_terms(html: Html, terms: Sequence[Term]) -> Html:
    """The story with the first use of every term marked."""
    by_word = {_key(term.term): term for term in terms}
    if not by_word:
        return html
    marking = _Marking(by_word)
    return Html("".join(marking.piece(piece) for piece in _PIECE.split(html.html)))


class _Marking:
    def __init__(self, terms: dict[str, Term]) -> None:
        self._left = terms
        self._closed: list[str] = []
        self._pattern = _pattern(terms)

    def piece(self, piece: str) -> str:
        """One tag or one run of text."""
        tag = _NAME.match(piece)
        if not tag:
            return piece if self._closed else self._pattern.sub(self._marked, piece)
        if tag[1] in _LEFT_ALONE:
            if piece.startswith("</"):
                self._closed = self._closed[:-1]
            else:
                self._closed.append(tag[1])
        return piece

    def _marked(self, found: re.Match[str]) -> str:
        term = self._left.pop(found["term"].lower(), None)
        if term is None:
            return found[0]
        return (
            f'<button type="button" class="term" popovertarget="term-{term.anchor}">{found[0]}</button>'
            f'<span class="term-means" id="term-{term.anchor}" popover><span class="term-means__word">'
            f'{escape(term.term)}: </span>{term.means}<span class="term-means__more"> '
            f'<a href="{escape(term.href)}">{jargon.MORE}</a></span></span>'
        )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w&])(?<!&#)(?P<term>{'|'.join(map(re.escape, longest_first))})s?(?!\w)", re.IGNORECASE)


def _key(word: str) -> str:
    return escape(word.replace("'", "’"), quote=False).lower()
