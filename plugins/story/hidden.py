"""Comments of Obsidian: hidden there, shown to everybody here. So they are findings, and taken out."""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern
from plugins.story.blocks.block import Block, Leaf
from plugins.story.blocks.open_blocks import TooDeep
from plugins.story.blocks.reader import read
from plugins.story.faults import Fault
from plugins.story.scan import GONE, without_code

_HIDDEN = lazy_pattern(r"(?<![\d%])%%(?!%)[^%].*?%%|^%%(?=[ \t]*$)[^%]*\Z", re.DOTALL | re.MULTILINE)
_ADVICE = "a comment of Obsidian, which readers would see; take it out, or write <!-- before it and --> behind it"


def without_hidden(text: str) -> tuple[str, list[Fault]]:
    """The text with GONE in place of such comments, and a finding for each; code may hold their signs."""
    if "%%" not in text:
        return text, []
    faults: list[Fault] = []
    kept: list[str] = []
    position = 0
    for found in _HIDDEN.finditer(_without_indented_code(text)):
        shown = text[found.start() : found.end()][:40]
        faults.append(Fault(text.count("\n", 0, found.start()), f'found "{shown}", {_ADVICE}', "hidden-words"))
        kept += [text[position : found.start()], re.sub(r"[^\n]", GONE, found[0])]
        position = found.end()
    return "".join([*kept, text[position:]]), faults


def _without_indented_code(text: str) -> str:
    lines = without_code(text).split("\n")
    try:
        blocks = read(text).containers[0].blocks
    except TooDeep:
        blocks = []  # That is told when the story is read.
    for leaf in _leaves(blocks):
        if leaf.kind == "code":
            for place in range(leaf.line, leaf.line + len(leaf.lines)):
                lines[place] = " " * len(lines[place])
    return "\n".join(lines)


def _leaves(blocks: list[Block]) -> Iterator[Leaf]:
    for block in blocks:
        if isinstance(block, Leaf):
            yield block
        else:
            yield from _leaves(block.blocks)
