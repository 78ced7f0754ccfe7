"""A diary's own accent: whether it can be read on every paper of the theme, and what it is in the dark.

An author writes one colour, for the light. The dark one is the same hue, as light as it must be there.
"""

import re
from collections.abc import Callable, Mapping

from plugins.assets.colours import Colour

_READABLE = 4.5
"""How much words must stand out [WCAG 2.2, 1.4.3]."""
_STEPS = 100
_PAPERS = ("paper", "paper-raised", "paper-sunk")
_SOFT = 15
"""How many hundredths of the accent are in the paper of what is softly marked."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours [WCAG 2.2, contrast ratio]."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(accent: str, colours: Mapping[str, Colour]) -> str:
    """The nearest colour that can be read in the light, on every paper and behind words: itself, or a darker one."""
    return _nearest(accent, "#000000", [*_on_papers(colours, _light), colours["on-accent"].light])


def with_accent(colours: Mapping[str, Colour], accent: str) -> Mapping[str, Colour]:
    """The tokens that an accent changes."""
    light = readable(accent, colours)
    dark = _nearest(light, "#ffffff", [*_on_papers(colours, _dark), colours["on-accent"].dark])
    soft = Colour(_mixed(colours["paper"].light, light, _SOFT), _mixed(colours["paper"].dark, dark, _SOFT))
    return {"accent": Colour(light, dark), "accent-soft": soft}


def recoloured(sheet: str, changed: Mapping[str, Colour]) -> str:
    """A style sheet whose tokens have these colours instead."""
    for name, colour in changed.items():
        token = re.compile(rf"--{name}:\s*light-dark\([^)]*\)")
        sheet = token.sub(f"--{name}:light-dark({colour.light},{colour.dark})", sheet)
    return sheet


def _light(colour: Colour) -> str:
    return colour.light


def _dark(colour: Colour) -> str:
    return colour.dark


def _on_papers(colours: Mapping[str, Colour], scheme: Callable[[Colour], str]) -> list[str]:
    return [scheme(colours[name]) for name in _PAPERS]


def _nearest(colour: str, end: str, others: list[str]) -> str:
    """The first colour on the way to `end` that stands out from the others; `end` itself stands out from all."""
    way = (_mixed(colour, end, step) for step in range(_STEPS))
    return next((each for each in way if all(contrast(each, other) >= _READABLE for other in others)), end)


def _mixed(colour: str, other: str, hundredths: int) -> str:
    """So many hundredths of `other` in a colour."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * hundredths / _STEPS):02x}" for one, two in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / 255 for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#0b5a5e`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
