"""What a document's styles make of a text: a heading, a table of contents, hidden words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from xml.etree.ElementTree import Element

from plugins.imports.word.names import full, is_on, path, value
from plugins.records import dataclass

HEX = re.compile(r"[0-9A-Fa-f]{6}")
"""A colour, as Word writes it."""
_DEEPEST_HEADING = 6
_THEME_NAMES = {
    "dk1": ("text1", "dark1"),
    "lt1": ("background1", "light1"),
    "dk2": ("text2", "dark2"),
    "lt2": ("background2", "light2"),
    "hlink": ("hyperlink",),
    "folHlink": ("followedHyperlink",),
}
"""What text calls a colour, by its name in a theme [ISO/IEC 29500, ST_ThemeColor]; accents have one name."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; `usual` is that of paragraphs which name none.

    `hides` is whether words are hidden of which no style says anything, `of_all` what else holds for them. `colours`
    are those of the document's theme, by the names that text gives them.
    """

    by_id: Mapping[str, Element]
    usual: str = ""
    hides: bool = False
    of_all: Element | None = None
    colours: Mapping[str, str] = field(default_factory=dict)

    def is_hidden(self, style: str) -> bool | None:
        """Whether a style, or one that it is made from, hides its words; None where none says a word of it."""
        switches = (is_on(each.find(full("w:rPr")), "w:vanish") for each in self.line(style))
        return next((switch for switch in switches if switch is not None), None)

    def heading(self, style: str) -> int:
        """The level of a heading from 1 on; 0 for what is none."""
        for each in self.line(style):
            name = value(each, "w:name").casefold()
            if name.startswith("heading ") and name[8:].isdecimal():
                return min(int(name[8:]), _DEEPEST_HEADING)
            level = value(each, "w:pPr", "w:outlineLvl")
            if level.isdecimal():
                return outline_heading(level)
        return 0

    def is_named(self, style: str, *names: str) -> bool:
        """Whether a style, or one that it is made from, has one of these names."""
        return any(value(each, "w:name").casefold().rstrip(" 0123456789") in names for each in self.line(style))

    def line(self, style: str) -> Iterator[Element]:
        """A style and those that it is made from, the nearest first."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "w:basedOn")


def outline_heading(level: str) -> int:
    """The heading that a level of Word's outline is; 9 is its word for plain text."""
    return int(level) + 1 if level.isdecimal() and int(level) < _DEEPEST_HEADING else 0


def read_styles(tree: Element | None, theme: Element | None = None) -> Styles:
    colours = dict(_theme_colours(theme)) if theme is not None else {}
    if tree is None:
        return Styles({}, colours=colours)
    by_id = {each.get(full("w:styleId"), ""): each for each in tree.iter(full("w:style"))}
    usual = (
        name
        for name, each in by_id.items()
        if each.get(full("w:type")) == "paragraph" and each.get(full("w:default")) in ("1", "true", "on")
    )
    properties = tree.find(path("w:docDefaults", "w:rPrDefault", "w:rPr"))
    hides = bool(is_on(properties, "w:vanish"))
    return Styles(by_id, next(usual, ""), hides=hides, of_all=properties, colours=colours)


def _theme_colours(theme: Element) -> Iterator[tuple[str, str]]:
    for each in (part for scheme in theme.iter(full("a:clrScheme")) for part in scheme):
        name = each.tag.rpartition("}")[2]
        for written in each:
            colour = written.get("lastClr", written.get("val", ""))
            if HEX.fullmatch(colour):
                yield from ((said, colour) for said in _THEME_NAMES.get(name, (name,)))
