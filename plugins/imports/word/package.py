"""The parts of a .docx: a zip from outside, read within bounds, its XML without what makes XML dangerous.

A document type is refused before anything in it is read, so nothing grows and nothing is fetched.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from functools import cached_property
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from plugins.imports.errors import ImportRefused
from plugins.records import dataclass

LARGEST = 100_000_000
_LARGEST_XML = 20_000_000
_UNPACKED = 400_000_000
_MOST_PARTS = 5_000
_DEEPEST = 200
_OLE, _ENCRYPTED, _LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le"), 0x1
_OTHERS = (
    (b"%PDF", "it is a PDF: copy its words into a post, or lay it beside the post as a hand-out"),
    (b"{\\rtf", "it is an RTF file: open it in a word processor and save it as a Word document (.docx)"),
)
_NO_WORD = "it is no Word document (.docx), or it is damaged: open it in a word processor and save it anew as .docx"
_TOO_LARGE = "it is larger than this software reads: save its pictures smaller, or split it into several documents"
_STRICT, _USUAL = "http://purl.oclc.org/ooxml/", "http://schemas.openxmlformats.org/"
_SAME = {
    f"{_STRICT}{strict}": f"{_USUAL}{usual}"
    for strict, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/picture", "drawingml/2006/picture"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
    )
}
"""Names of the strict form of Office Open XML [ISO/IEC 29500] and those of the form that Word usually writes."""
_OFFICE = f"{_USUAL}officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points at by an id: another part, or (`is_outside`) an address."""

    kind: str
    target: str
    is_outside: bool


class Package:
    """A .docx, its parts read when they are asked for; raises ImportRefused."""

    def __init__(self, content: bytes) -> None:
        _refuse_others(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise ImportRefused(_NO_WORD) from None
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _UNPACKED:
            raise ImportRefused(_TOO_LARGE)
        if any(entry.flag_bits & _LOCKED for entry in entries):
            raise ImportRefused("it is protected with a password: open it, take the password off, and save it again")
        self._entries = {entry.filename.lstrip("/").casefold(): entry for entry in entries}
        if any(name.endswith("vbaproject.bin") for name in self._entries):
            raise ImportRefused("it holds macros (.docm): open it and save it as a Word document without them (.docx)")
        if self.document not in self._entries:
            is_open_document = "mimetype" in self._entries and "content.xml" in self._entries
            raise ImportRefused("it is an OpenDocument (.odt): save it as .docx" if is_open_document else _NO_WORD)

    @cached_property
    def document(self) -> str:
        """The name of the part in which the text stands."""
        found = (each.target for each in self.relationships("").values() if each.kind == "officeDocument")
        return next(found, "word/document.xml")

    def part(self, kind: str) -> str:
        """The name of the part of this kind that belongs to the text; empty when there is none."""
        kinds = {each.kind: each.target for each in self.relationships(self.document).values() if not each.is_outside}
        return kinds.get(kind, "")

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part points at, by id; the package itself is the part without a name."""
        folder, name = dirname(part), part.rpartition("/")[2]
        tree = self.xml(join(folder, "_rels", f"{name}.rels"))
        return {
            each.get("Id", ""): Relationship(
                each.get("Type", "").rpartition("/")[2],
                target if is_outside else normpath(join("/", folder, target)).lstrip("/").casefold(),
                is_outside,
            )
            for each in (tree if tree is not None else ())
            for target in (each.get("Target", ""),)
            for is_outside in (each.get("TargetMode") == "External",)
        }

    def content(self, part: str, largest: int = LARGEST) -> bytes | None:
        """The bytes of a part; None when there is none."""
        entry = self._entries.get(part.casefold())
        if entry is None:
            return None
        try:
            with self._zip.open(entry) as file:
                read = file.read(largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
            raise ImportRefused(_NO_WORD) from None
        if len(read) > largest:
            raise ImportRefused(_TOO_LARGE)
        return read

    def xml(self, part: str) -> Element | None:
        """The tree of a part; None when there is none."""
        content = self.content(part, _LARGEST_XML) if part else None
        if content is None:
            return None
        parser = XMLParser(target=_Tree())  # noqa: S314 - a document type, which does the harm, is refused
        try:
            parser.feed(content)
            tree: Element = parser.close()
        except (ParseError, ValueError, LookupError):
            raise ImportRefused(_NO_WORD) from None
        return tree


class _Tree(TreeBuilder):
    """A tree without document types, of bounded depth, in the names that Word usually writes."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, *_names: object) -> None:
        raise ImportRefused("it declares a document type in its XML, which no Word document does and which can do harm")

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ImportRefused("its parts lie too deep in one another: open it and save it anew as .docx")
        return super().start(_usual(tag), {_usual(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(_usual(tag))


def _usual(name: str) -> str:
    space, mark, local = name.removeprefix("{").partition("}")
    return f"{{{_SAME[space]}}}{local}" if mark and space in _SAME else name


def _refuse_others(content: bytes) -> None:
    if len(content) > LARGEST:
        raise ImportRefused(_TOO_LARGE)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise ImportRefused("it is protected with a password: open it, take the password off, and save it again")
        raise ImportRefused("it is an old Word file (.doc): open it in Word and save it as a Word document (.docx)")
    for sign, sentence in _OTHERS:
        if content.startswith(sign):
            raise ImportRefused(sentence)
