"""A style sheet as tokens: just as many kinds as bundling and shortening have to tell apart.

A minifier that guesses from the characters around a blank is not enough: inside `@layer` the one that we tried made
`.note :hover` into `.note:hover` (docs/decisions/0013).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from plugins.patterns import lazy_pattern


class AssetError(Exception):
    """The theme's static folder cannot be bundled: the message names file and line."""


Kind = Literal["comment", "blank", "address", "string", "sign", "text"]

_STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'"""
_TOKEN = lazy_pattern(
    rf"""
      (?P<comment> /\*.*?\*/ )
    | (?P<blank>   \s+ )
    | (?P<address> url\(\s*(?:{_STRING}|(?:[^"'()\\\s]|\\.)*)\s*\) )
    | (?P<string>  {_STRING} )
    | (?P<sign>    [{{}}()\[\];:,] )
    | (?P<text>    (?:\\.|/(?!\*)|[^\s"'/{{}}()\[\];:,\\])+ )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CLOSING = {"{": "}", "(": ")", "[": "]"}


class Token(NamedTuple):
    """A piece of a style sheet as it is written there. An `address` is a whole `url(…)`, in quotes or not."""

    kind: Kind
    text: str
    line: int


def scan(text: str, name: str) -> Iterator[Token]:
    """The tokens of the style sheet `name`; raises AssetError for what never ends, and brackets that do not pair."""
    place, line = 0, 1
    open_signs: list[Token] = []
    for match in _TOKEN.finditer(text):
        if match.start() != place:
            break
        token = Token(cast("Kind", match.lastgroup), match[0], line)
        if token.kind == "sign":
            _pair(token, open_signs, name)
        else:
            line += token.text.count("\n")
        yield token
        place = match.end()
    if place < len(text):
        raise AssetError(
            f"{name}:{line}: found {text[place]}; a comment, a string or an address begins here and never ends"
        )
    if open_signs:
        raise AssetError(f"{name}:{open_signs[-1].line}: {open_signs[-1].text} is never closed")


def _pair(token: Token, open_signs: list[Token], name: str) -> None:
    if token.text in _CLOSING:
        open_signs.append(token)
    elif token.text in _CLOSING.values() and (not open_signs or _CLOSING[open_signs.pop().text] != token.text):
        raise AssetError(f"{name}:{token.line}: {token.text} closes nothing")
