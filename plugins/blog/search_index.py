"""The index of the search: which words stand on which pages, in pieces that a browser fetches when it needs them.

A word is kept as its stem, without accents and in small letters; `theme/static/js/search.js` does the same to what is
looked for. Only English words have stems: those of other languages are kept whole.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Any

from plugins.records import dataclass
from plugins.words import search as words

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


def index(documents: Sequence[SearchDocument]) -> Mapping[str, Mapping[str, list[int]]]:
    """By piece, the numbers of the documents that have each word, each followed by its weight there."""
    pieces: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for term, weight in sorted(_weights(document).items()):
            pieces[piece_of(term)][term] += [number, weight]
    return {piece: dict(sorted(terms.items())) for piece, terms in sorted(pieces.items())}


def piece_of(term: str) -> str:
    """In which piece a word is: that of its first letter, or the one of all other signs."""
    return term[0] if "a" <= term[0] <= "z" else "other"


def _weights(document: SearchDocument) -> dict[str, int]:
    counted = Counter(_terms(document.texts, is_english=document.is_english))
    weights = {term: min(times, _MOST) for term, times in counted.items()}
    for term in _terms((document.title,), is_english=document.is_english):
        weights[term] = weights.get(term, 0) + _IN_TITLE
    return weights


def _terms(texts: Iterable[str], *, is_english: bool) -> Iterator[str]:
    for text in texts:
        found = folded_words(text)
        yield from map(stem, found) if is_english else found
