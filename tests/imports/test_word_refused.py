"""What is no document to be read, and what is said of it."""

import io
import zipfile
from collections.abc import Callable

import pytest

from plugins.imports.errors import ImportRefused
from plugins.imports.word.draft import word_draft
from tests.imports.documents import paragraph, word


def read(content: bytes) -> None:
    word_draft(content, kind="post", title="", name="Notes", as_fields=False)


def locked(content: bytes) -> bytes:
    """The same with the mark of a password on each file."""
    return content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def zipped(**files: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "."), content)
    return file.getvalue()


def damaged() -> bytes:
    """A document of which some bytes are others."""
    content = bytearray(zipped(**{"word/document.xml": "<x>" + "y" * 5_000 + "</x>"}))
    place = content.index(b"word/document.xml") + 25
    content[place : place + 6] = bytes(6)
    return bytes(content)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NO_WORD = "it is no Word document (.docx), or it is damaged: open it in a word processor and save it anew as .docx"
NO_PASSWORD = "it is protected with a password: open it, take the password off, and save it again"
DAMAGED = "it is damaged in a way that this software does not understand: open it and save it anew as .docx"
REFUSED: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "nothing": (b"", NO_WORD),
    "no zip": (b"Dear all", NO_WORD),
    "half a document": (word(paragraph("We met."))[:-200], NO_WORD),
    "a document with a part that was damaged": (damaged(), NO_WORD),
    "another zip": (zipped(readme="x"), NO_WORD),
    "an OpenDocument": (zipped(mimetype="x", content__xml="<x/>"), "it is an OpenDocument (.odt): save it as .docx"),
    "an old Word file": (
        OLE + b"WordDocument",
        "it is an old Word file (.doc): open it in Word and save it as a Word document (.docx)",
    ),
    "one with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), NO_PASSWORD),
    "a zip with a password": (locked(word(paragraph("We met."))), NO_PASSWORD),
    "one with macros": (
        word(paragraph("We met."), parts={"word/vbaProject.bin": b"x"}),
        "it holds macros (.docm): open it and save it as a Word document without them (.docx)",
    ),
    "a PDF": (b"%PDF-1.7", "it is a PDF: copy its words into a post, or lay it beside the post as a hand-out"),
    "an RTF file": (
        b"{\\rtf1",
        "it is an RTF file: open it in a word processor and save it as a Word document (.docx)",
    ),
    "a document type": (
        word(paragraph("We met."), before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "it declares a document type in its XML, which no Word document does and which can do harm",
    ),
    "broken XML": (word(parts={"word/document.xml": "<w:document>"}), NO_WORD),
    "no words": (word(paragraph("")), "there are no words in it that anybody sees"),
    "hidden words alone": (word(paragraph("Secret", style="Secret")), "there are no words in it that anybody sees"),
    "too deep": (
        word("<w:sdtContent>" * 300 + "</w:sdtContent>" * 300),
        "its parts lie too deep in one another: open it and save it anew as .docx",
    ),
    "a cell of odd width": (
        word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>{paragraph("a")}</w:tc></w:tr></w:tbl>'),
        DAMAGED,
    ),
    "a part that swells": (
        lambda: word(parts={"word/document.xml": " " * 20_000_001}),
        "it is larger than this software reads: save its pictures smaller, or split it into several documents",
    ),
    "too many parts": (
        lambda: word(parts={f"x/{number}": "" for number in range(5_001)}),
        "it is larger than this software reads: save its pictures smaller, or split it into several documents",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_document_to_be_read_is_answered_with_one_sentence(
    content: bytes | Callable[[], bytes], sentence: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(content if isinstance(content, bytes) else content())
    assert str(refused.value) == sentence


def test_a_document_that_is_too_large_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.imports.word.package.LARGEST", 10)
    with pytest.raises(ImportRefused, match=r"^it is larger than this software reads"):
        read(word(paragraph("We met.")))


def test_a_text_that_is_longer_than_a_post_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.imports.word.document._LONGEST_HTML", 10)
    with pytest.raises(ImportRefused, match=r"^it is longer than a post may be: split it into several documents$"):
        read(word(paragraph("We met in the evening.")))
