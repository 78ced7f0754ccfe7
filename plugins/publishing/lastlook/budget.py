"""How heavy the site may be, in one table: it is read on cheap phones, with data that is paid for by the megabyte.

What is too heavy is a notice, and does not keep a correction or a withdrawal off the web. Limits of hosts do stop: the
upload would fail half-way.
"""

import zlib
from collections.abc import Iterator

from plugins.photos.plan import PICTURE_KB
from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.references import page_references
from plugins.publishing.lastlook.site import BuiltSite

PAGE_KB = 40
"""A page's HTML with the styles and scripts that it loads, compressed as a host sends it."""
DOCUMENT_KB = 5_000
"""One hand-out."""
FILE_MB = 25
"""One file: what Cloudflare Pages takes; GitHub refuses 100 MB."""
SITE_MB = 900
"""Everything together: GitHub Pages serves 1 GB."""
FILES = 20_000
"""How many files: what Cloudflare Pages takes."""

_PICTURES = (".jpeg", ".jpg", ".png", ".svg", ".webp")
_WEIGHED = (".css", ".js")


def budget_faults(site: BuiltSite) -> Iterator[Problem]:
    """What is heavier than the table allows."""
    for path, content in site.files.items():
        kilobytes = PICTURE_KB if path.endswith(_PICTURES) else DOCUMENT_KB
        if len(content) > FILE_MB * 1_000_000:
            yield site.finding(path, 0, f"this file is {_mb(len(content))}; hosts take {FILE_MB} MB", "too-large")
        elif len(content) > kilobytes * 1000:
            message = f"this file is {_kb(len(content))}; keep it under {kilobytes} kB"
            yield site.finding(path, 0, message, "too-large", stops=False)
    sizes = {path: len(zlib.compress(site.files[path])) for path in site.files if path.endswith((*_WEIGHED, ".html"))}
    for path in site.pages:
        weight = sizes[path] + sum(sizes[each] for each in _loaded(site, path))
        if weight > PAGE_KB * 1000:
            message = f"the page weighs {_kb(weight)} with its styles and scripts; keep it under {PAGE_KB} kB"
            yield site.finding(path, 0, message, "too-large", stops=False)
    total = sum(map(len, site.files.values()))
    if total > SITE_MB * 1_000_000:
        yield site.finding("", 0, f"the site is {_mb(total)}; hosts take {SITE_MB} MB", "too-large")
    if len(site.files) > FILES:
        yield site.finding("", 0, f"the site has {len(site.files)} files; hosts take {FILES}", "too-large")


def _loaded(site: BuiltSite, path: str) -> set[str]:
    base = site.address_of(path)
    fetched = (each.href for each in page_references(site.pages[path]) if each.is_loaded)
    places = {destination(site, base, href).path for href in fetched}
    return {place for place in places if place.endswith(_WEIGHED)}


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
