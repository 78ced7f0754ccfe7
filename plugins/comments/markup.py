"""A comment's markup, written anew by HTML's content rules [HTML, 3.2.5 and 4.4] out of the tree that it was read as.

Taking forbidden tags out leaves what they stood in: a list item without its list, a paragraph in emphasis, a link
around nothing. So nothing is repaired. The words go into fresh elements, outermost first: blocks in blocks that take
them, then a paragraph or list item, then what stands within a line. An element is opened when its first word comes,
so none is empty; every word is kept, in its order.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser

from plugins.records import dataclass

WITHIN_A_LINE = frozenset(("a", "b", "code", "em", "i", "strong"))
BLOCKS = frozenset(("blockquote", "li", "ol", "p", "pre", "ul"))
_LISTS = frozenset(("ol", "ul"))
_DEEPEST = 8
"""Blocks within blocks that a phone can still show; what lies deeper stands in the last of them."""
_DEEPEST_READ = 64
_MOST_BREAKS = 2
_REL = "nofollow ugc noopener noreferrer"
LINK = re.compile(rf'<a href="([^"]*)" rel="{_REL}">(.*?)</a>', re.DOTALL)
"""A link as it is written here; none stands in another."""
_BLANKS = re.compile(r"[ \n\f\r\t]+")
_BLANK_LINES = re.compile(r"^(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class _Element:
    """An element read or written. `mark` tells two of one name apart; a list item without one is any that is open."""

    tag: str
    mark: object = None
    href: str = ""

    @property
    def start(self) -> str:
        return f'<a href="{escape(self.href)}" rel="{_REL}">' if self.tag == "a" else f"<{self.tag}>"

    def is_same(self, other: "_Element") -> bool:
        return self.tag == other.tag and (self.mark is None or self.mark == other.mark)


def rebuilt(html: str, *, seen: Callable[[str], str], leads: Callable[[str], str], typed: bool = False) -> str:
    """The markup of a tree that is well nested, by the rules.

    `seen` is what is kept of a text's letters, `leads` the address that a link may have (empty: none). `typed`: a line
    end is one, and an empty line ends a paragraph, as in a field that somebody typed into.
    """
    writer = _Writer(seen, leads, typed)
    writer.feed(html)
    writer.close()
    return writer.written()


class _Writer(HTMLParser):
    """Reads the tree from its first letter to its last, and writes as it goes."""

    def __init__(self, seen: Callable[[str], str], leads: Callable[[str], str], typed: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._seen, self._leads, self._typed = seen, leads, typed
        self._out: list[str] = []
        self._read: list[_Element] = []
        self._open: list[_Element] = []
        self._beyond = 0
        self._number = self._part_number = 0
        self._breaks = self._line_ends = 0
        self._has_space = False
        self._blank = ""

    def written(self) -> str:
        self._close(0)
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break()
            return
        self._number += 1
        href = self._leads(dict(attrs).get("href") or "") if tag == "a" else ""
        if len(self._read) == _DEEPEST_READ:
            self._beyond += 1
        elif tag != "hr":
            self._read.append(_Element(tag if tag != "a" or href else "", self._number, href))
        if tag not in WITHIN_A_LINE:
            self._part(1)

    def handle_endtag(self, tag: str) -> None:
        if self._beyond:
            self._beyond -= 1
        else:
            self._read.pop()
        if tag not in WITHIN_A_LINE:
            self._part(1)

    def handle_data(self, data: str) -> None:
        text = self._seen(data)
        if self._is_preformatted():
            self._say_preformatted(text)
        elif self._typed:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._end_line()
                self._say(line)
        else:
            self._say(text)

    def _part(self, breaks: int) -> None:
        """What comes now stands apart from what came before."""
        self._part_number += 1
        self._breaks, self._line_ends = max(self._breaks, breaks), 0
        self._blank = self._blank if self._blank.endswith("\n") else f"{self._blank}\n"

    def _break(self) -> None:
        self._breaks, self._line_ends = min(self._breaks + 1, _MOST_BREAKS), 0
        self._blank += "\n"

    def _end_line(self) -> None:
        self._line_ends += 1
        if self._line_ends > 1:
            self._part(_MOST_BREAKS)
        self._breaks = max(self._breaks, 1)

    def _say(self, text: str) -> None:
        words = text.strip()
        self._has_space |= text[:1].isspace()
        if words:
            self._write(_BLANKS.sub(" ", words))
            self._has_space = text[-1:].isspace()

    def _say_preformatted(self, text: str) -> None:
        words = text.strip()
        if not words:
            self._blank += text
            return
        start = text.index(words)
        self._blank += text[:start]
        self._write(words)
        self._blank = text[start + len(words) :]

    def _write(self, words: str) -> None:
        """Close what the words do not stand in, open what they do, and say them."""
        wanted = [*self._blocks(), *self._within_a_line()]
        kept = next(
            (n for n, (new, old) in enumerate(zip(wanted, self._open, strict=False)) if not new.is_same(old)),
            min(len(wanted), len(self._open)),
        )
        fresh = [each for each in wanted[kept:] if each.tag in BLOCKS]
        is_apart = bool(fresh) or any(each.tag in BLOCKS for each in self._open[kept:])
        self._close(kept)
        self._start(fresh)
        self._out.append(self._gap(is_apart))
        self._start(wanted[kept + len(fresh) :])
        self._out.append(escape(words, quote=False))
        self._breaks, self._line_ends, self._has_space, self._blank = 0, 0, False, ""

    def _gap(self, is_apart: bool) -> str:
        """What parts these words from those before."""
        if self._is_preformatted():
            return _BLANK_LINES.sub("", self._blank) if is_apart else self._blank
        if is_apart:
            return ""
        return "<br>" * self._breaks if self._breaks else " " * self._has_space

    def _blocks(self) -> list[_Element]:
        """The blocks that the next words stand in."""
        path: list[_Element] = []
        in_paragraph = False
        for read in self._read:
            around = path[-1].tag if path else ""
            if read.tag in WITHIN_A_LINE or not read.tag or around == "pre":
                continue
            way = [*_way_in(read, around, path), read]
            if read.tag not in BLOCKS - {"p"} or len(path) + len(way) > _DEEPEST:
                in_paragraph = True
                continue
            path += way
            in_paragraph = False
        around = path[-1].tag if path else ""
        if around in _LISTS:
            path.append(_Element("li", ("words", self._part_number)))
        elif around in ("", "blockquote") or (around == "li" and in_paragraph):
            path.append(_Element("p", self._part_number))
        return path

    def _within_a_line(self) -> Iterator[_Element]:
        """No element stands within its like; of links around links the innermost counts."""
        found: dict[str, _Element] = {}
        for read in self._read:
            if read.tag == "a":
                found.pop("a", None)
            if read.tag in WITHIN_A_LINE:
                found.setdefault(read.tag, read)
        return iter(found.values())

    def _is_preformatted(self) -> bool:
        return any(each.tag == "pre" for each in self._blocks())

    def _start(self, elements: list[_Element]) -> None:
        self._out += (each.start for each in elements)
        self._open += elements

    def _close(self, kept: int) -> None:
        self._out += (f"</{each.tag}>" for each in reversed(self._open[kept:]))
        del self._open[kept:]


def _way_in(read: _Element, around: str, path: list[_Element]) -> Iterator[_Element]:
    """What must stand between: a list around an item; in a list an item, the one that is open, around all else."""
    if read.tag == "li" and around not in _LISTS:
        yield _Element("ul", ("around", path[-1].mark if path else None))
    if read.tag != "li" and around in _LISTS:
        yield _Element("li")
