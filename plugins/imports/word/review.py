"""What Word keeps of how a text came about, taken out of its XML and counted: changes, comments, hidden words.

Insertions that nobody has accepted yet are words that readers of the document see: they stay, and are told.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from plugins.imports.word.looks import Place, is_flat_row, is_unseen, whole_text, within
from plugins.imports.word.names import full, is_on, value
from plugins.imports.word.styles import Styles

_INSERTED = {full("w:ins"), full("w:moveTo")}
_AROUND_WORDS = {full(f"w:{name}") for name in ("fldSimple", "dir", "bdo", "ruby", "rubyBase")}
"""Elements that mean nothing here; the words in them stay."""
_SIMPLY_OUT = {
    full(f"w:{name}") for name in ("moveFrom", "rt", "commentReference", "commentRangeStart", "commentRangeEnd")
}
_OUT = {
    full("w:del"): "deletions",
    full("m:oMath"): "equations",
    full("m:oMathPara"): "equations",
    full("w:object"): "embedded files",
    full("w:altChunk"): "embedded files",
    full("w:subDoc"): "embedded files",
}
_READ = {full("a:blip"), full("w:txbxContent")}
_SEEN = {full(f"w:{name}") for name in ("t", "delText", "sym", "drawing", "pict")}


def reviewed(tree: Element, styles: Styles) -> Counter[str]:
    """Change the tree so that only what readers see is in it; how many things of each kind were met."""
    review = _Review(styles)
    _choose_alternatives(tree)
    review.clean(tree, whole_text(tree, styles))
    return review.met


class _Review:
    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.met = Counter[str]()

    def clean(self, parent: Element, place: Place) -> None:
        """Go through what lies in an element, whose letters stand in a place."""
        for child in list(parent):
            kind = self._unwanted(child, place)
            if kind is not None:
                parent.remove(child)
                self.met.update([kind] if kind and _has_something(child) else [])
                continue
            self.met.update(["insertions"] if child.tag in _INSERTED and _has_something(child) else [])
            if not child.tag.endswith("Pr"):
                self.clean(child, within(child, place, self.styles))
            if child.tag in _AROUND_WORDS:
                index = list(parent).index(child)
                parent[index : index + 1] = list(child)

    def _unwanted(self, element: Element, place: Place) -> str | None:
        """What kind of thing does not stay, "" where that is not worth a word; None for what stays."""
        tag = element.tag
        if tag in _OUT or tag in _SIMPLY_OUT:
            return _OUT.get(tag, "")
        if tag == full("w:r") and self._is_hidden(element, place):
            return "hidden words"
        if tag == full("w:p") and self.styles.is_named(value(element, "w:pPr", "w:pStyle"), "toc"):
            return "tables of contents"
        look = _LOOKED_INTO.get(tag)
        return look(element) if look else None

    def _is_hidden(self, run: Element, place: Place) -> bool:
        properties = run.find(full("w:rPr"))
        own = is_on(properties, "w:vanish")
        by_style = self.styles.is_hidden(value(properties, "w:rStyle")) if own is None else own
        return (place.hides if by_style is None else by_style) or is_unseen(run, place, self.styles)


def _has_something(element: Element) -> bool:
    """Whether there is anything in an element that somebody could see."""
    return any(each.tag in _SEEN or each.tag in _OUT for each in element.iter())


def _of_a_field(field: Element) -> str | None:
    """A table of contents, or a field in which nobody has written anything yet; a box to tick is the sign in it."""
    gallery = value(field, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    if gallery == "Table of Contents":
        return "tables of contents"
    properties = field.find(full("w:sdtPr"))
    box = properties.find(full("w14:checkbox")) if properties is not None else None
    if properties is not None and box is not None:
        properties.remove(box)
    return "" if is_on(properties, "w:showingPlcHdr") else None


def _of_a_table(part: Element) -> str | None:
    """A row or a cell that was struck out, or a row that is hidden."""
    row, cell = part.find(full("w:trPr")), part.find(full("w:tcPr"))
    if is_on(row, "w:hidden") or is_flat_row(row):
        return "hidden words"
    is_struck = is_on(row, "w:del") is not None or is_on(cell, "w:cellDel") is not None
    return "deletions" if is_struck else None


def _of_a_picture(picture: Element) -> str | None:
    is_hidden = any(each.get("hidden") in ("1", "true") for each in picture.iter(full("wp:docPr")))
    styles = ("".join(each.get("style", "").casefold().split()) for each in picture.iter())
    is_hidden = is_hidden or any("visibility:hidden" in style or "display:none" in style for style in styles)
    return "hidden pictures" if is_hidden else None


_LOOKED_INTO: Mapping[str, Callable[[Element], str | None]] = {
    full("w:sdt"): _of_a_field,
    full("w:tr"): _of_a_table,
    full("w:tc"): _of_a_table,
    full("w:drawing"): _of_a_picture,
    full("w:pict"): _of_a_picture,
}


def _choose_alternatives(tree: Element) -> None:
    """Of what Word writes twice, the form for new programs where we read it: it says more of a picture."""
    for parent in list(tree.iter()):
        for child in parent.findall(full("mc:AlternateContent")):
            new, old = child.find(full("mc:Choice")), child.find(full("mc:Fallback"))
            is_read = new is not None and any(each.tag in _READ for each in new.iter())
            chosen = old if old is not None and len(old) and not is_read else new
            place = list(parent).index(child)
            parent[place : place + 1] = list(chosen) if chosen is not None else []
