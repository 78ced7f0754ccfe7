"""Code between fences, brought into Markdown's own tree.

Of what stands in braces behind a fence only the language is kept: ids and classes are the theme's.
"""

from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE

FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE


class Fences(Preprocessor):
    """Takes fenced code out of the text, before Markdown reads it, and leaves a paragraph in its place.

    `blocks` are those of the text that was read last.
    """

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self.blocks: list[Element] = []

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a paragraph for each block of code."""
        text = "\n".join(lines)
        self.blocks = []
        position = 0
        while fenced := FENCED.search(text, position):
            attributes, wrong = get_attrs_and_remainder(fenced["attrs"] or "")
            if wrong:
                position = fenced.end("attrs")
                continue
            named = [value for key, value in attributes if key == "." and value]
            language = named[0] if named else fenced["lang"]
            left = HTML_PLACEHOLDER % len(self.blocks)
            self.blocks.append(_block(fenced["code"], language))
            text = f"{text[: fenced.start()]}\n{left}\n{text[fenced.end() :]}"
            position = fenced.start() + 1 + len(left)
        return text.split("\n")


class FencedBlocks(Treeprocessor):
    """Puts them where the paragraphs stand that were left for them; Markdown may have made terms of a list of these."""

    def __init__(self, fences: Fences) -> None:
        super().__init__(fences.md)
        self._fences = fences

    def run(self, root: Element) -> None:
        """Replace the paragraphs."""
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                left = HTML_PLACEHOLDER_RE.fullmatch(child.text or "")
                if left and child.tag == "p":
                    parent[place] = self._block(left[1])
                    parent[place].tail = child.tail
                elif left:
                    child.text = None
                    child.insert(0, self._block(left[1]))

    def _block(self, number: str) -> Element:
        return self._fences.blocks[int(number)]


def _block(code: str, language: str | None) -> Element:
    block = Element("pre")
    inside = SubElement(block, "code", {"class": f"language-{language}"} if language else {})
    inside.text = escape(code, quote=False).replace('"', "&quot;")
    return block
