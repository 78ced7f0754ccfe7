"""Every link, anchor and picture leads somewhere; nothing is asked of another host.

A reader's browser tells a host that somebody reads this diary as soon as it fetches anything there. So a link may lead
elsewhere, and nothing is fetched from there, be it from a service that the settings name: a reader presses a button
first. A form may send a reader's words to such a service, and to nobody else.
"""

from collections.abc import Iterator

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import Destination, destination
from plugins.publishing.lastlook.page import parsed
from plugins.publishing.lastlook.references import Reference, page_references, script_references, style_references
from plugins.publishing.lastlook.site import BuiltSite

NOT_FOUND = "404.html"


def broken_links(site: BuiltSite, services: frozenset[str]) -> Iterator[Problem]:
    """What pages, style sheets, scripts and drawings point at in vain, or may not ask for."""
    for path, page in site.pages.items():
        for reference in page_references(page):
            yield from _fault(site, path, site.address_of(path), reference, services)
            if path == NOT_FOUND and _is_relative(reference.href):
                message = f"found “{reference.href}”; this page is shown at any depth, so write whole addresses in it"
                yield site.finding(path, reference.line, message, "unfit-page")
    for path, text in site.texts.items():
        for reference in _of_other_file(path, text):
            yield from _fault(site, path, site.address + path, reference, services)


def _of_other_file(path: str, text: str) -> Iterator[Reference]:
    if path.endswith(".svg"):
        yield from page_references(parsed(text))
    if path.endswith((".css", ".svg")):
        yield from style_references(text)
    if path.endswith(".js"):
        yield from script_references(text)


def _fault(site: BuiltSite, path: str, base: str, reference: Reference, services: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with a reference in a file that is read from the whole address `base`."""
    message = _message(destination(site, base, reference.href), reference, services)
    if message:
        yield site.finding(path, reference.line, f"found “{_shortened(reference.href)}”: {message}", "link-to-nothing")


def _message(where: Destination, reference: Reference, services: frozenset[str]) -> str:
    if where.kind == "nowhere":
        return where.why
    if where.kind == "message" and (reference.is_loaded or reference.is_sent):
        return "an e-mail or a call cannot be fetched or posted; make it a link"
    if where.kind == "elsewhere" and reference.is_loaded:
        return f"a reader's browser would fetch this from {where.origin}; keep a copy in the site, or link to it"
    if where.kind == "elsewhere" and reference.is_sent and where.origin not in services:
        return f"a form would send a reader's words to {where.origin}, which the settings do not name"
    return ""


def _is_relative(href: str) -> bool:
    return not href.startswith(("/", "#")) and ":" not in href.partition("/")[0]


def _shortened(href: str) -> str:
    return href if len(href) <= 100 else f"{href[:99]}…"
