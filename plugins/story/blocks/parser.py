"""Blocks as the tree in which Python-Markdown reads what stands in each; in the place of its own block parser."""

import re
from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import AtomicString

from plugins.story.blocks import rules
from plugins.story.blocks.block import Container, Leaf, Marker
from plugins.story.blocks.reader import read
from plugins.story.blocks.references import References
from plugins.story.faults import Fault
from plugins.story.scan import scanned

_LANGUAGE = re.compile(r"\{[^}]*?\.([\w#+-]+)|([\w#+.-]+)")
_PLAIN = re.compile(r"[^*_`\[\\<~:@\n]*")
"""Words in which Markdown would look for signs in vain; they are most."""
_UNENDED = "the code that begins here is not ended; put {} on a line of its own behind it"
_NOT_EXPLAINED = "a line that begins with : explains the words in the line above it, and there are none; take : away"
_TOO_MANY = "this row of the table has {} cells and its heading {}; write \\| for a bar in words"


class StoryBlocks(BlockParser):
    """Reads a text; `faults` are what is to be mended in it, by line."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.faults: list[Fault] = []
        self._references = References()

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802  # Python-Markdown's name.
        """Add the blocks of a text to an element."""
        blocks = read(text)
        self.faults = []
        self._references = blocks.references
        self._fill(parent, blocks.containers[0])
        self.md.references.update(blocks.references.by_name)

    def _fill(self, parent: Element, container: Container, *, is_tight: bool = False) -> None:
        for block in container.blocks:
            if isinstance(block, Container):
                self._container(parent, block)
            elif block.kind != "p":
                self._leaf(parent, block)
            elif not self._references.take(block):
                self._paragraph(parent, block, is_tight=is_tight)

    def _container(self, parent: Element, block: Container) -> None:
        match block.kind:
            case "quote":
                self._fill(SubElement(parent, "blockquote"), block)
            case "list":
                self._list(parent, block)
            case _:
                self._terms(parent, block)

    def _list(self, parent: Element, block: Container) -> None:
        items = [each for each in block.blocks if isinstance(each, Container)]
        made = SubElement(parent, *_list_kind(items[0].marker))
        is_tight = not any(each.after_blank for each in items[1:]) and not any(map(_is_loose, items))
        for item in items:
            self._fill(SubElement(made, "li"), item, is_tight=is_tight)

    def _terms(self, parent: Element, block: Container) -> None:
        made = SubElement(parent, "dl")
        if isinstance(block.blocks[0], Container):
            self.faults.append(Fault(block.line, _NOT_EXPLAINED))
        for each in block.blocks:
            if isinstance(each, Leaf):
                for place, term in enumerate(each.lines):
                    SubElement(made, "dt").text = self._scanned(each.line + place, term)
            else:
                self._fill(SubElement(made, "dd"), each, is_tight=not each.after_blank and not _is_loose(each))

    def _paragraph(self, parent: Element, leaf: Leaf, *, is_tight: bool) -> None:
        text = self._scanned(leaf.line, "\n".join(leaf.lines))
        if not is_tight:
            SubElement(parent, "p").text = text
        elif len(parent):
            parent[-1].tail = text
        else:
            parent.text = text

    def _leaf(self, parent: Element, leaf: Leaf) -> None:
        match leaf.kind:
            case "heading":
                SubElement(parent, f"h{leaf.level}").text = self._scanned(leaf.line, "\n".join(leaf.lines))
            case "hr":
                SubElement(parent, "hr")
            case "table":
                self._table(parent, leaf)
            case _:
                self._code(parent, leaf)

    def _code(self, parent: Element, leaf: Leaf) -> None:
        if leaf.kind == "fence" and not leaf.is_ended:
            self.faults.append(Fault(leaf.line, _UNENDED.format(leaf.mark)))
        found = _LANGUAGE.match(leaf.name)
        code = SubElement(
            SubElement(parent, "pre"), "code", {"class": f"language-{found[1] or found[2]}"} if found else {}
        )
        lines = leaf.lines
        while leaf.kind == "code" and not lines[-1].strip():
            lines.pop()
        written = "".join(f"{line}\n" for line in lines)
        code.text = AtomicString(escape(written, quote=False))

    def _table(self, parent: Element, leaf: Leaf) -> None:
        table = SubElement(parent, "table")
        rows = [_tabbed(row) for row in leaf.lines] if leaf.mark else [rules.cells(row) for row in leaf.lines]
        width = len(rows[0])
        if not leaf.mark or all(cell and not cell[0].isdigit() for cell in rows[0][1:]):
            self._row(SubElement(SubElement(table, "thead"), "tr"), "th", leaf.line, rows.pop(0))
        body = SubElement(table, "tbody") if rows else table
        for place, row in enumerate(rows, start=leaf.line + 2 - bool(leaf.mark) - (not len(table[0]))):
            if len(row) > width:
                self.faults.append(Fault(place, _TOO_MANY.format(len(row), width)))
            self._row(SubElement(body, "tr"), "td", place, [*row, *[""] * (width - len(row))])

    def _row(self, row: Element, tag: str, line: int, cells: Iterable[str]) -> None:
        for cell in cells:
            SubElement(row, tag).text = self._scanned(line, cell)

    def _scanned(self, line: int, text: str) -> str:
        clean, faults = scanned(text)
        self.faults += [Fault(line + fault.line, fault.message, fault.stops) for fault in faults]
        clean = clean.strip(" \t\n")
        return AtomicString(clean) if _PLAIN.fullmatch(clean) else clean


def _list_kind(first: Marker | None) -> tuple[str, dict[str, str]]:
    """The tag and the attributes of a list."""
    if first is None or first.number is None:
        return "ul", {}
    start = {"start": str(first.number)} if first.number != 1 else {}
    return "ol", start | ({"type": first.kind[0]} if first.kind[0] != "1" else {})


def _is_loose(container: Container) -> bool:
    return any(block.after_blank for block in container.blocks[1:])


def _tabbed(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("\t")]
