"""Everything that the last look looks for, in one list."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from plugins.consent.disclosures import machine_folders
from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.findings import found_in_files, printable
from plugins.problems import Problem
from plugins.publishing.lastlook.budget import budget_faults
from plugins.publishing.lastlook.calendars import calendar_faults
from plugins.publishing.lastlook.content_policy import policy_faults
from plugins.publishing.lastlook.destination import origin_of
from plugins.publishing.lastlook.disclosures import disclosures
from plugins.publishing.lastlook.documents import document_faults
from plugins.publishing.lastlook.feeds import feed_faults
from plugins.publishing.lastlook.links import broken_links
from plugins.publishing.lastlook.outline import outline_faults
from plugins.publishing.lastlook.pictures import picture_faults
from plugins.publishing.lastlook.site import BuiltSite, built_site
from plugins.publishing.lastlook.sitemaps import sitemap_faults
from plugins.publishing.lastlook.structured import structured_faults
from plugins.publishing.lastlook.validity import has_answered, html_checker
from plugins.publishing.lastlook.verdicts import checked_files, keep_verdicts, kept_verdicts
from plugins.publishing.lastlook.withheld import withheld, withheld_faults
from plugins.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LookSettings:
    """The moment and the zone of the build, the other hosts that pages may ask, and words that nobody may read.

    `own` are texts of the settings, which pages show whatever is in the diary.
    """

    now: datetime
    zone: ZoneInfo
    services: Iterable[str] = ()
    private: PrivateWords | None = None
    own: tuple[str, ...] = ()


def look(
    folder: Path, settings: LookSettings, *, content: Path | None = None, verdicts: Path | None = None
) -> tuple[Problem, ...]:
    """Every finding in a built folder, each once, sorted by place; empty when it may go out.

    `content` is the folder that the site was built from: with it the site is searched for what must stay there.
    In the file `verdicts` is kept which pages need not be read by the HTML checker again.
    """
    if not (folder / "index.html").is_file():
        return (Problem(folder.name, 0, "", "there is no built site in this folder; build it first", "missing-file"),)
    site = built_site(folder)
    digests, known = checked_files(site), kept_verdicts(verdicts)
    unknown = [path for path, digest in digests.items() if digest not in known]
    checker = html_checker(folder, unknown if len(unknown) < len(digests) else None)
    try:
        around = [folder.resolve().parent, *([content] if content else [])]
        found = [*findings(site, frozenset(map(origin_of, settings.services)), machine=machine_folders(*around))]
        if settings.private is not None:
            private = found_in_files(settings.private, site.files.items())
            found += [site.finding(each.source, each.line, each.message, each.code) for each in private]
        if content is not None:
            found += withheld_faults(site, withheld(content, now=settings.now, zone=settings.zone, own=settings.own))
        said = tuple(checker.findings(site))
        if has_answered(said):
            told_of = {problem.source for problem in said}
            keep_verdicts(verdicts, (digests[path] for path in digests if f"{site.name}/{path}" not in told_of))
        return tuple(sorted(printable({*found, *said}, settings.private)))
    finally:
        checker.stop()


def findings(site: BuiltSite, services: frozenset[str], *, machine: Iterable[bytes] = ()) -> Iterator[Problem]:
    """What the rules say that need the site alone."""
    if not urlsplit(site.address).hostname:
        message = "the page does not say its own address; write <link rel=canonical>"
        yield site.finding("index.html", 0, message, "unfit-page")
        return
    yield from broken_links(site, services)
    yield from outline_faults(site)
    yield from policy_faults(site, services)
    yield from feed_faults(site)
    yield from sitemap_faults(site)
    yield from calendar_faults(site)
    yield from structured_faults(site)
    yield from picture_faults(site)
    yield from document_faults(site)
    yield from disclosures(site, machine)
    yield from budget_faults(site)
