"""The colours of the tokens, for what cannot ask a style sheet: pictures of the theme, and the browser's own frame."""

import re
from collections.abc import Mapping

from plugins.assets.scanning import AssetError
from plugins.problems import nearest
from plugins.records import dataclass

_TOKEN = re.compile(r"--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)")
_MENTION = re.compile(r"token\(([\w-]+), (light|dark)\)")


@dataclass(frozen=True, slots=True)
class Colour:
    """What a token is in the light and in the dark."""

    light: str
    dark: str


def colours_of(sheet: str) -> Mapping[str, Colour]:
    """The colours that a style sheet gives names to, by those."""
    return {name: Colour(light, dark) for name, light, dark in _TOKEN.findall(sheet)}


def colour(colours: Mapping[str, Colour], name: str) -> Colour:
    """The colour of that name; raises AssetError."""
    if name not in colours:
        meant = nearest(name, colours)
        raise AssetError(f"the tokens have no colour {name}" + (f"; did you mean {meant}?" if meant else ""))
    return colours[name]


def drawn_in(colours: Mapping[str, Colour], picture: str) -> str:
    """A picture (SVG) with a colour for each `token(accent, light)`; raises AssetError."""

    def found(mention: re.Match[str]) -> str:
        named = colour(colours, mention[1])
        return named.light if mention[2] == "light" else named.dark

    return _MENTION.sub(found, picture)
