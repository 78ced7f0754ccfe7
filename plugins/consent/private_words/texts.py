"""Every text that a published file holds, as a reader or a program would take it out."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.consent.private_words.letters import text_of
from plugins.consent.private_words.markup import holds_markup, read_out
from plugins.consent.private_words.pictures import picture_texts
from plugins.documents.epub import text_inside
from plugins.pdf import document, is_pdf

_MARKUP = (".html", ".htm", ".xml", ".svg", ".xhtml", ".rss", ".atom")
_ESCAPED = (".json", ".webmanifest", ".geojson", ".ics", ".vcf", ".js", ".mjs", ".map")
_CALENDAR = (".ics", ".vcf")
_CODE = (".css", ".js", ".mjs", ".map", "_headers", "_redirects", ".htaccess")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_FOLDS = re.compile(rb"\r?\n[ \t]")


def is_code(path: str) -> bool:
    """Whether a file is of the theme, or for the host: its words are of a language for machines, such as `max`."""
    return path.lower().endswith(_CODE)


def texts(path: str, content: bytes) -> Iterator[str]:
    """The texts of a file; line ends stay where they are, except in documents and pictures."""
    for text in _texts(path.lower(), content):
        yield text
        if _PERCENT.search(text):
            yield unquote(text)


def _texts(name: str, content: bytes) -> Iterator[str]:
    if is_pdf(content):
        read = document(content)
        yield from read.pages
        beside = "\n".join(read.strings)
        yield from (beside, *(read_out(beside, every_tag=False) if holds_markup(beside) else ()))
        for inner_name, inner in read.files:
            yield from _texts(inner_name, inner)
        return
    if name.endswith(".epub"):
        yield from _read_out(text_inside(content), ".xhtml")
        return
    if name.endswith(_CALENDAR):
        content = _FOLDS.sub(b"", content)
    elif (found := picture_texts(content)) is not None:
        yield from found
        return
    text = text_of(content)
    if name.endswith(_ESCAPED):
        text = _unescaped(text)
    if name.endswith(_MARKUP):
        yield from _read_out(text, name)
    elif holds_markup(text):
        yield from read_out(text, every_tag=False)
    else:
        yield text


def _read_out(text: str, name: str) -> Iterator[str]:
    """What markup says; a feed holds HTML as text, whose own markup has to be taken off again."""
    is_page = name.endswith((".html", ".htm", ".xhtml"))
    apart, joined, attributes = read_out(_unescaped(text) if "\\u" in text else text, every_tag=not is_page)
    if not is_page and holds_markup(apart):
        yield from read_out(apart, every_tag=False)
    else:
        yield apart
        yield joined
    yield attributes


def _unescaped(text: str) -> str:
    """Text in which backslashes were put before signs, or numbers for letters, as JSON and calendars do."""
    return _ESCAPE.sub(_letter, text) if "\\" in text else text


def _letter(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number) if number <= 0x10FFFF else " "
    return " " if escape[4] in "nNrtbf" else escape[4]
