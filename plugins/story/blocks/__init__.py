"""The blocks of Markdown: paragraphs, lists, tables, code. What stands in each of them, Python-Markdown reads."""

from plugins.story.blocks.open_blocks import TooDeep
from plugins.story.blocks.parser import StoryBlocks

__all__ = ["StoryBlocks", "TooDeep"]
