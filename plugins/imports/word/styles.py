"""What a document's styles make of a text: a heading, a table of contents, hidden words."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from plugins.imports.word.names import full, is_on, path, value
from plugins.records import dataclass

_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids; `usual` is that of paragraphs which name none.

    `hides` is whether words are hidden of which no style says anything.
    """

    by_id: Mapping[str, Element]
    usual: str = ""
    hides: bool = False

    def is_hidden(self, style: str) -> bool | None:
        """Whether a style, or one that it is made from, hides its words; None where none says a word of it."""
        switches = (is_on(each.find(full("w:rPr")), "w:vanish") for each in self._line(style))
        return next((switch for switch in switches if switch is not None), None)

    def heading(self, style: str) -> int:
        """The level of a heading from 1 on; 0 for what is none."""
        for each in self._line(style):
            name = value(each, "w:name").casefold()
            if name.startswith("heading ") and name[8:].isdecimal():
                return min(int(name[8:]), _DEEPEST_HEADING)
            level = value(each, "w:pPr", "w:outlineLvl")
            if level.isdecimal():
                return outline_heading(level)
        return 0

    def is_named(self, style: str, *names: str) -> bool:
        """Whether a style, or one that it is made from, has one of these names."""
        return any(value(each, "w:name").casefold().rstrip(" 0123456789") in names for each in self._line(style))

    def _line(self, style: str) -> Iterator[Element]:
        """A style and those that it is made from, the nearest first."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = value(self.by_id[style], "w:basedOn")


def outline_heading(level: str) -> int:
    """The heading that a level of Word's outline is; 9 is its word for plain text."""
    return int(level) + 1 if level.isdecimal() and int(level) < _DEEPEST_HEADING else 0


def read_styles(tree: Element | None) -> Styles:
    if tree is None:
        return Styles({})
    by_id = {each.get(full("w:styleId"), ""): each for each in tree.iter(full("w:style"))}
    usual = (
        name
        for name, each in by_id.items()
        if each.get(full("w:type")) == "paragraph" and each.get(full("w:default")) in ("1", "true", "on")
    )
    properties = tree.find(path("w:docDefaults", "w:rPrDefault", "w:rPr"))
    return Styles(by_id, next(usual, ""), hides=bool(is_on(properties, "w:vanish")))
