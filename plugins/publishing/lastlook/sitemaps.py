"""What search engines are told: the site map [sitemaps.org] and robots.txt [RFC 9309]."""

from collections.abc import Iterator
from xml.etree import ElementTree

from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite

SITE_MAP = "sitemap.xml"
ROBOTS = "robots.txt"
_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOST = 50_000
_LISTED = "the home page asks search engines to list nothing, and this page does not; write <meta name=robots>"
_RULES = frozenset(("user-agent", "allow", "disallow", "sitemap", "crawl-delay"))


def sitemap_faults(site: BuiltSite) -> Iterator[Problem]:
    """What is wrong in them; one that is not there at all is wrong too."""
    for path, faults in ((SITE_MAP, _site_map), (ROBOTS, _robots)):
        if path in site.texts:
            yield from (site.finding(path, line, message, "unfit-page") for line, message in faults(site))
        elif path == ROBOTS or not site.is_kept_from_search:
            yield site.finding(path, 0, "this file is missing; every site has one", "unfit-page")
    if site.is_kept_from_search:
        listed = (path for path, page in site.pages.items() if not page.is_kept_from_search)
        yield from (site.finding(path, 0, _LISTED, "unfit-page") for path in listed)


def _site_map(site: BuiltSite) -> Iterator[tuple[int, str]]:
    try:
        root = ElementTree.fromstring(site.texts[SITE_MAP])  # noqa: S314 - entities are refused by the rule on feeds.
    except ElementTree.ParseError:
        return  # The rule on feeds says so of every XML file.
    if root.tag != f"{_NAMESPACE}urlset":
        yield 0, f"found <{root.tag}>; a site map is a <urlset> of {_NAMESPACE[1:-1]}"
        return
    places = [(place.text or "").strip() for place in root.iter(f"{_NAMESPACE}loc")]
    if len(places) > _MOST:
        yield 0, f"found {len(places)} addresses; a site map holds {_MOST} at most"
    yield from ((0, f"found “{place}” twice") for place in sorted({each for each in places if places.count(each) > 1}))
    for place in dict.fromkeys(places):
        where = destination(site, "about:blank", place)
        if where.kind != "here":
            yield 0, f"found “{place}”: {where.why or 'this is not an address of the diary'}"
        elif where.path in site.pages and site.pages[where.path].is_kept_from_search:
            yield 0, f"found “{place}”, and that page asks not to be found; take it out of the site map"


def _robots(site: BuiltSite) -> Iterator[tuple[int, str]]:
    for line, written in enumerate(site.texts[ROBOTS].splitlines(), start=1):
        rule, colon, value = written.partition("#")[0].partition(":")
        rule, value = rule.strip().lower(), value.strip()
        if written.partition("#")[0].strip() and (not colon or rule not in _RULES):
            yield line, f"found “{written}”, which is no rule"
        if rule == "disallow" and value == "/" and not site.is_kept_from_search:
            yield line, "found “Disallow: /”: nobody could find the diary by searching"
        if rule == "sitemap" and destination(site, "about:blank", value).kind != "here":
            yield line, f"found “{value}”: no such site map is in the site"
