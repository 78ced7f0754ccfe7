"""A text as blocks, read line by line as CommonMark reads it [CommonMark 0.31, "A parsing strategy"].

Each line goes on with the containers that are open, then may begin others; what is left belongs to the innermost.
Where we read otherwise, decision 146 says why.
"""

from plugins.story.blocks import rules
from plugins.story.blocks.block import Container, Leaf, Marker
from plugins.story.blocks.line import Line
from plugins.story.blocks.markers import marker_at
from plugins.story.blocks.open_blocks import OpenBlocks
from plugins.story.blocks.openings import CODE, begins, read_quote
from plugins.story.scan import GONE


def read(text: str) -> OpenBlocks:
    """All blocks of a text, in the first of the containers, and where its links with a name lead."""
    blocks = OpenBlocks(text.split("\n"))
    for number, written in enumerate(blocks.lines):
        if GONE in written and not written.strip(f"{GONE} \t"):
            _end_paragraph(blocks)
        else:
            _read_line(Line(number, written.replace(GONE, "")), blocks)
    return blocks


def _end_paragraph(blocks: OpenBlocks) -> None:
    """Where a line held but a comment, a paragraph ends; a list goes on, and its items are no further apart."""
    if blocks.leaf and blocks.leaf.kind in ("p", "table"):
        blocks.leaf = None


def _read_line(line: Line, blocks: OpenBlocks) -> None:
    depth = _continued(line, blocks)
    is_whole = depth == len(blocks.containers)
    if is_whole and blocks.leaf and _goes_on(blocks.leaf, line, blocks):
        return
    paragraph = blocks.leaf if blocks.leaf and blocks.leaf.kind == "p" else None
    is_blank = line.is_blank
    while not line.is_blank and begins(line, blocks, depth, paragraph=paragraph, is_whole=is_whole):
        if blocks.leaf:
            blocks.blank_in = None
            return
        depth, paragraph, is_whole = len(blocks.containers), None, True
    if line.is_blank:
        blocks.close(depth)
        blocks.blank_in = blocks.quote if is_blank else None
        return
    if paragraph is None:
        blocks.close(depth)
        paragraph = blocks.add(Leaf("p", line.number))
    paragraph.lines.append(line.words)
    blocks.blank_in = None


def _continued(line: Line, blocks: OpenBlocks) -> int:
    """How many of the open containers the line goes on with; their signs are read."""
    for depth, container in enumerate(blocks.containers):
        if not _continues(container, line, blocks):
            return depth
    return len(blocks.containers)


def _continues(container: Container, line: Line, blocks: OpenBlocks) -> bool:
    match container.kind:
        case "document" | "list" | "terms":
            return True
        case "quote":
            return read_quote(line)
        case "item" if line.is_blank:
            return bool(container.blocks)
        case "item" if line.indent < container.offset and not _is_meant_for(container, line, blocks):
            return False
        case "meaning" | "footnote" if line.indent < 2 and not line.is_blank:
            return False
    line.skip(min(line.indent, container.offset))
    return True


def _is_meant_for(item: Container, line: Line, blocks: OpenBlocks) -> bool:
    """Whether a line belongs to an item although it is not indented as far as the item's words."""
    marker, own = marker_at(line.words, blocks.markers), item.marker
    if marker is None or own is None:
        return item.indent + 2 <= line.indent < CODE
    if line.indent < item.indent + 2:
        around = blocks.markers[: blocks.markers.index(own) + 1]
        is_other = all(marker.kind != other.kind for other in around)
        return is_other and bool(marker.nested) and marker.nested == own.nests
    if marker.number is None:
        return True
    return not _follows(marker, own) or any(_follows(marker, deeper) for deeper in _below(own, blocks.markers))


def _follows(marker: Marker, before: Marker) -> bool:
    return marker.kind == before.kind and marker.number == (before.number or 0) + 1


def _below(marker: Marker, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    return markers[markers.index(marker) + 1 :]


def _goes_on(leaf: Leaf, line: Line, blocks: OpenBlocks) -> bool:
    """Whether the line belongs to the leaf that is open, paragraphs apart; then it is read."""
    match leaf.kind:
        case "p":
            return False
        case "fence":
            _fenced(leaf, line, blocks)
            return True
        case "code" if line.is_blank or line.indent >= CODE:
            blocks.blank_in = blocks.quote if line.is_blank else None
            line.skip(CODE)
        case "table" if not line.is_blank and _is_row(leaf, line):
            pass
        case _:
            blocks.leaf = None
            return False
    leaf.lines.append(line.rest)
    return True


def _fenced(fence: Leaf, line: Line, blocks: OpenBlocks) -> None:
    signs = line.words.rstrip(" \t")
    if line.indent < CODE and len(signs) >= len(fence.mark) and not signs.strip(fence.mark[0]):
        fence.is_ended = True
        blocks.leaf = None
    else:
        line.skip(min(line.indent, fence.indent))
        fence.lines.append(line.rest)


def _is_row(table: Leaf, line: Line) -> bool:
    if table.mark:
        return rules.columns(line.rest) == rules.columns(table.lines[0])
    return line.indent < CODE and not rules.ENDS_TABLE.match(line.words) and marker_at(line.words) is None
