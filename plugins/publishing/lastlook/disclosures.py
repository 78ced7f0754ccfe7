"""What no reader should find: traces of the machine and of its tools, and e-mail addresses by mistake."""

import re
from collections.abc import Iterable, Iterator

from plugins.consent.disclosures import EMAIL, addressees, folder_in
from plugins.engine.paths import MARKER
from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite, line_at
from plugins.unicode import without_unseen

_HIDDEN_AND_WANTED = frozenset((".nojekyll", MARKER))
_KINDS = frozenset(
    "css csv epub html ics jpeg jpg js json pdf png svg txt vtt webmanifest webp xml".split()  # noqa: SIM905 - a list of words
)
_NAMES = frozenset(("_headers", "_redirects", "CNAME", "LICENSE", *_HIDDEN_AND_WANTED))
_SOURCE_MAP = re.compile(r"sourceMappingURL=|sourceURL=")
_CALENDAR_ID = re.compile(r"(?<=^UID:).*", re.MULTILINE)
"""An event's name in calendars often looks like an address of somebody's, and is none."""


def disclosures(site: BuiltSite, machine: Iterable[bytes]) -> Iterator[Problem]:
    """What gives the machine or a person away. `machine` is the folders of this very machine."""
    here = tuple(machine)
    for path, content in site.files.items():
        yield from _kind(site, path)
        folder = folder_in(content, here)
        if folder:
            line = content.count(b"\n", 0, content.find(folder)) + 1
            shown = folder.decode("utf-8", "replace")
            message = f"found “{shown}”, a folder of the machine that built the site"
            yield site.finding(path, line, message, "not-for-readers")
    yield from _source_maps(site)
    yield from _email_addresses(site)


def _kind(site: BuiltSite, path: str) -> Iterator[Problem]:
    folder, _, name = path.rpartition("/")
    hidden = any(part.startswith(".") for part in path.split("/"))
    if hidden and path not in _HIDDEN_AND_WANTED and not path.startswith(".well-known/"):
        yield site.finding(path, 0, "found a hidden file; a site needs none of this name", "unfit-page")
    elif name not in _NAMES and name.lower().rpartition(".")[2] not in _KINDS and folder != ".well-known":
        yield site.finding(path, 0, "found a file of a kind that the diary does not publish", "unfit-page")


def _source_maps(site: BuiltSite) -> Iterator[Problem]:
    for path, text in site.texts.items():
        found = _SOURCE_MAP.search(text) if path.endswith((".js", ".css")) else None
        if found:
            message = f"found {found[0]}; it leads to how this was written"
            yield site.finding(path, line_at(text, found.start()), message, "unfit-page")


def _email_addresses(site: BuiltSite) -> Iterator[Problem]:
    """An address that a link writes to is meant to be read; any other got here by mistake."""
    hrefs = (link.attributes.get("href", "") for page in site.pages.values() for link in page.all("a"))
    meant = frozenset[str]().union(*map(addressees, hrefs))
    for path, text in site.texts.items():
        for found in EMAIL.finditer(without_unseen(_CALENDAR_ID.sub("", text))):
            if found[0].casefold() not in meant:
                message = f"found “{found[0]}”, to which no link writes; take it out, or make it a link"
                yield site.finding(path, line_at(text, found.start()), message, "not-for-readers")
