"""A page as one file that asks for nothing: its styles and pictures in it, no script, no form, no way to another page.

What stays is a list of elements and attributes; what is on neither is left out.
"""

import re
from base64 import b64encode
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from plugins.headers import media_type

Read = Callable[[str], bytes | None]
"""The bytes of a file of the site by its path below the root; None for what is not there."""
_LEFT_OUT = {"script", "nav", "form", "iframe", "object", "template", "noscript", "audio", "video", "dialog"}
_EMPTY = {"br", "col", "hr", "img", "input", "source", "wbr", "link", "meta"}
_NOT_NEEDED = {"source", "link", "meta", "input"}
_KEPT = re.compile(
    r"(?:aria-[\w-]+|alt|class|colspan|cx|cy|d|datetime|dir|fill|headers|height|hidden|id|lang|open|points|popover|popovertarget(?:action)?|r|reversed"
    r"|role|rowspan|scope|start|stroke|stroke-width|title|transform|viewbox|width|x|x1|x2|y|y1|y2)"
)
_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_IMPORT = re.compile(r"@import[^;]*;")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def self_contained(page: str, read: Read, *, notice: str, foot: str) -> str:
    """The main part of a page between a notice and a foot, both HTML."""
    reader = _Reader(read)
    reader.feed(page)
    reader.close()
    styles = "\n".join(f'<style media="{escape(media)}">{_style(css, read)}</style>' for css, media in reader.styles)
    head = (
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(''.join(reader.title))}</title>",
        styles,
    )
    begin = f'<!DOCTYPE html>\n<html lang="{escape(reader.language)}">\n<head>\n'
    body = f'{notice}\n<div class="page">{"".join(reader.main)}</div>\n{foot}'
    return f"{begin}{chr(10).join(head)}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


class _Reader(HTMLParser):
    def __init__(self, read: Read) -> None:
        super().__init__(convert_charrefs=True)
        self.language = "en-GB"
        self.title: list[str] = []
        self.styles: list[tuple[str, str]] = []
        self.main: list[str] = []
        self._read = read
        self._open: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = have.get("lang", self.language)
        if tag == "link" and have.get("rel") == "stylesheet" and "main" not in self._open:
            css = _file(have.get("href", ""), self._read)
            self.styles.extend([(css.decode("utf-8"), have.get("media", "all"))] if css else [])
        if tag not in _EMPTY:
            self._open.append(tag)
            self._silent += tag in _LEFT_OUT
        if self._is_seen and tag not in _NOT_NEEDED:
            self.main.append(f"<{tag}{''.join(self._attributes(tag, have))}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            last = self._open[-1]
            if self._is_seen:
                self.main.append(f"</{last}>")
            self._silent -= last in _LEFT_OUT
            self._open.pop()
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"] and "head" in self._open:
            self.title.append(data)
        elif self._is_seen:
            self.main.append(escape(data, quote=False))

    @property
    def _is_seen(self) -> bool:
        return "main" in self._open and not self._silent

    def _attributes(self, tag: str, have: dict[str, str]) -> list[str]:
        kept = {name: value for name, value in have.items() if _KEPT.fullmatch(name)}
        address = have.get("href", "")
        if tag == "img":
            content = _file(have.get("src", ""), self._read)
            kept["src"] = _data(have["src"], content) if content else ""
        elif address.startswith("#") or (tag == "a" and address.startswith(("mailto:", "tel:"))):
            kept["href"] = address
        return [f' {name}="{escape(value)}"' for name, value in kept.items()]


def _file(address: str, read: Read) -> bytes | None:
    parts = urlsplit(address)
    return read(unquote(parts.path).lstrip("/")) if parts.path and parts.scheme != "data" else None


def _data(address: str, content: bytes) -> str:
    return f"data:{media_type(urlsplit(address).path)};base64,{b64encode(content).decode()}"


def _style(css: str, read: Read) -> str:
    """A sheet without ways out of it; `</` would end it."""

    def inside(found: re.Match[str]) -> str:
        address = found[1].strip()
        if address.startswith(("data:", "#")):
            return found[0]
        content = _file(f"/static/{address}" if not address.startswith("/") else address, read)
        return f'url("{_data(address, content)}")' if content else "none"

    return _URL.sub(inside, _IMPORT.sub("", css)).replace("</", "<\\/")
