"""XML from outside, read without what makes XML dangerous: no document type, so no entities that grow or fetch."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from plugins.comments.imports.decoding import decoded_text
from plugins.comments.imports.errors import XmlError, parse_error
from plugins.comments.imports.unpacking import unpacked

_DEEPEST = 100


class _Reader:
    """Builds a tree of what expat tells; names keep no namespace, which these formats change with their version."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = 0
        self.parser = expat.ParserCreate("utf-8", "}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise XmlError("its elements lie too deep in one another for an export")
        self.builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(_local(name))

    def _refuse(self, *_arguments: object) -> None:
        raise XmlError("it declares a document type; an export has none, and one can do harm")


def read_xml(file: Path) -> Element:
    """The tree of an export, names without namespaces; the parts of a .zip are one. Raises XmlError."""
    with unpacked(file) as files:
        first, *more = [_tree(decoded_text(pieces)) for pieces in files]
    for other in more:
        _join(first, other)
    return first


def _tree(text: Iterable[str]) -> Element:
    reader = _Reader()
    try:
        for piece in text:
            reader.parser.Parse(piece.encode(), False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise parse_error(error) from None
    return reader.builder.close()


def _join(whole: Element, part: Element) -> None:
    """What a website exported in several files: posts that stand in a channel, or beside one another."""
    if whole.tag != part.tag:
        raise XmlError("there are exports of different kinds in it; unpack it, and bring them in one by one")
    channel, other = whole.find("channel"), part.find("channel")
    if channel is None or other is None:
        whole.extend(part)
    else:
        channel.extend(other)


def child_text(node: Element, name: str) -> str:
    """The text of the child `name`; empty if there is none."""
    child = node.find(name)
    return (child.text or "").strip() if child is not None else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
