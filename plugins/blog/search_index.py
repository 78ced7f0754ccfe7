"""The index of the search: which words stand on which pages, in pieces that a browser fetches when it needs them.

A word is kept as its stem, without accents and in small letters; `theme/static/js/search.js` does the same to what is
looked for. Only English words have stems: those of other languages are kept whole.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache, partial
from string import ascii_lowercase
from typing import Any

from plugins.blog.kept_texts import KeptTexts
from plugins.records import dataclass
from plugins.words import search as words

OTHER = "other"
PIECES = (*ascii_lowercase, OTHER)
"""In which a word is: that of its first letter, or the one of all other signs."""
_WORD = re.compile(r"[^\W_]+")
_IN_TITLE, _MOST = 8, 5
"""How much a word weighs in a title, and the most that its number in a text weighs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """A page that can be found, with the passages in which words are looked for."""

    title: str
    texts: tuple[str, ...] = field(repr=False)
    is_english: bool


def folded_words(text: str) -> list[str]:
    """The words of a text in small letters and without accents: `Café` is `cafe`."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    return _WORD.findall(text.lower())


@cache
def stem(word: str) -> str:
    """The stem of an English word: `learnt` and `learning` are `learn`."""
    stemmed: str = _stemmer().stemWord(words.IRREGULAR.get(word, word))
    return stemmed


@cache
def _stemmer() -> Any:
    from snowballstemmer.english_stemmer import EnglishStemmer

    return EnglishStemmer()


def word_weights(document: SearchDocument, kept: KeptTexts) -> str:
    """How much each word weighs on a page, as in `learn 9 tea 1`; one that says what it said is not read again."""
    said = repr((document.title, document.texts, document.is_english))
    return kept.of(said, partial(_weights, document))


def index(pages: Iterable[str]) -> Mapping[str, Mapping[str, list[int]]]:
    """By piece, the numbers of the pages that have each word, each followed by its weight there."""
    pieces: dict[str, defaultdict[str, list[int]]] = {piece: defaultdict(list) for piece in PIECES}
    for number, weights in enumerate(pages):
        found = iter(weights.split())
        for term, weight in zip(found, found, strict=True):
            pieces[term[0] if term[0] in pieces else OTHER][term] += [number, int(weight)]
    return {piece: dict(sorted(terms.items())) for piece, terms in pieces.items()}


def _weights(document: SearchDocument) -> str:
    counted = Counter(_terms(document.texts, is_english=document.is_english))
    weights = {term: min(times, _MOST) for term, times in counted.items()}
    for term in _terms((document.title,), is_english=document.is_english):
        weights[term] = weights.get(term, 0) + _IN_TITLE
    return " ".join(f"{term} {weight}" for term, weight in sorted(weights.items()))


def _terms(texts: Iterable[str], *, is_english: bool) -> Iterator[str]:
    for text in texts:
        found = folded_words(text)
        yield from map(stem, found) if is_english else found
