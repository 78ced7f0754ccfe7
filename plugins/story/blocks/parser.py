"""Blocks as the tree in which Python-Markdown reads what stands in each; in the place of its own block parser."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import AtomicString

from plugins.patterns import lazy_pattern
from plugins.story.blocks import rules
from plugins.story.blocks.block import Container, Leaf, Marker
from plugins.story.blocks.notes import Notes
from plugins.story.blocks.reader import read
from plugins.story.blocks.references import References
from plugins.story.faults import Fault
from plugins.story.other_programs import lost_shape, signs_of_other_programs
from plugins.story.scan import scanned
from plugins.words import stories

_LANGUAGE = lazy_pattern(r"\{[^}]*?\.([\w#+-]+)|([\w#+.-]+)")
_PLAIN = re.compile(r"[^*_`\[\\<~:@\n]*")
"""Words in which Markdown would look for signs in vain; they are most."""
_TICK = lazy_pattern(r"\[([ xX])\][ \t]+(?=\S)")
_UNUSED = "nothing refers to the note “{0}”, so nobody would read it; write [^{0}] where it belongs"
_REPEATED = "there is another note “{}” above, and readers see that one; give this one a name of its own"
_UNENDED = "the code that begins here is not ended; put {} on a line of its own behind it"
_NOT_EXPLAINED = "a line that begins with : explains the words in the line above it, and there are none; take : away"
_IN_TABLE = (
    "this line right below a table is read as a row of it; put an empty line before it, or bars between its cells"
)
_DRAWN = "the code that begins here is meant for another program, and readers see it as it stands; take it out"
_DRAWING = ("chart", "dataview", "dataviewjs", "math", "mermaid", "plantuml", "query", "tasks")
_TOO_MANY = "this row of the table has {} cells and its heading {}; write \\| for a bar in words"
_MOST_CELLS = 50_000
"""Of all tables of a text, with those that fill up short rows: a short row costs as much as its heading is wide."""
_TOO_LARGE = (
    "with this table the story has {:,} cells, which takes too long to turn into a page; take columns or rows out"
)


class StoryBlocks(BlockParser):
    """Reads a text; `faults` are what is to be mended in it, `with_signs` the words that are not yet read as elements.

    `file_of` knows which file a post is, by its name.
    """

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.faults: list[Fault] = []
        self.with_signs: list[str] = []
        self.notes = Notes()
        self.file_of: Callable[[str], str] = str
        self._references = References()
        self._cells = 0

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802  # Python-Markdown's name.
        """Add the blocks of a text to an element."""
        blocks = read(text)
        self.faults = []
        self.with_signs = []
        self._cells = 0
        self._references = blocks.references
        self.notes = Notes(self.notes.source)
        self.notes.gather(blocks.containers[0])
        self._references.gather(blocks.containers[0])
        self._fill(parent, blocks.containers[0])
        self._add_notes(parent)
        self.md.references.update(blocks.references.by_name)

    def _fill(
        self, parent: Element, container: Container, *, is_tight: bool = False, box: Element | None = None
    ) -> None:
        for block in container.blocks:
            if isinstance(block, Container):
                self._container(parent, block)
            elif block.kind != "p":
                self._leaf(parent, block)
            elif block.lines:
                self._paragraph(parent, block, is_tight=is_tight, box=box)
                box = None

    def _container(self, parent: Element, block: Container) -> None:
        match block.kind:
            case "quote":
                self._fill(SubElement(parent, "blockquote"), block)
            case "list":
                self._list(parent, block)
            case "terms":
                self._terms(parent, block)

    def _add_notes(self, parent: Element) -> None:
        """The notes, in the order in which they are referred to: by the text, and by notes."""
        if self.notes.uses:
            section = SubElement(parent, "section", {"role": "doc-endnotes", "aria-label": stories.NOTES})
            made = SubElement(section, "ol")
            while len(made) < len(self.notes.uses):
                name = list(self.notes.uses)[len(made)]
                self._fill(SubElement(made, "li", {"id": self.notes.place(len(made) + 1)}), self.notes.written[name])
            for number, (note, uses) in enumerate(zip(made, self.notes.uses.values(), strict=True), start=1):
                last = note[-1] if len(note) and note[-1].tag == "p" else SubElement(note, "p")
                last.text = f"{last.text or ''}\u00a0"
                last.extend(self.notes.back(number, use) for use in range(1, uses + 1))
        self.faults += [Fault(unused.line, _UNUSED.format(unused.name), "footnote") for unused in self.notes.unused]
        self.faults += [Fault(note.line, _REPEATED.format(note.name), "footnote") for note in self.notes.repeated]

    def _list(self, parent: Element, block: Container) -> None:
        items = [each for each in block.blocks if isinstance(each, Container)]
        made = SubElement(parent, *_list_kind(items[0].marker))
        is_tight = not any(each.after_blank for each in items[1:]) and not any(map(_is_loose, items))
        for item in items:
            self._fill(SubElement(made, "li"), item, is_tight=is_tight, box=_box(item))

    def _terms(self, parent: Element, block: Container) -> None:
        made = SubElement(parent, "dl")
        if isinstance(block.blocks[0], Container):
            self.faults.append(Fault(block.line, _NOT_EXPLAINED, "lost-shape"))
        for each in block.blocks:
            if isinstance(each, Leaf):
                for place, term in enumerate(each.lines):
                    SubElement(made, "dt").text = self._scanned(each.line + place, term)
            else:
                self._fill(SubElement(made, "dd"), each, is_tight=not each.after_blank and not _is_loose(each))

    def _paragraph(self, parent: Element, leaf: Leaf, *, is_tight: bool, box: Element | None) -> None:
        written = "\n".join(leaf.lines)
        self._tell(leaf.line, lost_shape(written))
        text = self._scanned(leaf.line, written)
        holder = parent if is_tight else SubElement(parent, "p")
        if box is not None:
            box.tail = f" {text}"
            holder.append(box)
        elif len(holder):
            holder[-1].tail = text
        else:
            holder.text = text

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
            self.faults.append(Fault(leaf.line, _UNENDED.format(leaf.mark), "not-closed"))
        found = _LANGUAGE.match(leaf.name)
        if found and found[2] in _DRAWING:
            self.faults.append(Fault(leaf.line, _DRAWN, "other-program", stops=False))
        code = SubElement(
            SubElement(parent, "pre"), "code", {"class": f"language-{found[1] or found[2]}"} if found else {}
        )
        lines = leaf.lines
        while leaf.kind == "code" and not lines[-1].strip(" \t"):
            lines.pop()
        written = "".join(f"{line}\n" for line in lines)
        code.text = AtomicString(escape(written, quote=False))

    def _table(self, parent: Element, leaf: Leaf) -> None:
        split = _tabbed if leaf.mark else rules.cells
        first = split(leaf.lines[0])
        self._cells += len(first) * len(leaf.lines)
        if self._cells > _MOST_CELLS:
            self.faults.append(Fault(leaf.line, _TOO_LARGE.format(self._cells), "too-large"))
            return
        table = SubElement(parent, "table")
        has_heading = not leaf.mark or all(cell and not cell[0].isdigit() for cell in first[1:])
        if has_heading:
            self._row(SubElement(SubElement(table, "thead"), "tr"), "th", leaf.line, first)
        rows = leaf.lines[has_heading:]
        body = SubElement(table, "tbody") if rows else table
        for place, row in enumerate(rows, start=leaf.line + has_heading + (not leaf.mark)):
            cells = split(row)
            if len(cells) > len(first):
                self.faults.append(Fault(place, _TOO_MANY.format(len(cells), len(first)), "lost-shape"))
            elif len(cells) < len(first) and "|" not in row:
                self.faults.append(Fault(place, _IN_TABLE, "lost-shape", stops=False))
            self._row(SubElement(body, "tr"), "td", place, [*cells, *[""] * (len(first) - len(cells))])

    def _row(self, row: Element, tag: str, line: int, cells: Iterable[str]) -> None:
        for cell in cells:
            SubElement(row, tag).text = self._scanned(line, cell)

    def _tell(self, line: int, faults: Iterable[Fault]) -> None:
        self.faults += [replace(fault, line=line + fault.line) for fault in faults]

    def _scanned(self, line: int, text: str) -> str:
        clean, faults = scanned(text)
        faults += signs_of_other_programs(clean, self._references.by_name, self.notes.written, self.file_of)
        self._tell(line, faults)
        clean = self.notes.numbered(clean.strip(" \t\n"))
        if _PLAIN.fullmatch(clean) and "www." not in clean.lower():
            return AtomicString(clean)
        self.with_signs.append(clean)
        return clean


def _list_kind(first: Marker | None) -> tuple[str, dict[str, str]]:
    """The tag and the attributes of a list."""
    if first is None or first.number is None:
        return "ul", {}
    start = {"start": str(first.number)} if first.number != 1 else {}
    return "ol", start | ({"type": first.kind[0]} if first.kind[0] != "1" else {})


def _box(item: Container) -> Element | None:
    """What is shown for `[ ]` or `[x]` at the beginning of an item, which is taken away there."""
    first = item.blocks[0] if item.blocks else None
    # A paragraph that said only where links lead has no lines left.
    found = _TICK.match(first.lines[0]) if isinstance(first, Leaf) and first.kind == "p" and first.lines else None
    if found is None or not isinstance(first, Leaf):
        return None
    first.lines[0] = first.lines[0][found.end() :]
    is_done = found[1] != " "
    box = Element("span", {"role": "img", "aria-label": stories.DONE if is_done else stories.TO_DO})
    box.text = AtomicString("☑" if is_done else "☐")
    return box


def _is_loose(container: Container) -> bool:
    return any(block.after_blank for block in container.blocks[1:])


def _tabbed(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("\t")]
