"""The tree that Markdown made, looked through once: links, pictures, headings, and nothing else let through."""

import posixpath
import re
from dataclasses import field, replace
from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from plugins.contract.addresses import written_out
from plugins.patterns import lazy_pattern
from plugins.problems import Code
from plugins.records import dataclass
from plugins.story.alt import advice
from plugins.story.characters import spelt_out
from plugins.story.detaching import remove, unwrap
from plugins.story.directions import isolate_left_to_right
from plugins.story.links import NO_ADDRESS, decoded, encoded, is_spelt_out, unveil, web_fault
from plugins.story.parts import Figure
from plugins.story.passage import Resolved, Resolver, Unresolved, heading_anchor, in_story
from plugins.story.tree import words_of
from plugins.story.typography import set_in_type, typeset

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ALLOWED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "ul", "blockquote", "pre", "hr", "br", "strong", "em", "del", "dl", "dt", "dd"), ()),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "sup", *_HEADINGS), ()),
    "ol": ("start", "type"),
    "code": ("class",),
    "a": ("href", "title", "id", "role", "aria-label"),
    "li": ("id",),
    "section": ("role", "aria-label"),
    "span": ("role", "aria-label"),
    "img": ("src", "alt", "title"),
    "th": ("style",),
    "td": ("style",),
}
_WEB = ("http", "https")
_SPOKEN_TO = ("mailto", "tel")
_SHOWN_COMMENT = "the comment that begins here would be shown to readers; take it out, or put it on lines of its own"
_CELLS = ("th", "td")
_HOLD_PICTURES = ("p", "li", "dd", "blockquote", "div")
_WORDLESS = lazy_pattern(r"^[ \t>*+\d.)-]*#{1,6}(?:&#?\w+;|[^\w\n])*$", re.MULTILINE)
"""A heading as it is written that has no letter in it."""
_FILE = lazy_pattern(r"[^:?#\x00-\x1f]+\.(?:md|markdown)(?:#[^\s\\]*)?", re.IGNORECASE)
"""A link to a file, which editors write with the blanks and backslashes of its name."""
FaultAt = tuple[str | re.Pattern[str], str, Code, bool]


class ElementRefused(Exception):
    """Markdown made something that it must not: our own mistake, never an author's."""


@dataclass
class Look:
    """One look through one tree.

    `faults` are (needle in the source, message, code, stops), `figures` what pictures are.
    """

    source: str
    resolver: Resolver
    takes_pictures: bool = True
    faults: list[FaultAt] = field(default_factory=list)
    figures: dict[Element, Figure] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)
    level: int = 1
    shows_comment: bool = False
    emptied: list[Element] = field(default_factory=list)
    loose: list[Element] = field(default_factory=list)

    def over(self, root: Element) -> None:
        """Mend or answer everything in the tree."""
        self._children(root)
        typeset(root, self.resolver.language(self.source))
        isolate_left_to_right(root)

    def _children(self, parent: Element) -> None:
        for child in list(parent):
            self._children(child)
            if child.tail:
                child.tail = self._said(child.tail)
            if child in self.emptied and child.tag not in _CELLS and not len(child) and not words_of(child):
                self._take_out(parent, child)
            else:
                self._element(parent, child)

    def _element(self, parent: Element, child: Element) -> None:
        names = child.keys()
        if child.tag not in _ALLOWED or (names and set(names) - set(_ALLOWED[child.tag])):
            raise ElementRefused(f"<{child.tag} {' '.join(names)}> in {self.source}")
        if child.text and child.tag != "code":
            child.text = self._said(child.text)
        if names:
            self._attributes(child)
        if child.tag == "a" and child.get("role"):
            self._note_link(child)
        elif child.tag == "a":
            self._link(parent, child)
        elif child.tag == "img":
            self._picture(parent, child)
        elif child.tag in _HEADINGS:
            self._heading(child)
        elif child.tag == "th":
            child.set("scope", "col")

    def _attributes(self, child: Element) -> None:
        if child.tag != "code":
            for value in child.attrib.values():
                self._comment(unescape(value))
        if "title" in child.attrib:
            child.set("title", spelt_out(child.attrib["title"]))
        child.attrib.pop("style", None)

    def _said(self, text: str) -> str:
        """Letters as they are shown."""
        self._comment(text)
        return spelt_out(text)

    def _comment(self, text: str) -> None:
        """Tell of a comment that the scan took for code and Markdown did not."""
        if "<!--" in text and not self.shows_comment:
            self.faults.append(("<!--", _SHOWN_COMMENT, "hidden-words", True))
            self.shows_comment = True

    def _note_link(self, link: Element) -> None:
        """Point a link between a story and its notes to this very page, wherever the story is shown."""
        page = self.resolver.link(self.source, "#")
        if isinstance(page, Resolved):
            link.set("href", encoded(page.href.partition("#")[0] + link.get("href", "")))

    def _link(self, parent: Element, link: Element) -> None:
        if link.get("href", "").startswith(AMP_SUBSTITUTE):
            unveil(link)
        href = decoded(link.get("href", ""))
        link.set("href", encoded(href))
        words = words_of(link)
        fault = self._lead(link, href)
        if fault:
            link.attrib.pop("href", None)
            self.faults.append((href, f'found "{href[:80]}": {fault.message}', fault.code, True))
        elif link.find(".//a") is not None:
            advice = f'the link to "{href[:80]}" has another link in its words; keep one'
            self.faults.append((href, advice, "link-words", True))
        elif not words:
            advice = f'the link to "{href[:80]}" has no words; write [the words]({href[:80]})'
            self.faults.append((href, advice, "link-words", True))
        elif is_spelt_out(words, href):
            link.set("class", "spelt-out")  # So that print does not say the address once more.
        if link in self.loose:
            unwrap(parent, link)

    def _lead(self, link: Element, href: str) -> Unresolved | None:
        """Point a link where it leads; what is wrong with it, if anything."""
        if re.search(r"[\x00-\x20\\]", href) and not _FILE.fullmatch(href):
            advice = "an address has no spaces and no backslashes; write %20 for a space and / for \\"
            return Unresolved(advice, "not-a-web-address")
        try:
            parts = urlsplit(href)
        except ValueError:
            return Unresolved(NO_ADDRESS, "not-a-web-address")
        if parts.scheme in (*_WEB, *_SPOKEN_TO):
            link.set("href", encoded(written_out(href)))
            wrong = web_fault(parts) if parts.scheme in _WEB else None
            return Unresolved(wrong, "not-a-web-address") if wrong else None
        if parts.scheme or parts.netloc or href.startswith("/") or not href:
            return Unresolved("link to a post by its .md file, or to the web with https:// in front", "link-to-nothing")
        return self._inside(link, href)

    def _inside(self, link: Element, href: str) -> Unresolved | None:
        found = self.resolver.link(self.source, href)
        if isinstance(found, Resolved):
            link.set("href", encoded(found.href))
        elif found is None:
            self.loose.append(link)
        return found if isinstance(found, Unresolved) else None

    def _picture(self, parent: Element, picture: Element) -> None:
        file, alt = decoded(picture.get("src", "")), decoded(picture.get("alt", "")).strip()
        caption = unescape(picture.get("title", "")).strip()
        fault = self._picture_fault(file, alt)
        found = None if fault else self.resolver.picture(self.source, file, alt)
        if isinstance(found, Unresolved):
            fault = found
        elif isinstance(found, Figure):
            fault = self._place_fault(parent)
        if fault is not None:
            self.faults.append((file, f'found the picture "{file[:80]}": {fault.message}', fault.code, True))
            remove(parent, picture)
        elif isinstance(found, Figure):
            in_type = set_in_type(caption, self.resolver.language(self.source))
            self.figures[picture] = replace(found, caption=in_type)
            if alt and (better := advice(alt, file)):
                self.faults.append((alt, better, "description-to-better", False))
        else:
            self._take_out(parent, picture)

    def _take_out(self, parent: Element, child: Element) -> None:
        """Leave nothing of a picture that may not be shown, nor of the link or paragraph that held it alone."""
        remove(parent, child)
        self.emptied.append(parent)

    def _place_fault(self, parent: Element) -> Unresolved | None:
        if not self.takes_pictures:
            return Unresolved("a picture has no place here; show it in the story", "misplaced-picture")
        if parent.tag not in _HOLD_PICTURES:
            advice = "a picture stands on a line of its own, in no heading, link or table, and not in bold"
            return Unresolved(advice, "misplaced-picture")
        return None

    def _picture_fault(self, file: str, alt: str) -> Unresolved | None:
        if alt == posixpath.basename(file):
            advice = "the square brackets hold the file's name; say what the picture shows"
            return Unresolved(advice, "missing-description")
        if ":" in file or file.startswith("/"):
            advice = "a picture lies beside the post; copy it there and write ![what it shows](photos/name.jpg)"
            return Unresolved(advice, "missing-file")
        return None

    def _heading(self, heading: Element) -> None:
        level = int(heading.tag[1])
        words = words_of(heading)
        if not words:
            advice = "this heading has no words; write some behind the #, or take it out"
            self.faults.append((_WORDLESS, advice, "heading", True))
        elif level == 1:
            self.faults.append((words, f"“{words}” is as large as the title; write ## before it", "heading", True))
        elif level > self.level + 1:
            signs = "#" * (self.level + 1)
            advice = f"“{words}” skips a level of heading; write {signs} before it"
            self.faults.append((words, advice, "heading", True))
        self.level = level
        anchor = heading_anchor(words) or "part"
        heading.set("id", in_story(self._own(anchor)))

    def _own(self, anchor: str) -> str:
        """The anchor, with a number when another heading has it: also one that brings a number in its words."""
        count = self.anchors.get(anchor, 0) + 1
        while (name := f"{anchor}-{count}" if count > 1 else anchor) in self.anchors:
            count += 1
        self.anchors |= {name: 1, anchor: count}
        return name
