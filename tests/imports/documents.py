"""Word documents made for a test: the XML of their parts, zipped."""

import io
import zipfile

from plugins.imports.word.draft import WordDraft, word_draft

_SCHEMAS = "http://schemas.openxmlformats.org"
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
        "r": f"{_SCHEMAS}/officeDocument/2006/relationships",
        "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_SCHEMAS}/drawingml/2006/main",
        "pic": f"{_SCHEMAS}/drawingml/2006/picture",
        "m": f"{_SCHEMAS}/officeDocument/2006/math",
        "mc": f"{_SCHEMAS}/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_KIND = f"{_SCHEMAS}/officeDocument/2006/relationships/"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
    for id_, name, more in (
        ("Heading1", "heading 1", ""),
        ("Heading2", "heading 2", ""),
        ("berschrift1", "heading 1", ""),
        ("Ours", "Our own heading", '<w:basedOn w:val="Heading2"/>'),
        ("Outlined", "Outlined", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Title", "Title", ""),
        ("TOC1", "toc 1", ""),
        ("Quote", "Quote", ""),
        *((f"List{kind}{level}", f"List {kind} {level}", "") for kind in ("Bullet", "Number") for level in (2, 3)),
        ("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>"),
        ("Deeper", "Deeper", '<w:basedOn w:val="Secret"/>'),
        ("Ring", "Ring", '<w:basedOn w:val="Ring"/>'),
    )
) + (
    '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Seen"><w:name w:val="Seen"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl>' for level in range(3))
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="decimal"/></w:lvl>' for level in range(3))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; what does not begin with `<` is made one."""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def item(words: str, level: int = 0, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=place)


def table(*rows: tuple[str, ...]) -> str:
    """A table of words; a cell that begins with `<` is the XML of one."""
    lines = (
        "".join(cell if cell.startswith("<") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def picture(id_: str, *, alt: str = "", crop: str = "", more: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}" {more}/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{id_}"/>{crop}</pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def xml(root: str, inside: str, before: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:{root} {_SPACES}>{inside}</w:{root}>'


def relationships(*those: tuple[str, str, str]) -> str:
    """Of an id, a kind and a target each; one with a scheme lies outside."""
    lines = (
        f'<Relationship Id="{id_}" Type="{_KIND}{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for id_, kind, target in those
    )
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{"".join(lines)}</Relationships>'


def word(
    *body: str,
    links: tuple[tuple[str, str, str], ...] = (),
    parts: dict[str, str | bytes] | None = None,
    before: str = "",
) -> bytes:
    """A document of this body; `parts` are further files, or others in place of the usual ones."""
    usual = (("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"))
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_SCHEMAS}/package/2006/content-types"/>',
        "_rels/.rels": relationships(("d", "officeDocument", "word/document.xml")),
        "docProps/core.xml": "<coreProperties><creator>Kim Private</creator></coreProperties>",
        "word/document.xml": xml("document", f"<w:body>{''.join(body)}</w:body>", before),
        "word/_rels/document.xml.rels": relationships(*usual, *links),
        "word/styles.xml": xml("styles", STYLES),
        "word/numbering.xml": xml("numbering", NUMBERING),
        **(parts or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return file.getvalue()


def draft_of(content: bytes, *, title: str = "") -> WordDraft:
    return word_draft(content, kind="post", title=title, name="Notes", as_fields=False)


def story_of(
    *body: str, links: tuple[tuple[str, str, str], ...] = (), parts: dict[str, str | bytes] | None = None
) -> str:
    return draft_of(word(*body, links=links, parts=parts)).draft.story
