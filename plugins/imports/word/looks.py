"""Whether somebody sees letters: how large they are, and in which colour on what lies behind them.

What lies behind them is not always known, as in a table whose style shades it: there they count as seen.
"""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from plugins.assets.accent import contrast
from plugins.imports.word.names import full, path, value
from plugins.imports.word.styles import HEX, Styles
from plugins.records import dataclass

_WHITE = "FFFFFF"
_LEAST_CONTRAST = 1.2
_SMALLEST = 8
"""In half points: letters of three points and less are a line."""
_NARROWEST = 10
"""In hundredths of a letter's width."""
_FLATTEST = 80
"""In twentieths of a point: a line of less height shows nothing of its letters."""
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": _WHITE,
    "yellow": "FFFF00",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where letters stand: what holds for those of which nothing nearer says anything.

    `hides` is whether the style of their paragraph hides them, `around` what holds for a paragraph of whose words no
    style says anything. `styles` are those of paragraph and table, the nearest first. `behind` is the colour behind
    them, empty where it is not known; `is_flat` is whether their line is too low to show them.
    """

    hides: bool
    around: bool
    styles: tuple[str, ...] = ()
    behind: str = _WHITE
    is_flat: bool = False


def whole_text(tree: Element, styles: Styles) -> Place:
    page = tree.find(full("w:background"))
    colour = page.get(full("w:color"), "") if page is not None else ""
    return Place(styles.hides, styles.hides, behind=colour if HEX.fullmatch(colour) else _WHITE)


def within(element: Element, place: Place, styles: Styles) -> Place:
    """Where the letters of an element stand, which stands in a place itself."""
    match element.tag.rpartition("}")[2]:
        case "p":
            return _in_paragraph(element, place, styles)
        case "tbl":
            style = value(element, "w:tblPr", "w:tblStyle")
            own = styles.is_hidden(style)
            is_shaded = any(shade is not None for each in styles.line(style) for shade in each.iter(full("w:shd")))
            behind = _shade(element.find(full("w:tblPr")), styles) or ("" if is_shaded else place.behind)
            return replace(place, around=place.around if own is None else own, styles=(style,), behind=behind)
        case "tc":
            return replace(place, behind=_shade(element.find(full("w:tcPr")), styles) or place.behind)
        case "txbxContent":
            return replace(place, behind="")
    return place


def _in_paragraph(paragraph: Element, place: Place, styles: Styles) -> Place:
    style = value(paragraph, "w:pPr", "w:pStyle") or styles.usual
    own = styles.is_hidden(style)
    said = [paragraph.find(full("w:pPr")), *(each.find(full("w:pPr")) for each in styles.line(style))]
    found = (each.find(full("w:spacing")) for each in said if each is not None)
    spacing = next((each for each in found if each is not None), None)
    is_exact = spacing is not None and spacing.get(full("w:lineRule")) == "exact"
    return Place(
        hides=place.around if own is None else own,
        around=styles.hides,
        styles=(style, *place.styles),
        behind=next((shade for each in said if (shade := _shade(each, styles))), place.behind),
        is_flat=is_exact and spacing is not None and _is_less(spacing.get(full("w:line"), ""), _FLATTEST),
    )


def is_unseen(run: Element, place: Place, styles: Styles) -> bool:
    """Whether nobody sees the letters of a run, though nothing says that they are hidden."""
    words = "".join(each.text or "" for each in run.iter(full("w:t")))
    if not words.strip():
        return False
    said = tuple(_properties(run, place, styles))
    size, width = (next(filter(None, (value(each, name) for each in said)), "") for name in ("w:sz", "w:w"))
    has_no_ink = any(each.find(path("w14:textFill", "w14:noFill")) is not None for each in said)
    if place.is_flat or has_no_ink or _is_less(size, _SMALLEST) or _is_less(width, _NARROWEST):
        return True
    marked = next((found for each in said if (found := value(each, "w:highlight"))), "none")
    behind = _HIGHLIGHTS.get(marked) or next((shade for each in said if (shade := _shade(each, styles))), place.behind)
    ink = next((colour for each in said if (colour := _ink(each, styles)) is not None), "")
    if not ink:
        return marked == "black"
    return bool(behind) and contrast(f"#{ink}", f"#{behind}") < _LEAST_CONTRAST


def is_flat_row(properties: Element | None) -> bool:
    """Whether a row of a table is so low that nothing in it is seen."""
    height = properties.find(full("w:trHeight")) if properties is not None else None
    is_exact = height is not None and height.get(full("w:hRule")) == "exact"
    return is_exact and _is_less(value(properties, "w:trHeight"), _FLATTEST)


def _properties(run: Element, place: Place, styles: Styles) -> Iterator[Element]:
    """What is said of a run, the nearest first."""
    own = run.find(full("w:rPr"))
    named = (value(own, "w:rStyle"), *place.styles)
    of_styles = (each.find(full("w:rPr")) for name in named for each in styles.line(name))
    return (each for each in (own, *of_styles, styles.of_all) if each is not None)


def _ink(properties: Element, styles: Styles) -> str | None:
    """The colour of letters; empty where Word chooses one that is seen, None where nothing is said."""
    found = properties.find(full("w:color"))
    return None if found is None else _colour(found, "val", "themeColor", styles)


def _shade(properties: Element | None, styles: Styles) -> str:
    found = properties.find(full("w:shd")) if properties is not None else None
    if found is None:
        return ""
    is_solid = found.get(full("w:val")) == "solid"
    return _colour(found, *(("color", "themeColor") if is_solid else ("fill", "themeFill")), styles)


def _colour(element: Element, name: str, themed: str, styles: Styles) -> str:
    """As it is written; by the document's theme where that says it, and nothing makes it lighter or darker."""
    written, theme = element.get(full(f"w:{name}"), ""), styles.colours.get(element.get(full(f"w:{themed}"), ""), "")
    is_written = HEX.fullmatch(written) is not None
    is_changed = any(element.get(full(f"w:{themed.removesuffix('Color')}{how}")) for how in ("Tint", "Shade"))
    return written if is_written and (is_changed or not theme) else theme


def _is_less(written: str, bound: int) -> bool:
    return written.isdecimal() and len(written) < 10 and int(written) < bound
