"""Lists as word processors paste them.

Word makes paragraphs with a mark and a level, its web app a list of each item.
"""

import re

from bs4 import BeautifulSoup, Tag

from plugins.imports.pasting.cleaning import style_of

_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)")
_NUMBERED = re.compile(r"\(?(?:(\d{1,4})|[a-z]{1,2}|[ivxlc]{1,6})[.)]", re.IGNORECASE)


def with_lists(soup: BeautifulSoup) -> None:
    """Change the tree so that every list is one of HTML, with its items in it."""
    for paragraph in soup.find_all(["p", "div"], style=_LEVEL):
        if paragraph.parent is not None and paragraph.name != "li":
            _gather(soup, paragraph)
    for heading in soup.find_all(style=_LEVEL):
        _take_mark(heading)
    _by_aria_level(soup)
    for inner in soup.find_all(["ul", "ol"]):
        before = inner.find_previous_sibling()
        if inner.parent is not None and inner.parent.name in ("ul", "ol"):
            if isinstance(before, Tag) and before.name == "li":
                before.append(inner)
            else:
                inner.wrap(soup.new_tag("li"))
    for item in soup.find_all("li"):
        paragraphs = item.find_all(["p", "div"], recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


def _gather(soup: BeautifulSoup, first: Tag) -> None:
    """A run of Word's paragraphs, from its first on, as one list."""
    run = [first]
    while isinstance(after := run[-1].find_next_sibling(), Tag) and after.name in ("p", "div") and _level(after):
        run.append(after)
    place = soup.new_tag("div")
    first.insert_before(place)
    _fill(soup, place, [(_level(each), *_take_mark(each), each) for each in run])


def _level(element: Tag) -> int:
    found = _LEVEL.search(style_of(element))
    return int(found[1]) if found else 0


def _take_mark(element: Tag) -> tuple[str, str]:
    """The kind of list that a paragraph's mark is of, and its number; the mark is taken out."""
    mark = next((each for each in element.find_all("span") if "mso-list" in style_of(each)), None)
    text = mark.get_text(strip=True) if mark else ""
    if mark:
        mark.decompose()
    numbered = _NUMBERED.fullmatch(text)
    return ("ol", numbered[1] or "1") if numbered else ("ul", "")


def _fill(soup: BeautifulSoup, place: Tag, items: list[tuple[int, str, str, Tag]]) -> None:
    """Put items below a place; each level that is deeper than the one before begins a list in its last item."""
    lists: list[tuple[int, Tag]] = []
    for level, kind, number, element in items:
        while lists and (lists[-1][0] > level or (lists[-1][0] == level and lists[-1][1].name != kind)):
            lists.pop()
        if not lists or lists[-1][0] < level:
            below = soup.new_tag(kind)
            if number not in ("", "1"):
                below["start"] = number
            last = lists[-1][1].find_all("li", recursive=False)[-1] if lists else place
            last.append(below)
            lists.append((level, below))
        element.name = "li"
        lists[-1][1].append(element)


def _by_aria_level(soup: BeautifulSoup) -> None:
    """Word's web app: each item is a list by itself, which says how deep it lies."""
    items = [
        each
        for each in soup.find_all("li", attrs={"data-aria-level": True})
        if str(each["data-aria-level"]).isdecimal()
    ]
    runs: list[list[Tag]] = []
    for item in items:
        top = _outermost(item)
        before = _outermost(runs[-1][-1]) if runs else None
        if before is not None and (before is top or before is top.find_previous_sibling()):
            runs[-1].append(item)
        else:
            runs.append([item])
    for run in runs:
        tops = [_outermost(each) for each in run]
        place = soup.new_tag("div")
        tops[0].insert_before(place)
        named = [(int(str(each["data-aria-level"])), _kind(each), "", each) for each in run]
        _fill(soup, place, named)
        for top in tops:
            if not top.decomposed:
                top.decompose()


def _kind(item: Tag) -> str:
    return "ol" if item.parent is not None and item.parent.name == "ol" else "ul"


def _outermost(item: Tag) -> Tag:
    """The list around an item, or the box of Word's around the list, which holds nothing else."""
    top = item.parent or item
    while top.parent is not None and top.parent.name == "div" and len(top.parent.find_all(True, recursive=False)) == 1:
        top = top.parent
    return top
