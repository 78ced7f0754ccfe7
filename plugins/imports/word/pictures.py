"""The pictures of a document, each with a sign in the text where it stands.

Word keeps what was cropped away behind the picture: what is taken is what is seen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from plugins.imports.word.names import full
from plugins.imports.word.package import Relationship
from plugins.photos.imaging import Crop
from plugins.records import dataclass

_WHOLE: Crop = (0.0, 0.0, 0.0, 0.0)
_BY_A_MACHINE = re.compile(
    r"automatically generated|AI-generated content|\.(?:jpe?g|png|gif|heic|webp|bmp|tiff?)$", re.IGNORECASE
)
"""What a program says of a picture, and no person."""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture by the name of its part; `sign` stands in the text for it."""

    sign: str
    part: str
    alt: str
    is_decorative: bool
    crop: Crop


def take_pictures(
    tree: Element, relationships: Mapping[str, Relationship], sign: str, met: Counter[str]
) -> Iterator[PlacedPicture]:
    """Put signs in the place of pictures; drawings that are none, such as charts, are counted."""
    number = 0
    for run in list(tree.iter()):
        for child in list(run):
            if child.tag not in (full("w:drawing"), full("w:pict")):
                continue
            signs: list[str] = []
            boxes = list(child.iter(full("w:txbxContent")))
            blips = list(_blips(child, boxes))
            for blip, id_ in blips:
                found = relationships.get(id_)
                if found is None or found.is_outside:
                    met["linked pictures"] += 1
                    continue
                signs.append(f"{sign}{number}{sign}")
                number += 1
                yield PlacedPicture(signs[-1], found.target, *_about(child), _crop(child, blip))
            if not blips and not boxes and not _is_line(child):
                met["drawings"] += 1
            _replace(run, child, signs, boxes)


def _blips(drawing: Element, boxes: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """The pictures of a drawing; those in its text boxes come in their turn."""
    inside = {id(each) for box in boxes for each in box.iter()}
    for name, where in (("a:blip", "r:embed"), ("v:imagedata", "r:id")):
        for each in drawing.iter(full(name)):
            if id(each) not in inside:
                yield each, each.get(full(where), "")


def _is_line(drawing: Element) -> bool:
    """A ruled line, which nobody misses."""
    return any(each.get(full("o:hr")) for each in drawing.iter())


def _replace(run: Element, drawing: Element, signs: list[str], boxes: list[Element]) -> None:
    """Signs for the pictures, and text boxes in the form in which they are read."""
    place = list(run).index(drawing)
    new = [Element(full("w:t")) for _ in signs]
    for element, sign in zip(new, signs, strict=True):
        element.text = sign
    if boxes:
        new.append(Element(full("w:pict")))
        for box in boxes:
            SubElement(new[-1], full("w:txbxContent")).extend(list(box))
    run[place : place + 1] = new


def _about(drawing: Element) -> tuple[str, bool]:
    """What a person wrote of a picture for those who do not see it, and whether it only decorates."""
    written = [
        *(each.get("descr", "").strip() or each.get("title", "") for each in drawing.iter(full("wp:docPr"))),
        *(each.get("alt", "") for each in drawing.iter(full("v:shape"))),
    ]
    alt = " ".join(next(filter(None, written), "").split())
    is_decorative = any(each.tag.endswith("}decorative") and each.get("val") == "1" for each in drawing.iter())
    return "" if _BY_A_MACHINE.search(alt) else alt, is_decorative


def _crop(drawing: Element, blip: Element) -> Crop:
    if blip.tag == full("v:imagedata"):
        sides = [_share(blip.get(f"crop{side}", "")) for side in ("left", "top", "right", "bottom")]
        return sides[0], sides[1], sides[2], sides[3]
    for fill in drawing.iter():
        if fill.find(full("a:blip")) is blip and (cut := fill.find(full("a:srcRect"))) is not None:
            sides = [_share(cut.get(side, ""), whole=100_000) for side in "ltrb"]
            return sides[0], sides[1], sides[2], sides[3]
    return _WHOLE


def _share(written: str, whole: int = 1) -> float:
    """`25000` of 100000, `0.25`, `16384f` of 65536: a quarter. What shows more than there is cuts nothing off."""
    digits = written.removesuffix("f").removesuffix("%")
    try:
        share = float(digits or 0) / (65_536 if written.endswith("f") else 100 if written.endswith("%") else whole)
    except ValueError:
        return 0.0
    return share if 0 < share < 1 else 0.0
