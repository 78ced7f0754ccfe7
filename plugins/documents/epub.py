"""A document as EPUB 3: a chapter a file, with what accessibility programs ask of its description."""

import io
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from plugins.documents.document import Block, Cell, Document
from plugins.pdf import Unreadable

_MADE = (1980, 1, 1, 0, 0, 0)  # The first day that a ZIP knows; none of its files says when it was built.
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)
_MOST_FILES, _MOST_BYTES = 5_000, 100_000_000
_DAMAGED = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
Rows: TypeAlias = tuple[tuple[Cell, ...], ...]
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation")


def epub(document: Document) -> bytes:
    """The file: the same bytes for the same words."""
    chapters = tuple(_chapters(document))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "book/package.opf": _package(document, len(chapters)),
        "book/nav.xhtml": _navigation(document, [title for title, _ in chapters]),
        **{
            f"book/chapter-{number}.xhtml": _page(document, title.text, "".join(map(_block, blocks)))
            for number, (title, blocks) in enumerate(chapters, start=1)
        },
    }
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, _MADE), text.encode(), ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return made.getvalue()


def text_inside(content: bytes) -> str:
    """Everything that an EPUB says, as markup: nobody finds a word in a ZIP by looking at its bytes.

    Raises Unreadable.
    """
    return "\n".join(part.decode("utf-8", "replace") for part in parts_inside(content))


def parts_inside(content: bytes) -> tuple[bytes, ...]:
    """Every file that an EPUB holds; raises Unreadable."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return tuple(_parts(archive))
    except _DAMAGED:
        raise Unreadable("it is damaged or locked; save it as EPUB again") from None


def _parts(archive: ZipFile) -> Iterator[bytes]:
    files, left = archive.infolist(), _MOST_BYTES
    if len(files) > _MOST_FILES:
        raise Unreadable(f"it holds more than {_MOST_FILES:,} files; hand out a part of it")
    for each in files:
        with archive.open(each) as file:
            part = file.read(left + 1)
        left -= len(part)
        if left < 0:
            raise Unreadable(f"it is larger than {_MOST_BYTES // 1_000_000} MB when unpacked; hand out a part of it")
        yield part


def _chapters(document: Document) -> Iterator[tuple[Cell, Sequence[Block]]]:
    """Each chapter with its title; what stands before the first is called as the book is."""
    title, blocks = Cell(document.title), [_paragraph(document.above), _paragraph(document.below)]
    for block in document.blocks:
        if block.kind == "chapter":
            yield title, blocks
            title, blocks = block.rows[0][0], []
        if block.kind != "contents":
            blocks.append(block)
    yield title, blocks


def _paragraph(text: str) -> Block:
    return Block("paragraph", ((Cell(text),),))


def _package(document: Document, chapters: int) -> str:
    numbers = range(1, chapters + 1)
    items = "".join(
        f'<item id="chapter-{each}" href="chapter-{each}.xhtml" media-type="application/xhtml+xml"/>'
        for each in numbers
    )
    spine = "".join(f'<itemref idref="chapter-{each}"/>' for each in numbers)
    features = "".join(f'<meta property="schema:accessibilityFeature">{each}</meta>' for each in _FEATURES)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{escape(document.language)}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{escape(document.address)}</dc:identifier>'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>{escape(document.language)}</dc:language>"
        f'<dc:source>{escape(document.address)}</dc:source><meta property="dcterms:modified">'
        f"{document.dated.isoformat()}T00:00:00Z</meta>"
        '<meta property="schema:accessMode">textual</meta>'
        '<meta property="schema:accessModeSufficient">textual</meta>'
        f'{features}<meta property="schema:accessibilityHazard">none</meta>'
        f'<meta property="schema:accessibilitySummary">{escape(document.summary)}</meta></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'{items}</manifest><spine>{spine}<itemref idref="nav"/></spine></package>\n'
    )


def _navigation(document: Document, titles: Sequence[Cell]) -> str:
    rows = "".join(
        f'<li><a href="chapter-{number}.xhtml">{_said(title)}</a></li>' for number, title in enumerate(titles, start=1)
    )
    named = next((block.rows[0][0] for block in document.blocks if block.kind == "contents"), Cell(document.title))
    head = f"<h1>{_said(named)}</h1>"
    return _page(document, named.text, f'<nav epub:type="toc" role="doc-toc" id="toc">{head}<ol>{rows}</ol></nav>')


def _page(document: Document, title: str, body: str) -> str:
    language = escape(document.language)
    heading = "" if "<h1" in body else f"<h1>{escape(title)}</h1>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}"><head><title>{escape(title)}</title></head>'
        f"<body>{heading}{body}</body></html>\n"
    )


def _block(block: Block) -> str:
    written = _WRITTEN.get(block.kind)
    return written(block.rows) if written else "".join(f"<p>{_said(cell)}</p>" for cell in block.rows[0] if cell.text)


def _heading(rows: Rows, level: int) -> str:
    return f"<h{level}>{_said(rows[0][0])}</h{level}>"


def _list(rows: Rows, tag: str) -> str:
    return f"<{tag}>{''.join(f'<li>{_said(row[0])}</li>' for row in rows)}</{tag}>"


def _table(rows: Rows) -> str:
    head = "".join(f'<th scope="col">{_said(cell)}</th>' for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{_said(cell)}</td>' for cell in row)}</tr>" for row in rows[1:])
    return f"<table><thead><tr>{head}</tr></thead>{f'<tbody>{body}</tbody>' if body else ''}</table>"


def _terms(rows: Rows) -> str:
    return f"<dl>{''.join(f'<dt>{_said(term)}</dt><dd>{_said(means)}</dd>' for term, means in rows)}</dl>"


def _quote(rows: Rows) -> str:
    return "".join(f"<blockquote>{''.join(f'<p>{_said(cell)}</p>' for cell in row)}</blockquote>" for row in rows)


_WRITTEN: Mapping[str, Callable[[Rows], str]] = {
    "chapter": partial(_heading, level=1),
    "section": partial(_heading, level=2),
    "list": partial(_list, tag="ul"),
    "steps": partial(_list, tag="ol"),
    "table": _table,
    "terms": _terms,
    "quote": _quote,
}
"""How each kind of block is written; all others are paragraphs."""


def _said(cell: Cell) -> str:
    words = escape(_writable(cell.text), quote=False)
    words = f"<strong>{words}</strong>" if cell.is_chosen else words
    tag = escape(cell.language)
    return f'<span lang="{tag}" xml:lang="{tag}">{words}</span>' if tag else words


def _writable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")
