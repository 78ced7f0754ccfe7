"""Pasted HTML as a tree with nothing in it that runs, loads or is hidden; what is taken out of it is counted."""

import re
from collections import Counter
from functools import cache

import nh3
from bs4 import BeautifulSoup, Tag

from plugins.imports.pasting.hidden import is_hidden, without_hidden
from plugins.imports.pasting.unseen import take_unseen
from plugins.unicode import without_stray_unseen

_WITHIN = [
    "a",
    "b",
    "br",
    "code",
    "del",
    "em",
    "font",
    "i",
    "img",
    "ins",
    "s",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "u",
]
_LISTS_AND_TABLES = ["li", "ol", "ul", "table", "tbody", "td", "tfoot", "th", "thead", "tr"]
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_BLOCKS = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "nav",
    "p",
    "pre",
    "section",
    "summary",
]
_PLAYED = ["audio", "iframe", "object", "video"]
BLOCKS = [*_BLOCKS, *_HEADINGS, *_LISTS_AND_TABLES]
_KEPT = ["blockquote", "dd", "dl", "dt", "hr", "p", "pre"]
_STYLES = {
    "background", "background-color", "color", "display", "font-style", "font-weight", "mso-element", "mso-hide",
    "mso-list", "text-decoration", "text-decoration-line", "visibility",
}  # fmt: skip
_PLAIN_COLOURS = {"", "auto", "black", "inherit", "initial", "transparent", "white", "windowtext", "#fff", "#ffffff"}
_VOID = ("br", "hr", "img")
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_DEEPEST = 80
"""No document is; nothing of what is deeper comes along, since words in it may be hidden."""
_COMMENT = re.compile(r"#_msocom_|#cmnt")


def cleaned(html: str) -> tuple[BeautifulSoup, Counter[str]]:
    """The tree, and how many things of each kind are not in it any more."""
    shown, places = without_hidden(html)
    seen = without_stray_unseen(_cleaner().clean(shown)).replace("&nbsp;", " ").replace("\xa0", " ")
    lost = Counter({"hidden words": places}) if places else Counter[str]()
    if _depth(seen) > _DEEPEST:
        seen, lost = "", Counter({"form": 1})
    soup = BeautifulSoup(seen, "html.parser")
    for element in soup.find_all(True):
        if not element.decomposed:
            _looked_at(element, lost)
    take_unseen(soup, lost)
    _tell_colours(soup, lost)
    for element in soup.find_all([*_BLOCKS, *_WITHIN]):
        _as_meant(element)
    return soup, lost


def _depth(html: str) -> int:
    """How deep elements lie within one another."""
    depth = deepest = 0
    for end, name in _TAG.findall(html):
        depth += 0 if name in _VOID else -1 if end else 1
        deepest = max(deepest, depth)
    return deepest


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_WITHIN, *BLOCKS, *_PLAYED},
        clean_content_tags={"head", "math", "noscript", "script", "style", "svg", "template", "textarea", "title"},
        attributes={
            "*": {"class", "data-aria-level", "hidden", "id", "style"},
            "a": {"href"},
            "del": {"datetime"},
            "img": {"alt", "height", "width"},
            "ol": {"start"},
            "font": {"color"},
            **{part: {"bgcolor"} for part in ("table", "tbody", "tr")},
            **{cell: {"bgcolor", "colspan", "rowspan"} for cell in ("td", "th")},
        },
        filter_style_properties=_STYLES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )


def style_of(element: Tag) -> str:
    return str(element.get("style") or "").casefold()


def classes(element: Tag) -> str:
    names = element.get("class") or ()
    return (names if isinstance(names, str) else " ".join(names)).casefold()


def _looked_at(element: Tag, lost: Counter[str]) -> None:
    if kind := _unwanted(element):
        if kind != "hidden words" or element.get_text(strip=True):
            lost[kind] += 1
        element.decompose()
    elif element.name == "img":
        alt = str(element.get("alt") or "").strip()
        if alt and not any(letter.isalnum() for letter in alt):
            element.replace_with(alt)  # A smiley that an e-mail shows as a picture.
            return
        is_seen = not {"0", "1"} & {str(element.get("width")), str(element.get("height"))}
        lost["pictures"] += is_seen
        element.decompose()


def _unwanted(element: Tag) -> str:
    """What kind of thing does not come along; empty for what does."""
    style, names = style_of(element), classes(element)
    is_comment = "mso-element:comment" in style.replace(" ", "") or "msocom" in names
    if is_comment or (element.name == "a" and _COMMENT.match(str(element.get("href") or ""))):
        return "comments"
    if "msodel" in names.split() or (element.name == "del" and element.has_attr("datetime")):
        return "struck words"
    if is_hidden(element):
        return "hidden words"
    return "films and players" if element.name in _PLAYED else ""


def _tell_colours(soup: BeautifulSoup, lost: Counter[str]) -> None:
    """Several colours of letters, or a coloured ground, may have meant something; one colour of all did not."""
    inks, grounds = set[str](), set[str]()
    for element in soup.find_all(style=True):
        for each in style_of(element).split(";"):
            name, _, value = each.partition(":")
            if name.strip() == "color" and element.name != "a" and element.find_parent("a") is None:
                inks.add(_colour(value))
            elif name.strip().startswith("background"):
                grounds.add(_colour(value))
    if len(inks) > 1 or grounds - {""}:
        lost["colours"] += 1


def _colour(value: str) -> str:
    """A colour in one way of writing it; empty for black, white and what shows none."""
    value = value.strip()
    parts = re.fullmatch(r"rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)(?:,\s*[\d.]+)?\s*\)", value)
    if parts:
        value = "#" + "".join(f"{min(int(part), 255):02x}" for part in parts.groups())
    return "" if value in _PLAIN_COLOURS or value in ("#000", "#000000") or "none" in value else value


def _as_meant(element: Tag) -> None:
    """Bold, slanted and struck words by their elements, whatever the program called them."""
    style = style_of(element)
    weight = re.search(r"font-weight:\s*(\w+)", style)
    is_plain = weight is not None and weight[1] in ("normal", "400")
    is_bold = weight is not None and (
        weight[1] in ("bold", "bolder") or (weight[1].isdecimal() and int(weight[1]) > 500)
    )
    if element.name in ("b", "strong") and is_plain:
        element.unwrap()
    elif element.name in ("font", "ins", "span", "u", "sub", "sup"):
        _wrap(element, is_bold=is_bold, style=style)
    elif element.name in _BLOCKS and element.name not in _KEPT:
        element.name = "div"


def _wrap(element: Tag, *, is_bold: bool, style: str) -> None:
    if "mso-list" in style:
        return
    if is_bold:
        element.name = "strong"
    elif re.search(r"font-style:\s*(italic|oblique)", style):
        element.name = "em"
    elif "line-through" in style:
        element.name = "del"
    else:
        element.unwrap()
