"""Words of pasted HTML that nobody saw: hidden by a style of their own, or by a rule of the sheet that came along.

They are looked for in all elements, before those that a story does not know are taken apart and leave their words.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape

from bs4 import BeautifulSoup, Tag
from soupsieve import SelectorSyntaxError

_NOTHING = r"(?:0+(?:\.0+)?|\.0+)(?:[a-z]+|%)?(?![\w.%])"
_HIDING = re.compile(
    rf"""(?<![\w-])(?:
    display:none | mso-hide:all | visibility:(?:hidden|collapse) | content-visibility:hidden
    | (?:(?:opacity|font-size|max-height|max-width|zoom): | font:(?:[a-z]+\s+){{0,6}}){_NOTHING}
    | font-size:[01]?(?:\.\d+)?(?:px|pt) | font:(?:[a-z]+\s+){{0,6}}[01]?(?:\.\d+)?(?:px|pt)?/
    | color:(?:transparent | \#[0-9a-f]{{3}}0(?![0-9a-f]) | \#[0-9a-f]{{6}}00(?![0-9a-f]))
    | color:(?:(?:rgba|hsla)\((?:[^,)]{{0,20}},){{3}} | (?:rgb|hsl)a?\([^)/]{{0,60}}/)\s*{_NOTHING}\s*\)
    | text-indent:-\d{{3}} | (?:left|right|top|bottom|margin-left|margin-top):-\d{{4}}
    | clip:rect\((?:\s*[01](?:px)?\s*,?){{4}}\) | clip-path:(?:inset\(\s*(?:50|100)% | circle\(\s*{_NOTHING})
    | transform:[^;]{{0,99}}scale(?:x|y|3d)?\(\s*{_NOTHING} | filter:[^;]{{0,99}}opacity\(\s*{_NOTHING}
    )""",
    re.VERBOSE,
)
"""Every repetition is bounded: it is looked for in all that was pasted, whatever that is."""
_NO_ROOM = re.compile(rf"(?<![\w-])(?:height|width):(?:1px|{_NOTHING})")
_CUT_OFF = re.compile(r"overflow(?:-[xy])?:(?:hidden|clip)")
_ATTRIBUTE = re.compile(r"\shidden(?=[\s=/>])", re.IGNORECASE)
_COMMENT = re.compile(r"/\*[^*]{0,300}\*/|<!--|-->")
_COLON = re.compile(r"\s{0,9}:\s{0,9}")
_MOST_SELECTORS = 200


def without_hidden(html: str) -> tuple[str, int]:
    """The HTML without what is hidden in it, and in how many places words were."""
    if not _hides(unescape(html)) and not _ATTRIBUTE.search(html):
        return html, 0
    soup = BeautifulSoup(html, "html.parser")
    hidden: list[Tag] = [each for each in soup.find_all(True) if is_hidden(each)]
    for selector in _hiding_selectors(soup):
        with suppress(SelectorSyntaxError, NotImplementedError):
            hidden += soup.select(selector)
    places = 0
    for each in hidden:
        if not each.decomposed:
            places += bool(each.get_text(strip=True))
            each.decompose()
    return (str(soup), places) if hidden else (html, 0)


def is_hidden(element: Tag) -> bool:
    """Whether an element is hidden by what it says of itself."""
    return element.has_attr("hidden") or _hides(str(element.get("style") or ""))


def _hides(declarations: str) -> bool:
    said = _COLON.sub(":", _COMMENT.sub(" ", declarations)).casefold()
    return bool(_HIDING.search(said) or (_NO_ROOM.search(said) and _CUT_OFF.search(said)))


def _hiding_selectors(soup: BeautifulSoup) -> Iterator[str]:
    """What the rules of its style sheets hide: everything, where they are more than anybody writes."""
    sheets = "}".join(_COMMENT.sub(" ", sheet.get_text()) for sheet in soup.find_all("style"))
    rules = (rule.rpartition("{") for rule in sheets.split("}"))
    hiding = (re.split("[{;]", selectors)[-1] for selectors, _, declarations in rules if _hides(declarations))
    found = [selector.strip() for selectors in hiding for selector in selectors.split(",")]
    yield from found if len(found) <= _MOST_SELECTORS else "*"
