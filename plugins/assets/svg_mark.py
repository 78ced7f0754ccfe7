"""An SVG that somebody chose as the mark of a diary, written anew: shapes and their colours, and nothing else [SVG 2].

What can run, load something or hold a text is refused, with what to do; what only a drawing program reads stays behind.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SVG = "http://www.w3.org/2000/svg"
_LARGEST = 30_000
_DEEPEST = 50
_SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "defs"}
_PAINTS = {"linearGradient", "radialGradient", "stop", "clipPath"}
_REFUSED = {
    "a": "a link",
    "animate": "an animation",
    "foreignObject": "a page inside the drawing",
    "image": "a picture inside the drawing",
    "script": "a program",
    "set": "an animation",
    "style": "a style sheet",
    "text": "text; turn it into paths in the drawing program",
    "use": "a copy of another part; unlink it in the drawing program",
}
_GEOMETRY = "cx cy d fx fy height offset points r rx ry transform viewBox width x x1 x2 y y1 y2"
_PAINTING = (
    "clip-path clip-rule clipPathUnits fill fill-opacity fill-rule gradientTransform gradientUnits id opacity "
    "spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width"
)
_ATTRIBUTES = {*_GEOMETRY.split(), *_PAINTING.split()}
_PLAIN_VALUE = re.compile(r"(?!.*url\s*\((?!#))[\w\s.,#%()+-]*", re.ASCII | re.DOTALL | re.IGNORECASE)
"""Numbers, colours, names, and `url(#part)`, but no other file; an address has a colon or a slash."""


class UnfitMark(Exception):
    """Why a file cannot be a mark, in words that follow its name."""


def plain_svg(content: bytes) -> bytes:
    """The drawing without all that is no shape; raises UnfitMark."""
    from xml.etree import ElementTree as ET  # Late, since most diaries have no mark of their own.

    if len(content) > _LARGEST:
        raise UnfitMark(f"this drawing is larger than {_LARGEST // 1000} kB; simplify its paths, or save it as PNG")
    # In UTF-16 a zero byte stands beside each letter.
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content.replace(b"\0", b""), re.IGNORECASE):
        raise UnfitMark("this drawing has a document type; save it as “plain SVG” or “optimised SVG”")
    try:
        root = ET.fromstring(content)  # noqa: S314 - no entity can be defined without a document type
    except (ET.ParseError, ValueError, LookupError):
        raise UnfitMark("this is no drawing that can be read; save it as SVG anew") from None
    if root.tag != f"{{{_SVG}}}svg" or not root.get("viewBox"):
        raise UnfitMark("this is no SVG with a viewBox; save it as “plain SVG”, or as PNG")
    plain = _plain(root, _DEEPEST)
    if not any(each.tag not in ("svg", "g", "defs", "title") for each in plain.iter()):
        raise UnfitMark("there is no shape in this drawing")
    plain.set("xmlns", _SVG)
    return ET.tostring(plain, encoding="unicode").encode()


def _plain(element: "Element", levels: int) -> "Element":
    if not levels:
        raise UnfitMark(f"this drawing has groups in groups, more than {_DEEPEST} deep; ungroup them")
    name = str(element.tag).rpartition("}")[2]
    kept = {key: value for key, value in element.attrib.items() if key in _ATTRIBUTES and _PLAIN_VALUE.fullmatch(value)}
    made = element.makeelement(name, kept | _declared(element.get("style", "")))
    if name == "title":
        made.text = element.text
    for child in element:
        own, child_name = str(child.tag).startswith(f"{{{_SVG}}}"), str(child.tag).rpartition("}")[2]
        if own and child_name in _REFUSED:
            raise UnfitMark(f"this drawing holds {_REFUSED[child_name]}")
        if own and child_name in _SHAPES | _PAINTS:
            made.append(_plain(child, levels - 1))
    return made


def _declared(style: str) -> dict[str, str]:
    """What a drawing program wrote as `style="fill:#000"`, as attributes."""
    pairs = (each.partition(":") for each in style.split(";"))
    named = ((name.strip(), value.strip()) for name, _, value in pairs)
    return {name: value for name, value in named if name in _ATTRIBUTES and _PLAIN_VALUE.fullmatch(value)}
