"""What a file points at: links that a reader may follow, and what a browser fetches by itself."""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern
from plugins.publishing.lastlook.page import Element, Page
from plugins.publishing.lastlook.site import line_at
from plugins.records import dataclass

_FOLLOWED = {
    "a": ("href",),
    "area": ("href",),
    "blockquote": ("cite",),
    "q": ("cite",),
    "del": ("cite",),
    "ins": ("cite",),
}
_SENT = {"form": ("action",), "button": ("formaction",), "input": ("formaction",)}
_LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_ONLY_NAMED = frozenset(("alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"))
_NAMED_IN_META = frozenset(("og:url", "og:image", "og:image:url", "og:image:secure_url", "twitter:image"))
_CSS = lazy_pattern(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_CSS_COMMENT = lazy_pattern(r"/\*.*?\*/", re.DOTALL)
_ASKED = lazy_pattern(r"""["'`]((?:(?:https?|wss?):)?//[^"'`\s$]+)""")
_NAMESPACE = "http://www.w3.org/"
_IMPORT = lazy_pattern(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Reference:
    """One address as it is written. `is_loaded`: fetched with no click; `is_sent`: a form's words go there."""

    href: str
    line: int
    is_loaded: bool = False
    is_sent: bool = False


def page_references(page: Page) -> Iterator[Reference]:
    """Everything that a page points at."""
    for element in page.elements:
        yield from _of_element(element)


def _of_element(element: Element) -> Iterator[Reference]:
    tag, attributes, line = element.tag, element.attributes, element.line
    yield from (Reference(attributes[name], line) for name in _FOLLOWED.get(tag, ()) if name in attributes)
    yield from (
        Reference(attributes[name], line, is_loaded=True) for name in _LOADED.get(tag, ()) if name in attributes
    )
    yield from (Reference(attributes[name], line, is_sent=True) for name in _SENT.get(tag, ()) if name in attributes)
    for name in ("srcset", "imagesrcset"):
        yield from (Reference(href, line, is_loaded=True) for href in srcset(attributes.get(name, "")))
    if tag == "link" and "href" in attributes:
        kinds = set(attributes.get("rel", "").lower().split())
        yield Reference(attributes["href"], line, is_loaded=not kinds or not kinds <= _ONLY_NAMED)
    if tag == "meta" and attributes.get("property", attributes.get("name")) in _NAMED_IN_META:
        yield Reference(attributes.get("content", ""), line)
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield Reference(attributes.get("content", "").partition("=")[2].strip(" '\""), line)


def srcset(written: str) -> Iterator[str]:
    for candidate in written.split(","):
        words = candidate.split()
        if words:
            yield words[0]


def style_references(css: str) -> Iterator[Reference]:
    """Everything that a style sheet fetches."""
    rules = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for found in _CSS.finditer(rules):
        href = next(group for group in found.groups() if group is not None)
        yield Reference(href.strip(), line_at(rules, found.start()), is_loaded=True)


def script_references(script: str) -> Iterator[Reference]:
    """The modules that a script imports, and every whole address in it: somebody is asked there."""
    for found in _ASKED.finditer(script):
        if not found[1].startswith(_NAMESPACE):
            yield Reference(found[1], line_at(script, found.start()), is_loaded=True)
    for found in _IMPORT.finditer(script):
        yield Reference(found[1], line_at(script, found.start()), is_loaded=True)
