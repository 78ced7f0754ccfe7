"""Text as a reader gets it out of markup: words joined again that tags cut in two, and what attributes say."""

from html import unescape

from plugins.patterns import lazy_pattern

_TAG = lazy_pattern(
    r"""<(?:(/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)|!--|!\w[^<>]*|\?[^<>]*)>?|-->|<!\[CDATA\[|\]\]>"""
)
_ATTRIBUTE = lazy_pattern(r"""([^\s"'<>/=]+)(?:\s*(=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_OF_THE_THEME = (
    "class d fill for height media method points rel role sizes stroke stroke-width transform type viewbox viewBox "
    "width x x1 x2 y y1 y2 cx cy r xmlns"
)
_OF_HTML = (
    "a abbr address article aside b bdi bdo blockquote body br button caption circle cite code col colgroup data "
    "datalist dd defs del details dfn dialog div dl dt em fieldset figcaption figure font footer form g h1 h2 h3 h4 h5 "
    "h6 head header hr html i iframe img input ins kbd label legend li line link main map mark menu meta nav noscript "
    "object ol optgroup option output p param path picture polygon polyline pre progress q rect s samp script section "
    "select small source span strong style sub summary sup svg symbol table tbody td template text textarea tfoot th "
    "thead time title tr tspan u ul use var video wbr audio area base desc clippath lineargradient stop"
)
_WITHIN_WORDS = (
    "a abbr b bdi bdo button cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time "
    "tspan u var wbr"
)
_ATTRIBUTES_OF_THE_THEME = frozenset(_OF_THE_THEME.split())
_ELEMENTS = frozenset(_OF_HTML.split())
_INSIDE_A_WORD = frozenset(_WITHIN_WORDS.split())
_HOLDS_MARKUP = lazy_pattern(
    r"</?(?:p|div|span|a|b|i|em|strong|li|ul|ol|h[1-6]|br|figure|img|table|blockquote)\b[^<>]*>"
)


def holds_markup(text: str) -> bool:
    """Whether a text has HTML in it, as the text of a feed does."""
    return bool(_HOLDS_MARKUP.search(text))


def read_out(text: str, *, every_tag: bool) -> tuple[str, ...]:
    """What markup says, three times: words apart where a tag stands, words joined across it, and its attributes.

    Every line stays at its number. Without `every_tag` what looks like a tag and is none of HTML is text.
    """
    apart: list[str] = []
    joined: list[str] = []
    attributes: list[str] = []
    position = 0
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if name and not every_tag and name not in _ELEMENTS and "-" not in name:
            continue
        between = text[position : tag.start()]
        lines = "\n" * tag[0].count("\n")
        apart += (between, lines, " ")
        joined += (between, lines, "" if name in _INSIDE_A_WORD else " ")
        attributes.append("\n" * between.count("\n"))
        if tag[3]:
            attributes += (_said(tag[3]), "\n" * (tag[3].count("\n")))
        position = tag.end()
    apart.append(text[position:])
    joined.append(text[position:])
    return tuple(unescape("".join(parts)) for parts in (apart, joined, attributes))


def _said(attributes: str) -> str:
    """The values of attributes, and the names of those that have none, on one line."""
    said = [
        " ".join(values) if sign else name
        for name, sign, *values in _ATTRIBUTE.findall(attributes)
        if name not in _ATTRIBUTES_OF_THE_THEME
    ]
    return " ".join(said).replace("\n", " ") + " "
