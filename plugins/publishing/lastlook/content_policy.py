"""What the content security policy forbids, and the policy itself, on every page.

A policy that is missing on one page, or that lets a host in which the settings do not name, protects nobody there.
"""

from collections.abc import Iterator

from plugins.problems import Problem
from plugins.publishing.lastlook.page import Element, Page, parsed
from plugins.publishing.lastlook.site import BuiltSite

_DATA = frozenset(("application/ld+json", "application/json"))
_REFUSED = (
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'unsafe-hashes'",
    "'strict-dynamic'",
    "data:",
    "blob:",
    "*",
    "http:",
    "https:",
)
_MUST_BE_SAID = ("default-src", "base-uri", "form-action")


def policy_faults(site: BuiltSite, services: frozenset[str]) -> Iterator[Problem]:
    """Inline scripts, styles and handlers of pages and drawings, and pages without a strict policy."""
    for path, page in site.pages.items():
        yield from (
            site.finding(path, line, message, "unfit-page")
            for line, message in [*_inline(page), *_policy(page, services)]
        )
    for path, text in site.texts.items():
        if path.endswith(".svg"):
            drawing = parsed(text)
            scripts = ((each.line, "found a script in a drawing; take it out") for each in drawing.all("script"))
            handlers = (handler for element in drawing.elements for handler in _handlers(element))
            yield from (site.finding(path, line, message, "unfit-page") for line, message in (*scripts, *handlers))


def _inline(page: Page) -> Iterator[tuple[int, str]]:
    for element in page.elements:
        yield from _handlers(element)
        if "style" in element.attributes:
            yield element.line, f"found style= on <{element.tag}>; the policy forbids it: use a class"
        if element.tag == "style":
            yield element.line, "found styles in the page; the policy forbids them: put them in a style sheet"
        data = element.attributes.get("type", "").lower() in _DATA
        if element.tag == "script" and "src" not in element.attributes and not data:
            yield element.line, "found a script in the page; the policy forbids it: put it in a file"
        if element.tag == "base":
            yield element.line, "found <base>; the policy forbids it, and links would lead astray"


def _handlers(element: Element) -> Iterator[tuple[int, str]]:
    for name in element.attributes:
        if name.startswith("on"):
            yield element.line, f"found {name}= on <{element.tag}>; the policy forbids it: listen in a script file"


def _policy(page: Page, services: frozenset[str]) -> Iterator[tuple[int, str]]:
    policies = [
        meta for meta in page.all("meta") if meta.attributes.get("http-equiv", "").lower() == "content-security-policy"
    ]
    if not policies:
        yield 0, "there is no content security policy; every page brings one, for hosts that send no headers"
        return
    before = [element for element in page.elements if element.line < policies[0].line]
    if any(element.tag in ("script", "link") for element in before):
        yield policies[0].line, "the content security policy comes after something it should rule; put it first"
    directives = dict(_directives(policies[0].attributes.get("content", "")))
    for name in _MUST_BE_SAID:
        if name not in directives:
            yield policies[0].line, f"the content security policy does not say {name}"
    for name, sources in directives.items():
        for source in sources:
            if source in _REFUSED or (not source.startswith("'") and source.rstrip("/") not in services):
                yield policies[0].line, f"the content security policy lets “{source}” in ({name}); the settings do not"


def _directives(policy: str) -> Iterator[tuple[str, list[str]]]:
    for directive in policy.split(";"):
        words = directive.split()
        if words:
            yield words[0].lower(), words[1:]
