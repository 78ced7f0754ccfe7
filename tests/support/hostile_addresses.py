"""Addresses that would run a script once something is taken out of them or read once more, and where links lead."""

import re
from collections.abc import Iterator
from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import strategies as st

from plugins.unicode import without_unseen

HARMLESS = {"", "http", "https", "mailto", "tel"}
_SCHEMES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://x/",
    "https://example.org/",
)
_PUT_IN = (
    "", "", "", "\u200b", "\u00ad", "\u2060", "\ufeff", "\U000e0062", "\U000e0100", "\U0001d173", "\U0001bca0", "\ufff9", "\u3164", "\u2800", "\u202e",
    "\u180e", "\ufe0f", "\u200d", "\x00", "\x01", "\x1f", "\x7f", "\x85", "\t", "\n", "\r\n", "\v", "\f", " ", "&Tab;", "&NewLine;", "&#8203;", "&shy;",
    "&zwj;", "&ZeroWidthSpace;", "&#0;", "&#x1F;", "&#x200B", "&amp;#8203;", "&amp;Tab;", "%0A", "%E2%80%8B", "\\", "/", "<!-- -->", "<b>", "&#xE0062;",
)  # fmt: skip
_BEFORE = (
    "",
    "",
    " ",
    "\x01",
    "\t",
    "\u2003",
    "\ufeff",
    "&#1;",
    "&nbsp;",
    "https:",
    "//",
    "\\\\",
    "/",
    "./",
    "?",
    "view-source:",
    "feed:",
    "x:",
)


def _spelt(letter: str, how: int) -> str:
    number = ord(letter)
    return (
        letter,
        letter.upper(),
        f"&#{number};",
        f"&#x{number:X};",
        f"&#0{number:05}",
        f"&amp;#{number};",
        f"%{number:02X}",
        chr(number + 0xFEE0),
    )[how]


@st.composite
def hostile_addresses(draw: st.DrawFn) -> str:
    """An address as somebody writes it who wants a script run."""
    letters = draw(st.sampled_from(_SCHEMES))
    scheme = letters.partition(":")[0] + ":"
    how = st.one_of(st.just(0), st.just(0), st.integers(0, 7))
    spelt = [_spelt(letter, draw(how)) + draw(st.sampled_from(_PUT_IN)) for letter in scheme]
    return draw(st.sampled_from(_BEFORE)) + "".join(spelt) + letters.removeprefix(scheme)


def leads(href: str) -> set[str]:
    """The schemes of an address: for a browser [URL, 4.4], once unseen letters are gone, and for who reads it twice."""
    readings = {href, without_unseen(href)}
    readings |= {unescape(each) for each in readings}
    return {_scheme(each) for each in readings | {without_unseen(unescape(each)) for each in readings}}


def _scheme(href: str) -> str:
    found = re.match(
        r"([a-z][a-z0-9+.-]*):", re.sub(r"[\t\n\r]", "", href.strip("".join(map(chr, range(0x21))))), re.IGNORECASE
    )
    return found[1].lower() if found else ""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        addresses = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcdoc", "background")
        self.found += [value or "" for name, value in attrs if name in addresses]
        self.found += [f"javascript:{name}" for name, _ in attrs if name.startswith("on")]
        self.found += (
            ["javascript:script"]
            if tag in ("script", "iframe", "object", "embed", "base", "meta", "svg", "math")
            else []
        )


def links(html: str) -> list[str]:
    """Every address in markup, and everything in it that would run."""
    reader = _Links()
    reader.feed(html)
    reader.close()
    return reader.found


def harm(html: str) -> list[str]:
    """The addresses in markup that lead to what is not allowed."""
    return [href for href in links(html) if not leads(href) <= HARMLESS]


def ways_to_write(address: str) -> Iterator[str]:
    """The address in links of a comment, quoted as may be."""
    yield f'<a href="{address}">x</a>'
    yield f"<a href='{address}'>x</a>"
    yield f"<p><A HREF={address}>x</A></p>"
    yield f'<a\x00 href="{address}" href="https://example.org/">x</a>'
    yield f'<a href="https://example.org/" href="{address}">x</a>'
    yield f'&lt;a href="{address}"&gt;x&lt;/a&gt;'
    yield f'<svg><a xlink:href="{address}">x</a></svg><math href="{address}">x</math>'
    yield f'<a href="{escape(address)}">x</a>'
    yield f'<scr\u200bipt src="{address}"></scr\u200bipt><a hr\u00adef="{address}">x</a>'
