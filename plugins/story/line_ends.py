"""Line ends between blocks, so that people can read a page's source; code stays as it was typed."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor


class LineEnds(Treeprocessor):
    """Puts a line end behind each block, before a block's first, and behind `<br>`."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(markdown)
        self._blocks = frozenset(markdown.block_level_elements)

    def run(self, root: Element) -> None:
        self._below(root)
        for br in root.iter("br"):
            br.tail = f"\n{(br.tail or '').lstrip()}"

    def _below(self, element: Element) -> None:
        for child in element:
            if child.tag not in self._blocks:
                continue
            if len(child) and child.tag != "pre":
                self._below(child)
            if not (child.tail or "").strip():
                child.tail = "\n"
        if len(element) and element[0].tag in self._blocks and not (element.text or "").strip():
            element.text = "\n"
