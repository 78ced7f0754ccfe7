"""Every link, anchor and picture leads somewhere; nothing is asked of another host.

A reader's browser tells a host that somebody reads this diary as soon as it fetches anything there. So a link may lead
elsewhere, and nothing is fetched from there, be it from a service that the settings name: a reader presses a button
first. A form may send a reader's words to such a service, and to nobody else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import Destination, destination
from plugins.publishing.lastlook.page import parsed
from plugins.publishing.lastlook.references import Reference, page_references, script_references, style_references
from plugins.publishing.lastlook.site import BuiltSite

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where references are written: the file, and the whole address that they are read from."""

    path: str
    base: str


def broken_links(site: BuiltSite, services: frozenset[str]) -> Iterator[Problem]:
    """What pages, style sheets, scripts and drawings point at in vain, or may not ask for."""
    for path, page in site.pages.items():
        place = _Place(path, site.address_of(path))
        for reference in page_references(page):
            yield from _told(site, place, reference, services)
            if path == NOT_FOUND and _is_relative(reference.href):
                message = f"found “{reference.href}”; this page is shown at any depth, so write whole addresses in it"
                yield site.finding(path, reference.line, message)
    for path, text in site.texts.items():
        place = _Place(path, site.address + path)
        if path.endswith(".svg"):
            references = [*page_references(parsed(text)), *style_references(text)]
        else:
            references = [*_of_other_file(path, text)]
        for reference in references:
            yield from _told(site, place, reference, services)


def _of_other_file(path: str, text: str) -> Iterator[Reference]:
    if path.endswith(".css"):
        yield from style_references(text)
    elif path.endswith(".js"):
        yield from script_references(text)


def _told(site: BuiltSite, place: _Place, reference: Reference, services: frozenset[str]) -> Iterator[Problem]:
    where = destination(site, place.base, reference.href)
    message = _message(where, reference, services)
    if message:
        yield site.finding(place.path, reference.line, f"found “{_shortened(reference.href)}”: {message}")


def _message(where: Destination, reference: Reference, services: frozenset[str]) -> str:
    if where.kind == "nowhere":
        return where.why
    if where.kind == "letter" and (reference.is_loaded or reference.is_sent):
        return "a letter cannot be fetched or posted; make it a link"
    if where.kind == "elsewhere" and reference.is_loaded:
        return f"a reader's browser would fetch this from {where.origin}; keep a copy in the site, or link to it"
    if where.kind == "elsewhere" and reference.is_sent and where.origin not in services:
        return f"a form would send a reader's words to {where.origin}, which the settings do not name"
    return ""


def _is_relative(href: str) -> bool:
    return not href.startswith(("/", "#")) and ":" not in href.partition("/")[0]


def _shortened(href: str) -> str:
    return href if len(href) <= 100 else f"{href[:99]}…"
