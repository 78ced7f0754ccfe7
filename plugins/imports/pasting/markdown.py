"""From a pasted tree to Markdown, with what was lost on the way."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markdownify import ATX, BACKSLASH, MarkdownConverter

from plugins.imports.pasting.cleaning import BLOCKS, cleaned
from plugins.imports.pasting.lists import with_lists
from plugins.imports.pasting.notes import AFTER, BEFORE, take_notes
from plugins.imports.pasting.tables import with_tables
from plugins.records import dataclass

_HEADINGS = re.compile(r"h[1-6]")
_INLINE = ["b", "del", "em", "i", "s", "strike", "strong"]
_ALIKE = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_WATCHED_LINKS = {"safelinks.protection.outlook.com": "url", "www.google.com": "q", "l.facebook.com": "u"}
"""Addresses that lead elsewhere by way of a program that counts who follows them, and where in them that place is."""
_HARMLESS = re.compile(r"(?<=\S )\\([#*+=>~])(?= )|\\(&)(?!#?\w+;)|(?<=\w)\\(_)(?=\w)")
_EMPTY_LINES = re.compile(r"\n{3,}")
_LAST_BREAK = re.compile(r"^\\$|\\$(?=\n\n|\n*\Z)", re.MULTILINE)
"""A line break at the end of a paragraph, which breaks nothing."""
_FENCE = re.compile(r"[ >]*```")
_LIKE_AN_EXPLANATION = re.compile(r"^([ >]*(?:(?:[-*+]|\d+[.)]) +)*):(?=\s)")
"""A colon at the beginning of a line, which would explain the words above it."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text in Markdown, and how many things of each kind are not in it."""

    text: str
    lost: Counter[str]


def pasted(html: str, *, story: str = "") -> Pasted:
    """What was pasted into a story, whose notes keep their names."""
    soup, lost = cleaned(html)
    notes = take_notes(soup, lost)
    text = _written(soup, lost)
    taken = set(re.findall(r"\[\^([^\]\s]+)\]", story))
    free = (str(number) for number in range(1, len(taken) + len(notes) + 1) if str(number) not in taken)
    for number, words in notes.items():
        name = next(free)
        text = text.replace(f"{BEFORE}{number}{AFTER}", f"[^{name}]")
        own = " ".join(_written(BeautifulSoup(str(words), "html.parser"), lost).split())
        text = f"{text}\n\n[^{name}]: {own}"
    return Pasted(text.replace(BEFORE, "").replace(AFTER, ""), +lost)


def _written(soup: BeautifulSoup, lost: Counter[str]) -> str:
    with_lists(soup)
    with_tables(soup, lost)
    _mend_links(soup)
    _mend_headings(soup)
    _mend_inline(soup)
    text: str = _Converter().convert_soup(soup)
    lines = (line.rstrip() for line in _with_colons(text.split("\n")))
    return _EMPTY_LINES.sub("\n\n", _LAST_BREAK.sub("", "\n".join(lines))).strip("\n")


def _with_colons(lines: Iterable[str]) -> Iterator[str]:
    """Colons that begin a line stay what they are; code is left as it is."""
    is_code = False
    for line in lines:
        is_code ^= bool(_FENCE.match(line))
        yield line if is_code else _LIKE_AN_EXPLANATION.sub(r"\1&#58;", line)


class _Converter(MarkdownConverter):
    class Options:
        """As stories are written here."""

        autolinks = True
        bullets = "-"
        escape_misc = True
        heading_style = ATX
        newline_style = BACKSLASH
        table_infer_header = True

    def escape(self, text: str, parent_tags: Iterable[str]) -> str:
        """Without the backslashes that change nothing: "Salt & vinegar" stays as it is read."""
        escaped: str = super().escape(text, parent_tags)  # type: ignore[misc] # Its stubs leave it out.
        return _HARMLESS.sub(r"\1\2\3", escaped).replace("\\<!--", "&lt;!--")  # Else a remark would begin.


def _mend_links(soup: BeautifulSoup) -> None:
    for link in soup.find_all("a"):
        address = _leads(str(link.get("href") or ""))
        blocks = link.find_all(BLOCKS)
        if not address or not link.get_text(strip=True):
            link.unwrap()
        elif blocks:
            first = next((each for each in blocks if not each.find(BLOCKS) and each.get_text(strip=True)), None)
            if first:
                inside = soup.new_tag("a", href=address)
                inside.extend(list(first.contents))
                first.append(inside)
            link.unwrap()
        else:
            link.attrs = {"href": address}


def _leads(address: str) -> str:
    """Where a link leads; nowhere for a place in a document that was left behind."""
    if not re.match(r"https?:|mailto:|tel:", address, re.IGNORECASE):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = next((each for each in _WATCHED_LINKS if f".{parts.hostname}".endswith(f".{each}")), "")
    is_passing = host and (host != "www.google.com" or parts.path == "/url")
    there = parse_qs(parts.query).get(_WATCHED_LINKS[host], [""])[0] if is_passing else ""
    return (_leads(there) if there else address).replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _mend_headings(soup: BeautifulSoup) -> None:
    """Below the title of the post, no level left out, none empty, and not in bold besides."""
    for title in soup.find_all("p", class_="MsoTitle"):
        title.name = "h1"
    above: list[int] = []
    for heading in soup.find_all(_HEADINGS):
        level = int(heading.name[1])
        for bold in heading.find_all(["b", "strong"]):
            bold.unwrap()
        if not heading.get_text(strip=True) or heading.find_parent(["li", "td", "th"]):
            heading.name = "p"
            continue
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.name = f"h{min(len(above) + 1, 6)}"


def _mend_inline(soup: BeautifulSoup) -> None:
    """One run of bold or slanted words for each that is seen: programs write a new one at every turn of the cursor."""
    for each in soup.find_all("span"):
        each.unwrap()
    for each in soup.find_all(_INLINE):
        each.name = _ALIKE.get(each.name, each.name)
        each.attrs = {}
        if each.find_parent(each.name) or each.find(BLOCKS) or not each.get_text(strip=True):
            each.unwrap()
    soup.smooth()
    for each in soup.find_all(_INLINE):
        while not each.decomposed and (after := _next_alike(each)) is not None:
            if isinstance(after.previous_sibling, NavigableString):
                each.append(after.previous_sibling)
            each.extend(list(after.contents))
            after.decompose()
    soup.smooth()


def _next_alike(element: Tag) -> Tag | None:
    """The next run of the same kind, where at most a blank lies between."""
    after = element.next_sibling
    if isinstance(after, NavigableString) and not after.strip() and after.next_sibling is not None:
        after = after.next_sibling
    return after if isinstance(after, Tag) and after.name == element.name else None
