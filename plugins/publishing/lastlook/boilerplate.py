"""The site's own words: what its templates and its software say, whatever anybody writes in a post.

They stand on pages with and without a photo whose description uses the same; so they give nothing away.
"""

import ast
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from plugins.consent.word_runs import Run, spellings

_SOFTWARE = Path(__file__).resolve().parents[3]
_PROGRAMS = ("plugins/**/*.py",)
_MARKUP = ("theme/**/*.html", "theme/**/*.js")


def boilerplate_runs(wanted: Collection[Run]) -> frozenset[Run]:
    """Which of these runs of words the site says by itself."""
    lengths = {len(run) for run in wanted}
    return frozenset(run for length in lengths for run in _runs(boilerplate_words(), length) if run in wanted)


@cache
def boilerplate_words() -> tuple[str, ...]:
    """Every word of the site's own, in order; one text's last word and the next one's first are no run of anybody's."""
    return tuple(word for text in _texts() for words in spellings(text) for word in (*words, ""))


@cache
def common_words() -> frozenset[str]:
    """Words so common that the site uses them itself: a few of them in a row are nobody's in particular."""
    return frozenset(boilerplate_words())


def _runs(words: Iterable[str], length: int) -> Iterator[Run]:
    listed = tuple(words)
    return zip(*(listed[start:] for start in range(length)), strict=False)


def _texts() -> Iterator[str]:
    for pattern in _MARKUP:
        yield from (file.read_text("utf-8") for file in sorted(_SOFTWARE.glob(pattern)))
    for pattern in _PROGRAMS:
        for file in sorted(_SOFTWARE.glob(pattern)):
            yield from _sentences(ast.parse(file.read_bytes()))


def _sentences(program: ast.AST) -> Iterator[str]:
    """The texts in a program that it can say; those that explain it stand alone on their lines, and are left out."""
    explaining: set[int] = set()
    for each in ast.walk(program):
        if isinstance(each, ast.Expr):
            explaining.add(id(each.value))  # A statement comes before what it holds.
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in explaining:
            yield each.value
