"""A page as a text browser reads it: every word in its order, whatever styles and scripts would make of it."""

from collections.abc import Iterator

from lxml.html import HtmlElement

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""What begins and ends a line [HTML, 15.3]; cells of a table stand apart as well."""
_WORDLESS = frozenset({"head", "script", "style", "template", "svg"})
_WITHIN_WORDS = frozenset(
    {"abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "s", "strong", "sub", "sup", "wbr"}
)
"""What may begin or end within a word."""
_RAISED = "^"
"""What lynx and w3m write before what stands raised."""
_ENDS = ".,:;!?)”’%"
_BEGINS = "(“‘"


def lines(root: HtmlElement) -> Iterator[str]:
    """The lines of a page, each with its words as they stand there."""
    line = ""
    for piece, _ in _pieces(root):
        if piece is not None:
            line += piece
        elif line.strip():
            yield " ".join(line.split())
            line = ""


def run_together(root: HtmlElement) -> list[str]:
    """Words with the border of an element between them, and nothing else."""
    found, before, crossed = [], "", False
    for piece, crosses in _pieces(root):
        crossed |= crosses
        if piece is None:
            before, crossed = "", False
        elif piece:
            if crossed and _ends_a_word(before) and (piece[0].isalnum() or piece[0] in _BEGINS):
                found.append(f"{before[-20:]}|{piece[:20]}")
            before, crossed = piece, False
    return found


def _ends_a_word(text: str) -> bool:
    return bool(text) and (text[-1].isalnum() or text[-1] in _ENDS)


def _pieces(element: HtmlElement) -> Iterator[tuple[str | None, bool]]:
    """Text; None where a line ends; and whether the border of an element was crossed that sets words apart."""
    if not isinstance(element.tag, str) or element.tag in _WORDLESS:
        return
    piece = None if element.tag in BLOCKS else ""
    border = (piece, element.tag not in _WITHIN_WORDS)
    yield border
    yield element.text or "", False
    if element.tag in ("img", "sup"):
        yield element.get("alt", "") if element.tag == "img" else _RAISED, False
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", False
    yield border
