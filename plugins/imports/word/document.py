"""From the bytes of a .docx to HTML, pictures, and what was met on the way.

What mammoth is given is a document made anew of what is to be seen: so it cannot print hidden words, open a file that
the document names, or meet XML that harms.
"""

import io
import re
import secrets
import zipfile
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import quoteattr

import mammoth

from plugins.imports.errors import ImportRefused
from plugins.imports.word.names import full, value
from plugins.imports.word.package import Package
from plugins.imports.word.pictures import PlacedPicture, take_pictures
from plugins.imports.word.review import reviewed
from plugins.imports.word.styles import Styles, outline_heading, read_styles
from plugins.photos.imaging import Crop
from plugins.records import dataclass

_TEXTS = ("footnotes", "endnotes")
_STYLE_MAP = """
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
"""
_NOTE = re.compile(r'"(#?)(foot|end)note-(ref-)?(\d+)"')
_LONGEST_HTML = 3_000_000
_DAMAGED = "it is damaged in a way that this software does not understand: open it and save it anew as .docx"
_TOO_LONG = "it is longer than a post may be: split it into several documents"


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture; `sign` stands for it in the HTML, and `content` is as the document has it."""

    sign: str
    content: bytes
    alt: str
    is_decorative: bool
    crop: Crop


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What stands in a document; `title` is empty where no paragraph is marked as one. `met` counts what was told."""

    title: str
    html: str
    pictures: tuple[WordPicture, ...]
    met: Counter[str]


def read_word(content: bytes) -> WordDocument:
    """What readers of a document see; raises ImportRefused."""
    try:
        return _read(Package(content))
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        raise ImportRefused(_DAMAGED) from None  # It is not ours to say in which way; what we refuse says so itself.


def _read(package: Package) -> WordDocument:
    styles = read_styles(package.xml(package.part("styles")), package.xml(package.part("theme")))
    names = {"document": package.document, **{kind: package.part(kind) for kind in _TEXTS}}
    trees = {kind: tree for kind, name in names.items() if (tree := package.xml(name)) is not None}
    sign = f"PICTURE{secrets.token_hex(8)}"
    met, placed = Counter[str](), list[PlacedPicture]()
    for kind, tree in trees.items():
        met += reviewed(tree, styles)
        relationships = package.relationships(names[kind])
        placed += take_pictures(tree, relationships, f"{sign}{kind[0]}", met)
    met["comments"] += _comments(package)
    met["headers and footers"] += _has_margins(package)
    title = _taken_title(trees["document"], styles, sign)
    _name_headings(trees["document"], styles)
    html, pictures = _html(package, trees, names), list[WordPicture]()
    contents = {part: package.content(part) for part in {each.part for each in placed}}
    for each in placed:
        data = contents[each.part]
        if data is None:
            html = html.replace(each.sign, "")
            met["pictures"] += 1
        else:
            pictures.append(WordPicture(each.sign, data, each.alt, each.is_decorative, each.crop))
    return WordDocument(title, html, tuple(pictures), +met)


def _comments(package: Package) -> int:
    tree = package.xml(package.part("comments"))
    return len(tree.findall(full("w:comment"))) if tree is not None else 0


def _has_margins(package: Package) -> bool:
    """Whether there are words at the head or the foot of its pages, other than their numbers."""
    parts = [
        each.target for each in package.relationships(package.document).values() if each.kind in ("header", "footer")
    ]
    trees = (package.xml(part) for part in parts)
    words = ("".join(each.text or "" for each in tree.iter(full("w:t"))) for tree in trees if tree is not None)
    return any(letter.isalpha() for text in words for letter in text)


def _taken_title(document: Element, styles: Styles, sign: str) -> str:
    """The words of the first paragraph that is marked as the title, which are taken out; its pictures stay."""
    for parent in document.iter():
        for paragraph in parent.findall(full("w:p")):
            if styles.is_named(value(paragraph, "w:pPr", "w:pStyle"), "title"):
                texts = list(paragraph.iter(full("w:t")))
                signs = [each for each in texts if (each.text or "").startswith(sign)]
                words = " ".join("".join(each.text or "" for each in texts if each not in signs).split())
                if words:
                    paragraph[:] = [Element(full("w:r"))] if signs else []
                    parent.remove(paragraph) if not signs else paragraph[0].extend(signs)
                    return words
    return ""


def _name_headings(document: Element, styles: Styles) -> None:
    """Every heading by Word's own name, whatever its style is called and made from."""
    for paragraph in document.iter(full("w:p")):
        properties = paragraph.find(full("w:pPr"))
        level = outline_heading(value(properties, "w:outlineLvl")) or styles.heading(value(properties, "w:pStyle"))
        if properties is not None and level:
            style = properties.find(full("w:pStyle"))
            style = SubElement(properties, full("w:pStyle")) if style is None else style
            style.set(full("w:val"), f"Heading{level}")


def _html(package: Package, trees: dict[str, Element], names: dict[str, str]) -> str:
    for tree in trees.values():
        for parent in list(tree.iter()):
            for bookmark in parent.findall(full("w:bookmarkStart")):
                parent.remove(bookmark)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as anew:
        for kind, tree in trees.items():
            anew.writestr(f"word/{kind}.xml", tostring(tree))
            anew.writestr(f"word/_rels/{kind}.xml.rels", _links(package, names[kind]))
        for kind in ("styles", "numbering"):
            tree_of_kind = package.xml(package.part(kind))
            if tree_of_kind is not None:
                anew.writestr(f"word/{kind}.xml", tostring(tree_of_kind))
    html: str = mammoth.convert_to_html(file, style_map=_STYLE_MAP, include_embedded_style_map=False).value
    if len(html) > _LONGEST_HTML:
        raise ImportRefused(_TOO_LONG)
    return _NOTE.sub(_as_in_word, html)


def _links(package: Package, part: str) -> str:
    """The addresses that a text leads to, and nothing else that it points at."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = (
        f'<Relationship Id={quoteattr(id_)} Type="hyperlink" Target={quoteattr(each.target)}/>'
        for id_, each in package.relationships(part).items()
        if each.kind == "hyperlink" and each.is_outside
    )
    return f'<Relationships xmlns="{space}">{"".join(links)}</Relationships>'


def _as_in_word(found: re.Match[str]) -> str:
    """The name of a note as Word itself writes it into HTML: `_ftn1`, and `_ftnref1` for the way back."""
    mark, kind, back, number = found.groups()
    name = f"{'ftn' if kind == 'foot' else 'edn'}{'ref' if back else ''}{number}"
    return f'"{mark}{"_" if mark else ""}{name}"'
