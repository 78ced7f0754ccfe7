"""How words can be set on the page of a PDF: each technique makes a file with a text set so."""

import random
from collections.abc import Callable, Mapping

from tests.support.papers import Paper, pages_of, paper, said, shown

_WIDTHS = {"i": 0.222, "l": 0.222, "t": 0.278, "f": 0.278, "j": 0.222, "r": 0.333, "m": 0.833, "w": 0.722}
_WIDTHS |= dict.fromkeys("cksvxyz", 0.5)
"""Of small letters of Helvetica; all others are 0.556. Narrow ones taken for wide ones leave a gap like a blank."""


_CAPITALS = {"I": 0.278, "J": 0.5, "L": 0.556, "M": 0.833, "W": 0.944, "G": 0.778, "O": 0.778, "Q": 0.778}


def width(letter: str, size: float) -> float:
    return _WIDTHS.get(letter, 0.556) * size


def _on_a_page(content: bytes, entries: bytes = b"", resources: bytes = b"") -> bytes:
    made = Paper()
    made.page(shown("Hello there", at=(72, 780)) + content, entries, resources)
    return made.saved()


def one_by_one(text: str, *, spacing: float = 0.0, size: float = 12, shuffled: bool = False) -> bytes:
    """Each letter placed by itself."""
    placed, x = [], 72.0
    for letter in text:
        if letter != " ":
            placed.append(shown(letter, at=(x, 500), size=size))
        x += (0.278 * size if letter == " " else width(letter, size)) + spacing * size
    if shuffled:
        random.Random(7).shuffle(placed)
    return b"".join(placed)


def _in_cells(text: str) -> bytes:
    return b"".join(shown(letter, at=(72 + 14 * place, 500)) for place, letter in enumerate(text) if letter != " ")


def _down(text: str) -> bytes:
    return b"".join(shown(letter, at=(72, 700 - 14 * place)) for place, letter in enumerate(text) if letter != " ")


def _drop_cap(text: str) -> bytes:
    lines = ["and everybody agreed", "with all of it"]
    body = b"".join(shown(line, at=(100, 500 - 14 * number)) for number, line in enumerate((text[1:], *lines)))
    return shown(text[0], at=(100 - 0.7 * 40, 475), size=36) + body


def _small_caps(text: str) -> bytes:
    out, x = b"", 72.0
    for word in text.split():
        for place, letter in enumerate(word.upper()):
            size = 12 if place == 0 else 9
            out += shown(letter, at=(x, 500), size=size)
            x += _CAPITALS.get(letter, 0.7) * size
        x += 4
    return out


def _hyphenated(text: str) -> bytes:
    cut = len(text) - 3
    return shown(f"We met {text[:cut]}-", at=(72, 500)) + shown(f"{text[cut:]} there", at=(72, 486))


def _in_columns(text: str) -> bytes:
    cut = len(text) - 3
    left = (f"we met {text[:cut]}-", f"{text[cut:]} there", "and so on")
    right = ("On the right", "stands more", "of other things")
    rows = zip(left, right, strict=True)
    return b"".join(
        shown(one, at=(72, 500 - 14 * row)) + shown(other, at=(320, 500 - 14 * row))
        for row, (one, other) in enumerate(rows)
    )


def _over_two_pages(text: str) -> bytes:
    cut = len(text) - 3
    return pages_of([shown(f"We met {text[:cut]}-"), shown(f"{text[cut:]} there")]).saved()


def _in_two_fonts(text: str) -> bytes:
    cut = len(text) - 3
    first = sum(0.278 if letter == " " else _WIDTHS.get(letter, 0.556) for letter in text[:cut]) * 12
    return _on_a_page(shown(text[cut:], at=(72 + first, 500)) + b"0.5 g " + shown(text[:cut], at=(72, 500)))


ON_PAGES: Mapping[str, Callable[[str], bytes]] = {
    "a page": lambda text: paper(f"We met {text} there").saved(),
    "a packed page": lambda text: paper(f"We met {text} there").packed(),
    "the end of a line": lambda text: _on_a_page(_hyphenated(text)),
    "the end of a line in a column": lambda text: _on_a_page(_in_columns(text)),
    "narrow letter-spacing": lambda text: _on_a_page(shown(f"We met {text} there", operators="1.5 Tc")),
    "letter-spacing": lambda text: _on_a_page(shown(f"We met {text} there", operators="4 Tc")),
    "wide letter-spacing": lambda text: _on_a_page(shown(f"We met {text} there", operators="20 Tc")),
    "the end of a page": _over_two_pages,
    "two parts, the last one first": _in_two_fonts,
    "letters one by one": lambda text: _on_a_page(one_by_one(text)),
    "letters in any order": lambda text: _on_a_page(one_by_one(text, shuffled=True)),
    "letters one by one, far apart": lambda text: _on_a_page(one_by_one(text, spacing=0.5, shuffled=True)),
    "letters in cells": lambda text: _on_a_page(_in_cells(text)),
    "letters one below the other": lambda text: _on_a_page(_down(text)),
    "a large initial": lambda text: _on_a_page(_drop_cap(text)),
    "small capitals": lambda text: _on_a_page(_small_caps(text)),
    "a page on its side": lambda text: _on_a_page(one_by_one(text, spacing=0.3), b"/Rotate 90"),
    "letters on their side": lambda text: _on_a_page(b"q 0 1 -1 0 580 20 cm " + one_by_one(text, spacing=0.3) + b"Q"),
    "letters upside down": lambda text: _on_a_page(b"q -1 0 0 -1 590 800 cm " + one_by_one(text) + b"Q"),
    "a slope": lambda text: _on_a_page(b"q 0.94 0.34 -0.34 0.94 90 9 cm " + shown(text) + b"Q"),
    "letters one by one on a slope": lambda text: _on_a_page(
        b"q 0.94 0.34 -0.34 0.94 90 9 cm " + one_by_one(text, spacing=0.2, shuffled=True) + b"Q"
    ),
    "letters that are not drawn": lambda text: _on_a_page(shown(text, operators="3 Tr")),
    "letters outside of the page": lambda text: _on_a_page(shown(text, at=(3000, -900))),
    "white letters": lambda text: _on_a_page(b"1 g " + shown(text)),
    "letters drawn twice": lambda text: _on_a_page(one_by_one(text) + b"q 1 0 0 1 0.4 0 cm " + one_by_one(text) + b"Q"),
    "a stand-in": lambda text: _on_a_page(b"/Span << /ActualText %b >> BDC " % said(text) + shown("x") + b"EMC"),
}  # fmt: skip
