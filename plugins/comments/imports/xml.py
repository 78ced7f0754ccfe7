"""XML from outside, read without what makes XML dangerous: no document type, so no entities that grow or fetch."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_LARGEST = 512 * 1024 * 1024
_DEEPEST = 100
_A_PIECE = 64 * 1024


class XmlError(Exception):
    """A file that cannot be read as XML, or that must not be; the message says why."""


class _Reader:
    """Builds a tree of what expat tells; names keep no namespace, which these formats change with their version."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = 0
        self.parser = expat.ParserCreate(None, "}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise XmlError("its elements lie too deep in one another for an export of comments")
        self.builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(_local(name))

    def _refuse(self, *_told: object) -> None:
        raise XmlError("it declares a document type; an export of comments has none, and one can do harm")


def read_xml(file: Path) -> Element:
    """The tree of an XML file, names without namespaces; raises XmlError."""
    reader = _Reader()
    try:
        for piece in _pieces(file):
            reader.parser.Parse(piece, False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise XmlError(f"line {error.lineno}: it is not whole XML ({expat.ErrorString(error.code)})") from None
    except (LookupError, ValueError):
        raise XmlError("it is in an encoding that is not read here; save it as UTF-8") from None
    except OSError as error:
        raise XmlError(f"it cannot be read ({error.strerror})") from None
    return reader.builder.close()


def _pieces(file: Path) -> Iterator[bytes]:
    read = 0
    with file.open("rb") as opened:
        while piece := opened.read(_A_PIECE):
            read += len(piece)
            if read > _LARGEST:
                raise XmlError("it is larger than this software reads")
            yield piece


def words_of(node: Element, name: str) -> str:
    """The text of the child `name`; empty if there is none."""
    child = node.find(name)
    return (child.text or "").strip() if child is not None else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
