"""Where links with a name lead: `[name]: address "title"` at the beginning of a paragraph."""

from dataclasses import field

from plugins.patterns import lazy_pattern
from plugins.records import dataclass
from plugins.story.blocks.block import Container, Leaf

_BEGINNING = r"\[(?P<name>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*\n?[ \t]*(?P<address><(?:[^<>\n\\]|\\.)*>|[^\s<]\S*)"
_TITLE = r"""(?:[ \t]+|[ \t]*\n[ \t]*)(?P<title>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_TITLED, _UNTITLED = (lazy_pattern(rf"{_BEGINNING}{title}[ \t]*(?:\n|$)") for title in (_TITLE, ""))

_ADDRESS = lazy_pattern(r"<|#\w|\S*[/.:@]\w|/")
"""What looks like an address: `[Ada]: Yes` is what Ada said."""


@dataclass(slots=True)
class References:
    """The addresses and titles by name, as Markdown asks for them; the first of two with one name counts."""

    by_name: dict[str, tuple[str, str]] = field(default_factory=dict)

    def gather(self, container: Container) -> None:
        """Take the definitions out of all paragraphs in a container, at any depth."""
        for block in container.blocks:
            if isinstance(block, Container):
                self.gather(block)
            elif block.kind == "p":
                self.take(block)

    def take(self, paragraph: Leaf) -> bool:
        """Take the definitions out of the beginning of a paragraph; whether nothing is left of it."""
        if not paragraph.lines or not paragraph.lines[0].startswith("["):
            return not paragraph.lines
        text = "\n".join(paragraph.lines)
        start = 0
        while found := _TITLED.match(text, start) or _UNTITLED.match(text, start):
            name = " ".join(found["name"].split()).lower()
            if not name or not _ADDRESS.match(found["address"]):
                break
            title = found.groupdict().get("title")
            self.by_name.setdefault(name, (found["address"].strip("<>"), title[1:-1] if title else ""))
            start = found.end()
        taken = text.count("\n", 0, start) + (start == len(text) and start > 0)
        paragraph.line += taken
        del paragraph.lines[:taken]
        return not paragraph.lines
