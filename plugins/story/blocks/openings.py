"""What begins in a line: each function opens the block whose signs it finds, and says whether it did."""

from plugins.story.blocks import rules
from plugins.story.blocks.block import Container, Leaf, Marker
from plugins.story.blocks.line import Line
from plugins.story.blocks.markers import box, marker_at
from plugins.story.blocks.open_blocks import OpenBlocks

CODE = 4
_MARKDOWN = ("-", "*", "+", "1.", "1)")


def begins(line: Line, blocks: OpenBlocks, depth: int, *, paragraph: Leaf | None, is_whole: bool) -> bool:
    """Open what begins in the `depth`th container; `paragraph` is open, in it (`is_whole`) or deeper.

    Where a leaf was opened, `blocks.leaf` is it, and the line is read.
    """
    if line.rest[:1].isalpha() and "\t" not in line.rest:
        return False  # Nothing begins with a letter, but for what is pasted with tabs.
    if _tabbed(line, blocks, depth):
        return True
    above = paragraph if is_whole else None
    if line.indent >= CODE:
        may_be_item = above is not None or _is_deep(blocks.containers[depth - 1])
        return (may_be_item and _item(line, blocks, depth, above)) or (paragraph is None and _code(line, blocks, depth))
    return (
        (above is not None and _below(above, line, blocks))
        or _leaf(line, blocks, depth)
        or _container(line, blocks, depth)
        or _item(line, blocks, depth, above)
    )


def _is_deep(container: Container) -> bool:
    """Whether this is a list whose items are indented as far as code; it began right below a sentence."""
    last = container.blocks[-1] if container.kind == "list" else None
    return isinstance(last, Container) and last.indent >= CODE


def _tabbed(line: Line, blocks: OpenBlocks, depth: int) -> bool:
    """Rows that Word or a spreadsheet left behind: lines with as many tabs, at least two."""
    width = rules.columns(line.rest)
    if width < 2 or depth > 1 or line.number + 1 >= len(blocks.lines) or marker_at(line.words):
        return False
    after = blocks.lines[line.number + 1]
    if rules.columns(after) != width or after[:1] == "\t" or line.rest[:1] == " ":
        return False
    blocks.close(depth)
    blocks.add(Leaf("table", line.number, [line.rest], mark="\t"))
    return True


def _code(line: Line, blocks: OpenBlocks, depth: int) -> bool:
    blocks.close(depth)
    line.skip(CODE)
    blocks.add(Leaf("code", line.number, [line.rest]))
    return True


def _below(above: Leaf, line: Line, blocks: OpenBlocks) -> bool:
    """A line that makes a heading, or the heading of a table, of the line above it."""
    if rules.is_below_heading(line.words, above.lines[-1]):
        row = above.lines.pop()
        if not above.lines:
            blocks.containers[-1].blocks.remove(above)
        blocks.add(Leaf("table", line.number - 1, [row]))
        return True
    underline = rules.UNDERLINE.match(line.words)
    if underline and not blocks.references.take(above):
        above.kind = "heading"
        above.level = 1 if underline[1][0] == "=" else 2
        return True
    return False


def _leaf(line: Line, blocks: OpenBlocks, depth: int) -> bool:
    words = line.words.rstrip(" \t")
    leaf = None
    if found := rules.HEADING.match(words):
        said = rules.heading_words(words[found.end() :])
        leaf = Leaf("heading", line.number, [said], level=len(found[1]))
    elif found := rules.FENCE.match(words):
        mark, name = (found[1], found[2]) if found[1] else (found[3], found[4])
        leaf = Leaf("fence", line.number, name=name.strip(), mark=mark, indent=line.indent)
    elif rules.RULE.match(words):
        leaf = Leaf("hr", line.number)
    if leaf is None:
        return False
    blocks.close(depth)
    blocks.add(leaf)
    return True


def read_quote(line: Line) -> bool:
    """Read the sign of a quote, if there is one."""
    if line.indent >= CODE or line.words[:1] != ">":
        return False
    line.skip(line.indent)
    line.read(1)
    line.skip(min(line.indent, 1))
    return True


def _container(line: Line, blocks: OpenBlocks, depth: int) -> bool:
    if read_quote(line):
        blocks.close(depth)
        blocks.push(Container("quote", line.number))
    elif found := rules.FOOTNOTE.match(line.words):
        blocks.close(depth)
        _read(line, found.end())
        blocks.push(Container("footnote", line.number, name=found[1], offset=CODE))
    elif rules.MEANING.match(line.words):
        blocks.close(depth)
        blocks.meaning(line, offset=_read(line, 1))
    else:
        return False
    return True


def _item(line: Line, blocks: OpenBlocks, depth: int, above: Leaf | None) -> bool:
    marker = marker_at(line.words, blocks.markers)
    if marker is None or (above and not _may_interrupt(marker, line, blocks)):
        return False
    indent = line.indent
    ticked = box(line.words)
    blocks.close(depth)
    offset = _read(line, marker.signs, most=CODE if marker.kind in _MARKDOWN else len(line.rest))
    if ticked:
        line.rest = f"{ticked} {line.rest}"
    blocks.item(marker, line, indent=indent, offset=offset)
    return True


def _may_interrupt(marker: Marker, line: Line, blocks: OpenBlocks) -> bool:
    """Whether a list begins right below a sentence: with words, and with 1 or what the next line counts on from."""
    if not line.words[marker.signs :].strip(" \t"):
        return False
    if marker.number in (None, 1):
        return True
    after = Line(line.number + 1, "\n".join(blocks.lines[line.number + 1 : line.number + 2]))
    following = marker_at(after.words, (*blocks.markers, marker))
    return following is not None and following.kind == marker.kind and following.number == (marker.number or 0) + 1


def _read(line: Line, signs: int, *, most: int = CODE) -> int:
    """Read a marker and the blanks behind it, up to `most`; the columns of both, with those before them."""
    before = line.indent
    line.skip(before)
    line.read(signs)
    spaces = len(line.rest) - len(line.rest.lstrip("\u00a0 \t"))
    if "\u00a0" in line.rest[:spaces]:
        line.rest = " " + line.rest[spaces:]
    blanks = line.indent
    padding = 1 if line.is_blank or blanks > most else blanks
    line.skip(padding)
    return before + signs + padding
