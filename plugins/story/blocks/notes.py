"""Notes below a text [GFM footnotes]: which there are, and in which order the text refers to them."""

from collections.abc import Iterator
from dataclasses import field
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from plugins.files.names import slug
from plugins.patterns import lazy_pattern
from plugins.records import dataclass
from plugins.story.blocks.block import Container, Leaf
from plugins.story.code_spans import without_code_spans
from plugins.story.passage import in_story
from plugins.words import stories

NOTE = lazy_pattern(r"(?<!\\)(?<!!)\[\^([^\]\s]+)\]")
REFERENCE = "[^\x03{}.{}]"
"""A reference as Markdown is given it: the note's number, and how often it was referred to."""


@dataclass(slots=True)
class Notes:
    """The notes of one text; its file begins their ids, which are unique wherever stories stand together."""

    source: str = ""
    written: dict[str, Container] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)
    repeated: list[Container] = field(default_factory=list)

    def gather(self, container: Container) -> None:
        """Find the notes in a container, at any depth; the second of two with one name is only told."""
        for block in container.blocks:
            if not isinstance(block, Leaf):
                if block.kind == "footnote" and self.written.setdefault(block.name.lower(), block) is not block:
                    self.repeated.append(block)
                self.gather(block)

    def numbered(self, text: str) -> str:
        """The text with the numbers of its notes in the place of their names."""
        if not self.written:
            return text
        kept: list[str] = []
        position = 0
        for found in NOTE.finditer(without_code_spans(text)):
            name = found[1].lower()
            if name in self.written:
                self.uses[name] = self.uses.get(name, 0) + 1
                kept += [text[position : found.start()], REFERENCE.format(self.number(name), self.uses[name])]
                position = found.end()
        return "".join([*kept, text[position:]])

    def number(self, name: str) -> int:
        """A note's number: notes are counted as the text refers to them."""
        return list(self.uses).index(name) + 1

    @property
    def unused(self) -> Iterator[Container]:
        """The notes to which nothing refers."""
        return (note for name, note in self.written.items() if name not in self.uses)

    def place(self, number: int, use: int = 0) -> str:
        """The id of a note, or of the place that refers to it so often."""
        suffix = f"-from{f'-{use}' if use > 1 else ''}" if use else ""
        return in_story(f"{slug(self.source.removesuffix('.md'))}-note-{number}{suffix}")

    def reference(self, number: int, use: int) -> Element:
        """The link from the text to a note."""
        made = Element("sup")
        link = SubElement(made, "a", {"href": f"#{self.place(number)}", "id": self.place(number, use)})
        link.attrib |= {"role": "doc-noteref", "aria-label": stories.note(number)}
        link.text = AtomicString(str(number))
        return made

    def back(self, number: int, use: int) -> Element:
        """The link from a note back to the text."""
        link = Element("a", {"href": f"#{self.place(number, use)}", "role": "doc-backlink"})
        link.attrib["aria-label"] = stories.back(number, use)
        link.text = AtomicString("\u21a9\ufe0e")
        return link
